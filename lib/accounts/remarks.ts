const REMARKS = { AccessDenied: "denied", Verification: "usedLink", Configuration: "broken", OAuthAccountNotLinked: "otherWay", EmailSignin: "letter", CredentialsSignin: "noMatch" } as const;

/** Why somebody was not signed in. */
export type Remark = (typeof REMARKS)[keyof typeof REMARKS] | "other";

/** What an error code of next-auth means; null for none. */
export function remarkOf(code: string | null): Remark | null {
  if (code === null || code === "" || code === "SessionRequired") return null;
  return Object.hasOwn(REMARKS, code) ? REMARKS[code as keyof typeof REMARKS] : "other";
}

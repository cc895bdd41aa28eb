const REMARKS: Readonly<Record<string, string>> = {
  AccessDenied: "That identity has no account here, and no invitation is open for its address. Ask a coordinator to invite the address that you use there, or sign in another way.",
  Verification: "This link was used already, or is too old. Ask for a new one.",
  Configuration: "Signing in does not work just now. Whoever runs this machine finds the reason in its log.",
  OAuthAccountNotLinked: "There is an account with this address already. Sign in the way you did before.",
  EmailSignin: "The letter could not be sent. Try again, or sign in another way.",
  CredentialsSignin: "That did not match. Try again.",
};
const OTHER = "The other service did not let you in, or its answer came too late. Try again, or sign in another way.";

/** The sentence for an error code of next-auth; null for none. */
export const signInRemark = (code: string | null): string | null => (code === null || code === "" || code === "SessionRequired" ? null : (REMARKS[code] ?? OTHER));

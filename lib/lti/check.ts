import { err, ok, type Result } from "@/lib/kernel/result";
import type { LaunchToken } from "./claims";
import type { Refusal } from "./refusals";
import { roleHere } from "./roles";

/** What a token must fit: the platform that was asked, the moment (seconds since 1970), and where this tool is. */
export type Expected = { readonly issuer: string; readonly clientId: string; readonly now: number; readonly origin: string };

/** Clocks of schools go wrong by less than this, in seconds; a token is good for no longer than an hour whatever it says. */
const SKEW = 60;
const LONGEST = 3600;

export type Coming = { readonly role: "teacher" | "pupil"; readonly wish: "lesson" | "deep_link" };

/** Decides whether a token whose signature is right lets somebody in, and as what. The nonce is compared by the caller, who alone keeps it. */
export function checkToken(token: LaunchToken, expected: Expected): Result<Coming, Refusal> {
  if (token.issuer !== expected.issuer) return err("issuer");
  if (!token.audience.includes(expected.clientId)) return err("audience");
  // Of several audiences the one that asked must be named; one that is named must be us.
  if (token.party === null ? token.audience.length > 1 : token.party !== expected.clientId) return err("audience");
  if (token.expires + SKEW <= expected.now || token.issued - SKEW > expected.now || token.issued + LONGEST < expected.now) return err("expired");
  if (token.version !== "1.3.0") return err("version");
  if (token.target !== null && !(URL.canParse(token.target) && new URL(token.target).origin === expected.origin)) return err("target");
  const role = roleHere(token.roles);
  if (role === null) return err("role");
  if (token.messageType === "LtiResourceLinkRequest") return token.resourceLink === null || token.target === null ? err("message") : ok({ role, wish: "lesson" });
  if (token.messageType !== "LtiDeepLinkingRequest") return err("message");
  if (token.deepLink === null || !token.deepLink.takesLinks) return err("deep_link");
  return role === "teacher" ? ok({ role, wish: "deep_link" }) : err("role");
}

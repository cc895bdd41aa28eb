import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { isHttps } from "@/lib/platform/env";
import { LAUNCH_SECONDS } from "./launch";

/** The two cookies of a launch: a secret that ties it to a browser, and the sealed ticket of who was let in. */
export type LtiCookie = "browser" | "ticket";

const nameOf = (which: LtiCookie): string => `${isHttps() ? "__Host-" : ""}slantwise-lti-${which}`;

/**
 * A Set-Cookie line; an empty value takes the cookie away. Lax is enough, and works on a classroom's http: both are
 * read on a plain navigation to a page of ours, never on the platform's post.
 */
export const ltiCookieLine = (_actor: Actor, which: LtiCookie, value: string): string =>
  `${nameOf(which)}=${value}; Max-Age=${value === "" ? 0 : LAUNCH_SECONDS}; Path=/; HttpOnly; SameSite=Lax${isHttps() ? "; Secure" : ""}`;

/** The value of such a cookie; null where it is missing or is none of ours. */
export function ltiCookieOf(_actor: Actor, which: LtiCookie, headers: Pick<Headers, "get">): string | null {
  const begin = `${nameOf(which)}=`;
  const found = (headers.get("cookie") ?? "").split(";").map((part) => part.trim()).find((part) => part.startsWith(begin))?.slice(begin.length);
  return found !== undefined && /^[\w-]{40,4000}$/u.test(found) ? found : null;
}

import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { isHttps } from "@/lib/platform/env";
import type { Credential } from "./actor";

/** The session cookie's name: host-bound and secure behind https, plain on a classroom's http. */
export const sessionCookie = (): string => (isHttps() ? "__Host-slantwise-session" : "slantwise-session");

/** The credential of a request: a session cookie or a bearer token; both together are refused. */
export function credentialOf(headers: Pick<Headers, "get">): Credential {
  const cookies = headers.get("cookie") ?? "";
  const name = sessionCookie();
  const session = cookies
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const authorization = headers.get("authorization");
  const bearer = authorization?.match(/^Bearer ([A-Za-z0-9_-]{20,200})$/)?.[1];
  if (authorization && !bearer) throw new AppError("unauthenticated", "The Authorization header must be “Bearer” and a token.");
  if (bearer && session) throw new AppError("unauthenticated", "Send a cookie or a bearer token, not both.");
  return { session, bearer, address: addressOf(headers) };
}

/** The last hop in X-Forwarded-For: written by our own server (see `scripts/serve.ts`) or by the one proxy it was told to trust; /64 for IPv6. */
export function addressOf(headers: Pick<Headers, "get">): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = chain.at(-1) ?? "";
  const plain = address.replace(/^::ffff:/, "");
  return plain.includes(":") ? plain.split(":").slice(0, 4).join(":") : plain;
}

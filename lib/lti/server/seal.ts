import "server-only";
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/accounts/server/actor";
import { env } from "@/lib/platform/env";

/** What a seal is for: what was sealed for one thing opens for no other. */
export type Purpose = "key" | "state" | "ticket";

const NONCE = 12;
const TAG = 16;
const keyFor = (purpose: Purpose): Buffer => Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "slantwise lti", purpose, 32));

/** Seals a value with AES-256-GCM under a key of its purpose, derived from this machine's secret. */
export function seal(_actor: Actor, purpose: Purpose, value: unknown): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** What was sealed; null for anything that this machine did not seal for this purpose. */
export function unseal(_actor: Actor, purpose: Purpose, sealed: Buffer): unknown {
  if (sealed.length <= NONCE + TAG) return null;
  try {
    const opener = createDecipheriv("aes-256-gcm", keyFor(purpose), sealed.subarray(0, NONCE), { authTagLength: TAG });
    opener.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return JSON.parse(Buffer.concat([opener.update(sealed.subarray(NONCE + TAG)), opener.final()]).toString("utf8")) as unknown;
  } catch {
    return null;
  }
}

/** A random secret of 32 bytes, fit for an address. */
export const freshSecret = (_actor: Actor): string => randomBytes(32).toString("base64url");

/** What is kept of such a secret. */
export const digestOf = (_actor: Actor, secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export function same(_actor: Actor, one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const proof = (platformId: string, projectId: string): string => createHmac("sha256", env().AUTH_SECRET).update(`lti lesson ${platformId} ${projectId}`).digest("base64url");

/** How a link in a course names the lesson that its teacher picked: people who edit links there can make no other lesson of it. */
export const lessonMark = (_actor: Actor, platformId: string, projectId: string): string => `${projectId}.${proof(platformId, projectId)}`;

/** The lesson of such a mark; null for a mark that was not made here for this platform. */
export function markedLesson(actor: Actor, platformId: string, mark: string): string | null {
  const projectId = mark.split(".")[0] ?? "";
  return same(actor, mark, lessonMark(actor, platformId, projectId)) ? projectId : null;
}

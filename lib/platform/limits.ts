import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { AppError } from "@/lib/kernel/errors";
import { pool, rows } from "./database";
import { env } from "./env";

/** How often something may happen in a stretch of time: points and seconds. */
const LIMITS = {
  "sign-in-address": [25, 5 * 60],
  "phrase-address": [150, 5 * 60],
  "sign-in-account": [25, 60 * 60],
  "sign-in-pair": [3, 60 * 60],
  "code-address": [15, 60],
  "password-change": [10, 10 * 60],
  "reset-address": [25, 5 * 60],
  "letter-address": [25, 5 * 60],
  "letter-recipient": [5, 30 * 60],
  "setup-address": [25, 5 * 60],
} as const;
export type Limit = keyof typeof LIMITS;

// No named statements: PgBouncer in transaction mode does not keep them.
const client = { query: (statement: { text: string; values: unknown[] }) => pool().query(statement.text, statement.values) };

const made = new Map<Limit, RateLimiterPostgres>();
function limiter(limit: Limit): RateLimiterPostgres {
  const found = made.get(limit);
  if (found) return found;
  const [points, duration] = LIMITS[limit];
  const fresh = new RateLimiterPostgres({ storeClient: client, storeType: "pool", tableName: "rate_limit", tableCreated: true, keyPrefix: limit, points, duration, clearExpiredByTimeout: made.size === 0 });
  made.set(limit, fresh);
  return fresh;
}

/** Addresses and names stand in the table as keyed digests only. */
const keyOf = (subject: string): string => createHmac("sha256", env().AUTH_SECRET).update(`limit ${subject}`).digest("base64url");

function refuse(ms: number): AppError {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds < 90 ? `${seconds} seconds` : `${minutes} minutes`;
  return new AppError("too_many", `There were many tries just now, so this rests for a while. Try again in ${wait}.`, { retryAfter: seconds }, { "Retry-After": String(seconds) });
}

/** How often `subject` has spent from the limit in its current stretch. */
export async function spent(limit: Limit, subject: string): Promise<number> {
  return (await limiter(limit).get(keyOf(subject)))?.consumedPoints ?? 0;
}

/** Throws 429 with Retry-After when the limit (or `atMost`, if given) is already spent; spends nothing. For limits that count failures only. */
export async function checkLimit(limit: Limit, subject: string, atMost: number = LIMITS[limit][0]): Promise<void> {
  const state = await limiter(limit).get(keyOf(subject));
  if (state && state.consumedPoints >= atMost) throw refuse(state.msBeforeNext);
}

/** Counts one failure; never throws for the limit itself. */
export async function countFailure(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).penalty(keyOf(subject), 1);
}

/** Counts one use and throws 429 when that was one too many. For limits that count every use. */
export async function spend(limit: Limit, subject: string): Promise<void> {
  const state = await limiter(limit).penalty(keyOf(subject), 1);
  if (state.consumedPoints > LIMITS[limit][0]) throw refuse(state.msBeforeNext);
}

/** Forgets everything that the limits hold about a subject, for a person who is erased or a link that restores access. */
export async function forgetLimits(subject: string): Promise<void> {
  const key = keyOf(subject);
  await rows("DELETE FROM rate_limit WHERE key = ANY($1)", [Object.keys(LIMITS).map((limit) => `${limit}:${key}`)]);
}

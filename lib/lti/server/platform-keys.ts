import "server-only";
import { createLocalJWKSet, type JSONWebKeySet } from "jose";
import { z } from "zod";
import type { Actor } from "@/lib/accounts/server/actor";
import { err, ok, type Result } from "@/lib/kernel/result";
import { askPlatform, type PlatformFault } from "./ask-platform";

const MOST_KEYS = 50;
const MOST_KEPT = 50;
const GOOD_FOR = 10 * 60_000;
const PAUSE = 10_000;

const KeySet = z.object({ keys: z.array(z.object({ kty: z.string(), kid: z.string().max(255).optional() }).loose()).max(MOST_KEYS) });

export type KeyLookup = ReturnType<typeof createLocalJWKSet>;
type Kept = { readonly at: number; readonly ids: ReadonlySet<string>; readonly lookup: KeyLookup };

// Forgotten with the process, which costs one question to the platform.
const kept = new Map<string, Kept>();

/** The keys of a platform: those asked for in the last ten minutes, or new ones when a token names a key that is not among them (at most every ten seconds). */
export async function platformKeys(actor: Actor, url: string, kid: string): Promise<Result<KeyLookup, PlatformFault>> {
  const known = kept.get(url);
  const age = known ? performance.now() - known.at : Infinity;
  if (known && age < (known.ids.has(kid) ? GOOD_FOR : PAUSE)) return ok(known.lookup);
  const answer = await askPlatform(actor, url, { method: "GET" });
  if (!answer.ok) return answer;
  const set = KeySet.safeParse(answer.value);
  if (!set.success) return err("not_json");
  const fresh: Kept = { at: performance.now(), ids: new Set(set.data.keys.flatMap((key) => key.kid ?? [])), lookup: createLocalJWKSet(set.data as JSONWebKeySet) };
  kept.delete(url);
  kept.set(url, fresh);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return ok(fresh.lookup);
}

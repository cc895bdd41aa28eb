import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { hash, hashRaw, parseOptions, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import { foldPhrase, isPhrase, PHRASE_WORDS, phraseOf } from "../phrase";
import { WORDS } from "../words";
import type { Actor } from "./actor";

// Algorithm.Argon2id; the package declares it as a const enum, which isolated modules cannot read.
const ARGON2ID = 2;
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Hashes at work at once (as many as libuv has threads), and how many more may wait before the server says "not now". */
const AT_ONCE = 4;
const WAITING = 96;
const queue = { working: 0, waiting: [] as (() => void)[] };

/** Runs `work` in one of four places; throws `unavailable` when too many wait already. */
export async function hashingPlace<T>(_actor: Actor, work: () => Promise<T>): Promise<T> {
  if (queue.working >= AT_ONCE) {
    if (queue.waiting.length >= WAITING) throw new AppError("unavailable", "Very many people sign in at this moment. Try again in a few seconds.", {}, { "Retry-After": "3" });
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
  } else queue.working++;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.working--;
  }
}

/** The stored form of a new passphrase. */
export const hashPassword = (actor: Actor, password: string): Promise<string> => hashingPlace(actor, () => hash(password, PARAMETERS));

let dummy: Promise<string> | undefined;

/**
 * Whether a passphrase is the one behind `stored`. Without a stored hash it verifies against a dummy, so that an
 * unknown name takes as long as a wrong passphrase. Takes no place in the queue: call it inside `hashingPlace`.
 */
export async function verifyPassword(_actor: Actor, stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (dummy ??= hash(randomBytes(24).toString("base64url"), PARAMETERS)));
  const fits = await verify(against, password).catch(() => false);
  return fits && stored !== null;
}

/** The stored form of a passphrase whose caller is already inside `hashingPlace`. */
export const rehash = (_actor: Actor, password: string): Promise<string> => hash(password, PARAMETERS);

/** Whether a stored hash was made with weaker parameters than today's. */
export function isWeaker(_actor: Actor, stored: string): boolean {
  const made = parseOptions(stored);
  return made.algorithm !== ARGON2ID || made.memoryCost < PARAMETERS.memoryCost || made.timeCost < PARAMETERS.timeCost;
}

/** A new return phrase, from the machine's own randomness. */
export const newPhrase = (_actor: Actor): string => phraseOf(Array.from({ length: PHRASE_WORDS }, () => randomInt(WORDS.length)));

async function phraseSalt(): Promise<Buffer> {
  const found = await row<{ salt: Buffer }>("SELECT phrase_salt AS salt FROM installation WHERE id = 1");
  if (found) return found.salt;
  const made = await row<{ salt: Buffer }>(
    "INSERT INTO installation (id, phrase_salt) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING phrase_salt AS salt",
    [randomBytes(16)],
  );
  return made!.salt;
}

/** What is stored of a return phrase, so that it can be looked up: argon2id over the folded words with the installation's salt. Null for what cannot be a phrase. */
export async function phraseDigest(_actor: Actor, typed: string): Promise<Buffer | null> {
  const folded = foldPhrase(typed);
  if (!isPhrase(folded)) return null;
  return hashRaw(folded, { ...PARAMETERS, salt: await phraseSalt() });
}

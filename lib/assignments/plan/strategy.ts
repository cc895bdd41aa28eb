/** How articles are spread over people. */
export const STRATEGIES = ["everyone", "balanced", "strata", "reliability", "pool", "by_hand"] as const;
/** One of `STRATEGIES`. */
export type Strategy = (typeof STRATEGIES)[number];

/** What work is for. Practice stays out of every figure. */
export const PHASES = ["practice", "pilot", "reliability", "main"] as const;
/** One of `PHASES`. */
export type Phase = (typeof PHASES)[number];

/** Whether a strategy asks how many people read each article. */
export const asksPerWork = (strategy: Strategy): boolean => strategy !== "everyone" && strategy !== "by_hand";

/** A seed as it is stored and typed: up to 16 hexadecimal digits. */
export const SEED = /^[0-9a-f]{1,16}$/u;

/** The 64-bit number behind a seed. */
export const readSeed = (seed: string): bigint => BigInt(`0x${seed}`);

/** A seed out of random bytes. */
export const writeSeed = (bytes: Uint8Array): string => [...bytes.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** How articles are spread over people. */
export const STRATEGIES = ["everyone", "balanced", "strata", "reliability", "pool", "by_hand"] as const;
/** One of `STRATEGIES`. */
export type Strategy = (typeof STRATEGIES)[number];

/** What work is for. Practice stays out of every figure. */
export const PHASES = ["practice", "pilot", "reliability", "main"] as const;
/** One of `PHASES`. */
export type Phase = (typeof PHASES)[number];

/** The words for a strategy on screens: its name and one sentence. */
export const STRATEGY_WORDS: Readonly<Record<Strategy, { name: string; detail: string }>> = {
  everyone: { name: "Everyone, everything", detail: "Each person gets every article." },
  balanced: { name: "Balanced blocks", detail: "Each article goes to the same number of people. Loads are equal within one, and every pair of people shares articles as evenly as it can be." },
  strata: { name: "By outlet", detail: "Balanced blocks inside each outlet, so that everybody reads every outlet to the same share." },
  reliability: { name: "Reliability sample", detail: "A random share of the articles goes to several people, to measure agreement. The rest goes to one each." },
  pool: { name: "Next from the pool", detail: "Nothing is assigned yet. People take the next article when they are ready, until each has enough readers." },
  by_hand: { name: "By hand", detail: "You say who gets what." },
};

/** The words for a phase on screens. */
export const PHASE_NAMES: Readonly<Record<Phase, string>> = { practice: "Practice", pilot: "Pilot", reliability: "Reliability", main: "Main" };

/** Whether a strategy asks how many people read each article. */
export const asksPerWork = (strategy: Strategy): boolean => strategy !== "everyone" && strategy !== "by_hand";

/** A seed as it is stored and typed: up to 16 hexadecimal digits. */
export const SEED = /^[0-9a-f]{1,16}$/u;

/** The 64-bit number behind a seed. */
export const readSeed = (seed: string): bigint => BigInt(`0x${seed}`);

/** A seed out of random bytes. */
export const writeSeed = (bytes: Uint8Array): string => [...bytes.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

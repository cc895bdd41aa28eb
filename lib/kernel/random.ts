/** Seeded random numbers: the same seed gives the same sequence everywhere. Not for secrets. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  next(): number;
  /** A whole number from 0 to `bound` − 1; every one equally likely. */
  below(bound: number): number;
}

const MASK = 0xffff_ffff_ffff_ffffn;

/** SplitMix64 (Steele, Lea and Flood 2014; https://prng.di.unimi.it/splitmix64.c): spreads a seed over any state. */
export function* splitMix64(seed: bigint): Generator<bigint, never> {
  let state = seed & MASK;
  for (;;) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    yield z ^ (z >> 31n);
  }
}

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** xoshiro128** 1.1 (Blackman and Vigna; https://prng.di.unimi.it/xoshiro128starstar.c), from four words of state. */
export function xoshiro(a: number, b: number, c: number, d: number): Random {
  let [s0, s1, s2, s3] = [a | 0, b | 0, c | 0, d | 0];
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 11);
    return result;
  };
  // What would favour small numbers is drawn again.
  const below = (bound: number): number => {
    const most = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const drawn = next();
      if (drawn < most) return drawn % bound;
    }
  };
  return { next, below };
}

/** The generator of a 64-bit seed. */
export function randomFrom(seed: bigint): Random {
  const words = splitMix64(seed);
  const [one, two] = [words.next().value, words.next().value];
  const low = (x: bigint) => Number(x & 0xffff_ffffn);
  return xoshiro(low(one), low(one >> 32n), low(two), low(two >> 32n));
}

/** The items in a random order (Fisher and Yates); the given list stays. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = items.slice();
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

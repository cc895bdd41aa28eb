/** How many words in a row are compared at once. */
export const SHINGLE = 5;

/** Spreads every bit of a number over all of its bits (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number of 32 bits for every word of normal words (see `normalWords`), in their order. */
export function wordHashes(words: string): Uint32Array {
  if (words === "") return new Uint32Array(0);
  const hashes = new Uint32Array((words.length >>> 1) + 1);
  let [count, hash] = [0, 0x811c9dc5];
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    if (unit === 0x20) {
      hashes[count++] = mix(hash);
      hash = 0x811c9dc5;
    } else hash = Math.imul(hash ^ unit, 0x01000193);
  }
  hashes[count++] = mix(hash);
  return hashes.subarray(0, count);
}

/** A number of 32 bits for `length` words from a place on. */
export function runHash(words: Uint32Array, at: number, length: number, seed = 0): number {
  let hash = seed;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ words[i]!, 0x9e3779b1) + 0x7f4a7c15 + (hash >>> 15);
  return mix(hash);
}

/** The shingles of a text as numbers, ascending and each once. Empty for fewer than `SHINGLE` words. */
export function shingleSet(words: Uint32Array): Uint32Array {
  const many = Math.max(0, words.length - SHINGLE + 1);
  const all = new Uint32Array(many);
  for (let i = 0; i < many; i++) all[i] = runHash(words, i, SHINGLE);
  all.sort();
  let kept = 0;
  for (let i = 0; i < many; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i]!;
  return all.subarray(0, kept);
}

/** How much two texts share, from 0 to 1. */
export type Overlap = {
  /** Shared shingles of all that either has. */
  readonly jaccard: number;
  /** Shared shingles of those of the shorter text. */
  readonly containment: number;
};

/** The overlap of two sets as `shingleSet` makes them; nothing where one is empty. */
export function overlap(a: Uint32Array, b: Uint32Array): Overlap {
  const smaller = Math.min(a.length, b.length);
  if (smaller === 0) return { jaccard: 0, containment: 0 };
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return { jaccard: shared / (a.length + b.length - shared), containment: shared / smaller };
}

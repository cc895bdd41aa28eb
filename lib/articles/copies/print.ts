import { mix, runHash, SHINGLE, shingleSet, wordHashes } from "./shingles";
import { copyWords, type PlainBlock } from "./words";

/** What copies of a text are found by. */
export type CopyPrint = {
  /** sha256 of the normal words of what can be annotated, as UTF-8; the same in exact copies. */
  readonly wordsDigest: Uint8Array;
  /** How many different runs of five words the text has. */
  readonly shingles: number;
  /** Numbers of 64 bits (signed) of which near copies share at least one; sorted, each once. */
  readonly bands: readonly bigint[];
};

/** sha256 of a text's UTF-8; handed in, since the core has no cryptography. */
export type Sha256 = (text: string) => Uint8Array;

/** Minima of three permutations make one band: two texts share a band with the third power of their Jaccard similarity. */
const ROWS = 3;
const BANDS = 24;
/** One shingle of so many begins a run that is kept for finding a short text inside a longer one. */
const ONE_OF = 32;
/** Words in such a run: long enough that no turn of phrase is one. */
const RUN = 12;
/** Runs that are kept of a very long text. */
const MOST_RUNS = 512;

const PERMUTATIONS = Array.from({ length: ROWS * BANDS }, (_, i) => ({ xor: mix(0x51ed270b + i), times: mix(0x2545f491 ^ Math.imul(i + 1, 0x9e3779b1)) | 1 }));

/**
 * The print of a text: in a time linear in its length, the same for the same words in every version of the program.
 * Two texts of Jaccard similarity J share a band with the probability 1 − (1 − J³)²⁴; a text of n words that stands
 * whole in a longer one shares a run with about 1 − (31/32)ⁿ⁻¹¹.
 */
export function copyPrint(text: string, blocks: readonly PlainBlock[], sha256: Sha256): CopyPrint {
  const words = copyWords(text, blocks);
  const hashes = wordHashes(words);
  const set = shingleSet(hashes);
  return { wordsDigest: sha256(words), shingles: set.length, bands: set.length === 0 ? [] : distinct([...bandKeys(set), ...runKeys(hashes)]) };
}

function bandKeys(set: Uint32Array): bigint[] {
  const minima = PERMUTATIONS.map(({ xor, times }) => {
    let least = 0xffffffff;
    for (let i = 0; i < set.length; i++) {
      const value = Math.imul(set[i]! ^ xor, times) >>> 0;
      if (value < least) least = value;
    }
    return least;
  });
  return Array.from({ length: BANDS }, (_, band) => keyOf(Uint32Array.from([band, ...minima.slice(band * ROWS, (band + 1) * ROWS)])));
}

function runKeys(hashes: Uint32Array): bigint[] {
  const found: { rank: number; key: bigint }[] = [];
  for (let i = 0; i + RUN <= hashes.length; i++) {
    const rank = runHash(hashes, i, SHINGLE);
    if (rank % ONE_OF === 0) found.push({ rank, key: keyOf(hashes.subarray(i, i + RUN)) });
  }
  if (found.length > MOST_RUNS) found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, MOST_RUNS).map(({ key }) => key);
}

const keyOf = (numbers: Uint32Array): bigint => BigInt.asIntN(64, (BigInt(runHash(numbers, 0, numbers.length, 0x1b873593)) << 32n) | BigInt(runHash(numbers, 0, numbers.length, 0x2c1b3c6d)));

const distinct = (keys: readonly bigint[]): bigint[] => Array.from(new BigInt64Array(BigInt64Array.from(new Set(keys)).sort()));

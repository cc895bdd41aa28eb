import type { Term } from "./terms";
import { pairKey } from "./verdicts";

/** What a term adds to the likeness of two sentences is the product of its two weights, which are of unit length. */
type Weighed = { readonly term: number; readonly weight: number; readonly name: boolean; /** Not a pair of words. */ readonly word: boolean };

/** A likeness below this is as good as none and is not kept. */
const LEAST_KEPT = 0.08;
/** A sentence that says less than this share of what the middle one says is not made longer than so: two short sentences are soon alike. */
const LEAST_LENGTH = 0.6;
/** One word in common makes two sentences alike only where they hold little else. */
const ONE_WORD = 0.5;
/** Names count for as much as the other words that are shared and this much more: two sentences on one person need not tell the same. */
const NAMES_ALONE = 0.05;

/**
 * How like sentences of different articles are: the cosine of their terms, weighed by the inverse of how many sentences
 * have the term, ln(1 + (N − n + ½)/(n + ½)) (Robertson and Spärck Jones's weight as BM25 has it). 0 to 1.
 */
export class Likeness {
  readonly #vectors: readonly (readonly Weighed[])[];
  readonly #near: ReadonlyMap<number, number>[];
  readonly #shown: readonly (readonly Term[])[];
  readonly #rarity: ReadonlyMap<string, number>;

  /**
   * @param terms of every sentence of the pool
   * @param article the number of the article of each
   * @param apart pairs (`pairKey`) that somebody said are not the same: they are not like each other
   */
  constructor(terms: readonly (readonly Term[])[], article: readonly number[], apart: ReadonlySet<string>) {
    this.#shown = terms;
    this.#rarity = rarities(terms);
    const numbers = new Map([...this.#rarity.keys()].map((key, number) => [key, number]));
    const raw = terms.map((all) => all.map(({ key, weight, name, shown }): Weighed => ({ name, word: shown !== null, term: numbers.get(key) ?? 0, weight: weight * (this.#rarity.get(key) ?? 0) })));
    const lengths = raw.map((vector) => Math.sqrt(vector.reduce((sum, { weight }) => sum + weight * weight, 0)));
    const least = LEAST_LENGTH * middle(lengths.filter((length) => length > 0));
    this.#vectors = raw.map((vector, i) => vector.map(({ weight, ...term }) => ({ ...term, weight: weight / Math.max(lengths[i] ?? 0, least) })));
    this.#near = nearest(this.#vectors, numbers.size, (a, b) => article[a] !== article[b] && (apart.size === 0 || !apart.has(pairKey(a, b))));
  }

  /** The likeness of two sentences (numbers in the pool); 0 for two of one article. */
  of(a: number, b: number): number {
    return this.#near[a]?.get(b) ?? 0;
  }

  /** What is like a sentence: number in the pool → likeness. */
  near(a: number): ReadonlyMap<number, number> {
    return this.#near[a] ?? new Map();
  }

  /** How much each word of a sentence tells, by the word's key. */
  telling(a: number): { readonly key: string; readonly weight: number; readonly shown: string }[] {
    return (this.#shown[a] ?? []).flatMap(({ key, weight, shown }) => (shown === null ? [] : [{ key, weight: weight * (this.#rarity.get(key) ?? 0), shown }]));
  }
}

function rarities(terms: readonly (readonly Term[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const all of terms) for (const { key } of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  const total = terms.length;
  return new Map([...counts].map(([key, count]) => [key, Math.log(1 + (total - count + 0.5) / (count + 0.5))]));
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >>> 1] ?? 1;
}

function nearest(vectors: readonly (readonly Weighed[])[], terms: number, comparable: (a: number, b: number) => boolean): Map<number, number>[] {
  const places: { readonly sentence: number; readonly weight: number }[][] = Array.from({ length: terms }, () => []);
  const near: Map<number, number>[] = vectors.map(() => new Map());
  const [sums, names, words] = [new Float64Array(vectors.length), new Float64Array(vectors.length), new Uint16Array(vectors.length)];
  for (const [sentence, vector] of vectors.entries()) {
    sums.fill(0, 0, sentence);
    names.fill(0, 0, sentence);
    words.fill(0, 0, sentence);
    for (const { term, weight, name, word } of vector) {
      const into = name ? names : sums;
      for (const place of places[term] ?? []) {
        into[place.sentence]! += weight * place.weight;
        if (word) words[place.sentence]! += 1;
      }
    }
    for (let other = 0; other < sentence; other++) {
      const told = sums[other] ?? 0;
      const sum = Math.min(1, told + Math.min(names[other] ?? 0, told + NAMES_ALONE));
      if (sum < LEAST_KEPT || (words[other] === 1 && sum < ONE_WORD) || !comparable(other, sentence)) continue;
      near[sentence]?.set(other, sum);
      near[other]?.set(sentence, sum);
    }
    for (const { term, weight } of vector) places[term]?.push({ sentence, weight });
  }
  return near;
}

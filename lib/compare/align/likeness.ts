import type { Terms } from "./terms";
import { pairKey } from "./verdicts";

/** A likeness below this is as good as none and is not kept. */
const LEAST_KEPT = 0.08;
/** A sentence that says less than this share of what the middle one says is not made longer than so: two short sentences are soon alike. */
const LEAST_LENGTH = 0.6;
/** One word in common makes two sentences alike only where they hold little else. */
const ONE_WORD = 0.5;
/** Names count for as much as the other words that are shared and this much more: two sentences on one person need not tell the same. */
const NAMES_ALONE = 0.05;

/** What is like a sentence: numbers of sentences, ascending, and how like each is. */
export type Near = { readonly sentences: readonly number[]; readonly values: readonly number[] };

/**
 * How like sentences of different articles are: the cosine of their terms, weighed by the inverse of how many sentences
 * have the term, ln(1 + (N − n + ½)/(n + ½)) (Robertson and Spärck Jones's weight as BM25 has it). 0 to 1.
 */
export class Likeness {
  readonly #near: readonly { readonly sentences: number[]; readonly values: number[] }[];
  readonly #rarity: Float64Array;

  /**
   * @param terms of every sentence of the pool
   * @param article the number of the article of each
   * @param apart pairs (`pairKey`) that somebody said are not the same: they are not like each other
   * @param count how many terms there are
   */
  constructor(private readonly terms: readonly Terms[], article: readonly number[], apart: ReadonlySet<string>, count: number) {
    const counts = countsOf(terms, count);
    this.#rarity = Float64Array.from(counts, (n) => Math.log(1 + (terms.length - n + 0.5) / (n + 0.5)));
    const lengths = terms.map(({ ids, weights }) => {
      let sum = 0;
      for (let i = 0; i < ids.length; i++) sum += (weights[i]! * this.#rarity[ids[i]!]!) ** 2;
      return Math.sqrt(sum);
    });
    const least = LEAST_LENGTH * middle(lengths.filter((length) => length > 0));
    this.#near = terms.map(() => ({ sentences: [], values: [] }));
    this.#compare(lengths.map((length) => 1 / Math.max(length, least)), counts, (a, b) => article[a] !== article[b] && (apart.size === 0 || !apart.has(pairKey(a, b))));
  }

  /** The likeness of two sentences (numbers in the pool); 0 for two of one article. */
  of(a: number, b: number): number {
    const { sentences, values } = this.near(a);
    let [low, high] = [0, sentences.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sentences[middle]! < b) low = middle + 1;
      else high = middle;
    }
    return sentences[low] === b ? values[low]! : 0;
  }

  /** What is like a sentence. */
  near(a: number): Near {
    return this.#near[a] ?? { sentences: [], values: [] };
  }

  /** Calls `take` with every word of a sentence: the number of the term, how much it tells, and how it is written. */
  telling(a: number, take: (id: number, weight: number, shown: string) => void): void {
    const { ids, weights, shown } = this.terms[a] ?? { ids: [], weights: [], shown: [] };
    for (let i = 0; i < ids.length; i++) if (shown[i] !== null) take(ids[i]!, weights[i]! * this.#rarity[ids[i]!]!, shown[i]!);
  }

  #compare(scales: readonly number[], counts: Uint32Array, comparable: (a: number, b: number) => boolean): void {
    const total = this.terms.length;
    const [told, names, words] = [new Float64Array(total), new Float64Array(total), new Uint16Array(total)];
    // For each term the sentences that have it, as a list that is entered at its last.
    const [last, previous, of, weight] = [new Int32Array(counts.length).fill(-1), [] as number[], [] as number[], [] as number[]];
    for (const [sentence, { ids, weights, names: named, shown }] of this.terms.entries()) {
      told.fill(0, 0, sentence);
      names.fill(0, 0, sentence);
      words.fill(0, 0, sentence);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i]!;
        if (counts[id] === 1) continue;
        const own = weights[i]! * this.#rarity[id]! * scales[sentence]!;
        const [into, word] = [named[i] ? names : told, shown[i] === null ? 0 : 1];
        for (let entry = last[id]!; entry >= 0; entry = previous[entry]!) {
          const other = of[entry]!;
          into[other]! += own * weight[entry]!;
          words[other]! += word;
        }
        previous.push(last[id]!);
        last[id] = of.push(sentence) - 1;
        weight.push(own);
      }
      for (let other = 0; other < sentence; other++) {
        const rest = told[other]!;
        // Most pairs share nothing.
        if (rest === 0 && names[other] === 0) continue;
        const value = Math.min(1, rest + Math.min(names[other]!, rest + NAMES_ALONE));
        if (value >= LEAST_KEPT && (words[other] !== 1 || value >= ONE_WORD) && comparable(other, sentence)) this.#keep(other, sentence, value);
      }
    }
  }

  #keep(a: number, b: number, value: number): void {
    // Called for every a below b before the next b, so that both lists ascend.
    this.#near[a]!.sentences.push(b);
    this.#near[a]!.values.push(value);
    this.#near[b]!.sentences.push(a);
    this.#near[b]!.values.push(value);
  }
}

function countsOf(terms: readonly Terms[], count: number): Uint32Array {
  const counts = new Uint32Array(count);
  for (const { ids } of terms) for (const id of ids) counts[id]! += 1;
  return counts;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >>> 1] ?? 1;
}

import { foldText } from "@/lib/text/fold";
import { findQuotations } from "@/lib/text/quotations";
import { saysNothing } from "@/lib/text/stop-words";
import { TextIndex } from "@/lib/text/text-index";
import { tokenize } from "@/lib/text/tokens";
import type { ComparedArticle } from "../passage";
import { numberOf } from "./numbers";
import { PairNumbers } from "./pair-numbers";
import { stem } from "./stem";

/** What a sentence may share with others, each once: number of the term, how much more it counts than a plain word, whether it is (part of) a name, and how it is written (null for a pair of words). */
export type Terms = { readonly ids: readonly number[]; readonly weights: readonly number[]; readonly names: readonly boolean[]; readonly shown: readonly (string | null)[] };

const [PLAIN, NUMBER, NAME, PAIR, QUOTED_PAIR] = [1, 1.3, 1.4, 0.5, 0.8];
const CAPITAL = /^\p{Lu}/u;
/** Languages in which a capital inside a sentence is no sign of a name. */
const CAPITAL_NOUNS = /^(?:de|lb)\b/i;
const POSSESSIVE = /['’]s?$/u;
const QUOTING = /["“„«‘'「『»]/u;
/** One word of plain letters with marks around it: what most runs are, and quickly read. */
const PLAIN_RUN = /^["'(]*([A-Za-z]+)["'.,;:!?)]*$/;

type Word = { readonly text: string; readonly folded: string; readonly id: number; readonly silent: boolean; readonly number: boolean; readonly capital: boolean };

/**
 * Reads the terms of sentences: stemmed words without stop words, numbers ("nine" is 9; "3,000" is 3000), and pairs of
 * neighbouring words, which tell a fact better than two words far apart. Numbers, names and what stands in quotation
 * marks count for more.
 */
export class TermReader {
  /** Every run of characters between spaces with its words: most stand many times in a set of articles. */
  readonly #known = new Map<string, Map<string, readonly Word[]>>();
  readonly #words = new Map<string, number>();
  readonly #pairs = new PairNumbers();
  #count = 0;

  /** @param names folded words of known names (targets, outlets), which count as names however they are written */
  constructor(private readonly names: ReadonlySet<string>) {}

  /** How many terms were met. */
  get count(): number {
    return this.#count;
  }

  /** The terms of every sentence of an article. */
  read({ sentences, language }: ComparedArticle): Terms[] {
    const capital = new Set<string>();
    const words = sentences.map(({ text, kind }) => {
      const all = this.#wordsOf(text, language);
      // In a heading every word may have a capital, and so has the first word of a sentence.
      if (kind !== "headline" && kind !== "heading") for (let i = 1; i < all.length; i++) if (all[i]!.capital) capital.add(all[i]!.folded);
      return all;
    });
    if (CAPITAL_NOUNS.test(language ?? "")) capital.clear();
    return words.map((all, i) => this.#terms(all, capital, QUOTING.test(sentences[i]!.text) ? quotedIn(sentences[i]!.text) : null));
  }

  #wordsOf(text: string, language: string | null): Word[] {
    const known = this.#known.get(language ?? "") ?? new Map<string, readonly Word[]>();
    this.#known.set(language ?? "", known);
    const words: Word[] = [];
    for (const run of text.split(" ")) {
      let found = known.get(run);
      if (found === undefined) known.set(run, (found = this.#readRun(run, language)));
      for (const word of found) words.push(word);
    }
    return words;
  }

  #readRun(run: string, language: string | null): Word[] {
    const plain = PLAIN_RUN.exec(run)?.[1];
    if (plain !== undefined) return [this.#word(plain, plain.toLowerCase(), language)];
    const index = new TextIndex(run);
    return tokenize(run, language).flatMap(({ start, end, word }): Word[] => {
      const text = index.slice(start, end);
      return word ? [this.#word(text, foldText(text).text.replace(POSSESSIVE, ""), language)] : [];
    });
  }

  #word(text: string, folded: string, language: string | null): Word {
    const number = numberOf(folded, language);
    return { text, folded, id: this.#idOf(number === null ? stem(folded, language) : `#${number}`), silent: number === null && saysNothing([folded]), number: number !== null, capital: CAPITAL.test(text) };
  }

  #idOf(key: string): number {
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    this.#words.set(key, this.#count);
    return this.#count++;
  }

  /** A number goes with what it counts on either side: "14 May" and "May 14" are one. */
  #pairOf(one: Word, other: Word): number {
    const turned = (one.number || other.number) && one.id > other.id;
    return this.#pairs.of(turned ? other.id : one.id, turned ? one.id : other.id, () => this.#count++);
  }

  #terms(words: readonly Word[], capital: ReadonlySet<string>, quoted: ((word: number) => boolean) | null): Terms {
    const found = { ids: [] as number[], weights: [] as number[], names: [] as boolean[], shown: [] as (string | null)[] };
    const add = (id: number, weight: number, name: boolean, shown: string | null) => {
      const at = found.ids.indexOf(id);
      if (at >= 0) {
        if (weight > found.weights[at]!) found.weights[at] = weight;
        return;
      }
      found.ids.push(id);
      found.weights.push(weight);
      found.names.push(name);
      found.shown.push(shown);
    };
    let before: Word | null = null;
    let beforeName = false;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const name = this.names.has(word.folded) || (word.capital && capital.has(word.folded));
      if (!word.silent) add(word.id, word.number ? NUMBER : name ? NAME : PLAIN, name, word.text);
      // A full name is two words already; its pair would count it a third time.
      if (before !== null && !(before.silent && word.silent) && !(name && beforeName)) {
        const named = (name && before.silent) || (word.silent && beforeName);
        add(this.#pairOf(before, word), quoted?.(at) ? QUOTED_PAIR : PAIR, named, null);
      }
      before = word;
      beforeName = name;
    }
    return found;
  }
}

/** Whether a word of a text, by its number, stands in quotation marks. */
function quotedIn(text: string): ((word: number) => boolean) | null {
  const inner = findQuotations(text).map((quotation) => quotation.inner);
  if (inner.length === 0) return null;
  const words = tokenize(text).filter(({ word }) => word);
  return (number) => inner.some(({ start, end }) => start <= (words[number]?.start ?? -1) && (words[number]?.start ?? 0) < end);
}

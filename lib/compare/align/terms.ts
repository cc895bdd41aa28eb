import { foldText } from "@/lib/text/fold";
import { findQuotations } from "@/lib/text/quotations";
import { saysNothing } from "@/lib/text/stop-words";
import { TextIndex } from "@/lib/text/text-index";
import { tokenize } from "@/lib/text/tokens";
import type { ComparedArticle, Sentence } from "../passage";
import { numberOf } from "./numbers";
import { stem } from "./stem";

/** What a sentence may share with another, with how much more it counts than a plain word. */
export type Term = { readonly key: string; readonly weight: number; /** Part of a name. */ readonly name: boolean; /** As it stands; null for a pair of words. */ readonly shown: string | null };

const [PLAIN, NUMBER, NAME, PAIR, QUOTED_PAIR] = [1, 1.3, 1.4, 0.5, 0.8];
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /\p{Nd}/u;
/** Languages in which a capital inside a sentence is no sign of a name. */
const CAPITAL_NOUNS = /^(?:de|lb)\b/i;
const POSSESSIVE = /['’]s?$/u;

type Word = { readonly text: string; readonly folded: string; readonly key: string; readonly start: number; readonly silent: boolean };

/**
 * Reads the terms of sentences: stemmed words without stop words, numbers ("nine" is 9; "3,000" is 3000), and pairs of
 * neighbouring words, which tell a fact better than two words far apart. Numbers, names and what stands in quotation
 * marks count for more.
 * @param names folded words of known names (targets, outlets), which count as names however they are written
 */
export class TermReader {
  readonly #folds = new Map<string, string>();

  constructor(private readonly names: ReadonlySet<string>) {}

  /** The terms of every sentence of an article, each term once. */
  read({ sentences, language }: ComparedArticle): Term[][] {
    const words = sentences.map((sentence) => this.#words(sentence, language));
    // In a heading every word may have a capital.
    const running = words.filter((_, i) => sentences[i]?.kind !== "headline" && sentences[i]?.kind !== "heading");
    const capital = new Set(CAPITAL_NOUNS.test(language ?? "") ? [] : capitals(running));
    const isName = ({ text, folded }: Word) => this.names.has(folded) || (CAPITAL.test(text) && capital.has(folded));
    return sentences.map((sentence, i) => terms(words[i] ?? [], isName, quoted(sentence)));
  }

  #words({ text }: Sentence, language: string | null): Word[] {
    const index = new TextIndex(text);
    return tokenize(text, language).flatMap(({ start, end, word }): Word[] => {
      if (!word) return [];
      const own = index.slice(start, end);
      const folded = this.#fold(own);
      const number = numberOf(folded, language);
      return [{ text: own, folded, key: number === null ? stem(folded, language) : `#${number}`, start, silent: number === null && saysNothing([folded]) }];
    });
  }

  #fold(text: string): string {
    const known = this.#folds.get(text);
    if (known !== undefined) return known;
    const folded = foldText(text).text.replace(POSSESSIVE, "");
    this.#folds.set(text, folded);
    return folded;
  }
}

/** Words that are written with a capital inside a sentence. */
const capitals = (sentences: readonly (readonly Word[])[]): string[] => sentences.flatMap((words) => words.slice(1).flatMap(({ text, folded }) => (CAPITAL.test(text) ? [folded] : [])));

const quoted = ({ text }: Sentence): { start: number; end: number }[] => (/["“„«‘'「『»]/u.test(text) ? findQuotations(text).map(({ inner }) => ({ start: inner.start, end: inner.end })) : []);

function terms(words: readonly Word[], isName: (word: Word) => boolean, quotations: readonly { start: number; end: number }[]): Term[] {
  const found = new Map<string, Term>();
  const add = (term: Term) => {
    if ((found.get(term.key)?.weight ?? 0) < term.weight) found.set(term.key, term);
  };
  let before: Word | null = null;
  for (const word of words) {
    const name = isName(word);
    if (!word.silent) add({ key: word.key, weight: word.key.startsWith("#") ? NUMBER : name ? NAME : PLAIN, name, shown: word.text });
    // A full name is two words already; its pair would count it a third time.
    if (before !== null && !(before.silent && word.silent) && !(name && isName(before))) {
      const inQuotes = quotations.some(({ start, end }) => start <= word.start && word.start < end);
      // A number with what it counts: "14 May" and "May 14" are one.
      const key = DIGIT.test(before.key) || DIGIT.test(word.key) ? [before.key, word.key].sort().join("+") : `${before.key} ${word.key}`;
      add({ key, weight: inQuotes ? QUOTED_PAIR : PAIR, name: (name && before.silent) || (word.silent && isName(before)), shown: null });
    }
    before = word;
  }
  return [...found.values()];
}

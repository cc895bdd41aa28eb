import { foldText } from "@/lib/text/fold";
import { saysNothing } from "@/lib/text/stop-words";
import { tokenize } from "@/lib/text/tokens";

/** The longest phrase that is counted, in words. */
export const LONGEST_PHRASE = 3;
/** What parts phrases: nobody says the words on its two sides in one breath. */
const STOPS = /[.!?;:…\n“”„«»"()[\]]+|\s[–—-]\s/u;
const POSSESSIVE = /['’]s?$/u;
const WORD = /\p{L}/u;

/** Phrases with how often each stands in a text, and how many words the text has. */
export type Counted = { readonly counts: ReadonlyMap<string, number>; readonly words: number };

/**
 * The words and phrases of a text, folded: every word that is no stop word or bare number, and every run of two or three
 * words that neither begins nor ends with one and crosses no stop or quotation mark.
 * @param language BCP 47 tag, null for the default rules
 */
export function countPhrases(text: string, language: string | null): Counted {
  const counts = new Map<string, number>();
  let total = 0;
  for (const piece of text.split(STOPS)) {
    const words = wordsOf(piece, language);
    total += words.length;
    const silent = words.map((word) => !WORD.test(word) || saysNothing([word]));
    for (let i = 0; i < words.length; i++) {
      if (silent[i]) continue;
      for (let length = 1; length <= LONGEST_PHRASE && i + length <= words.length; length++) {
        if (silent[i + length - 1]) continue;
        const phrase = words.slice(i, i + length).join(" ");
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
  }
  return { counts, words: total };
}

/** Adds counts to others. */
export function addCounts(into: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [phrase, n] of counts) into.set(phrase, (into.get(phrase) ?? 0) + n);
}

function wordsOf(piece: string, language: string | null): string[] {
  const chars = [...piece];
  return tokenize(piece, language).flatMap(({ start, end, word }) => {
    const folded = word ? foldText(chars.slice(start, end).join("")).text.replace(POSSESSIVE, "") : "";
    return folded === "" ? [] : [folded];
  });
}

import { foldText } from "@/lib/text/fold";
import { saysNothing } from "@/lib/text/stop-words";
import { TextIndex } from "@/lib/text/text-index";
import { tokenize } from "@/lib/text/tokens";
import { utf16 } from "@/lib/text/units";

/** The longest phrase that is counted, in words. */
export const LONGEST_PHRASE = 3;
/** What parts phrases: nobody says the words on its two sides in one breath. */
const STOPS = /[.!?;:…\n“”„«»"()[\]]+|\s[–—-]\s/gu;
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
  for (const words of readPieces(text, language)) {
    total += words.length;
    eachPhrase(words, (phrase) => counts.set(phrase, (counts.get(phrase) ?? 0) + 1));
  }
  return { counts, words: total };
}

/** Where a phrase that `countPhrases` told stands in the text, in code points. */
export function phrasePlaces(text: string, phrase: string, language: string | null): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const words of readPieces(text, language)) {
    eachPhrase(words, (found, from, to) => {
      if (found === phrase) places.push({ start: words[from]!.start, end: words[to]!.end });
    });
  }
  return places;
}

/** Adds counts to others. */
export function addCounts(into: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [phrase, n] of counts) into.set(phrase, (into.get(phrase) ?? 0) + n);
}

type Word = { readonly folded: string; readonly start: number; readonly end: number };

function eachPhrase(words: readonly Word[], take: (phrase: string, from: number, to: number) => void): void {
  const silent = words.map(({ folded }) => !WORD.test(folded) || saysNothing([folded]));
  for (let i = 0; i < words.length; i++) {
    if (silent[i]) continue;
    let phrase = "";
    for (let last = i; last < i + LONGEST_PHRASE && last < words.length; last++) {
      phrase += `${last > i ? " " : ""}${words[last]!.folded}`;
      if (!silent[last]) take(phrase, i, last);
    }
  }
}

/** The words of a text between stops and quotation marks. */
function readPieces(text: string, language: string | null): Word[][] {
  const index = new TextIndex(text);
  const pieces: Word[][] = [];
  let from = 0;
  for (const stop of [...text.matchAll(STOPS), null]) {
    const to = stop?.index ?? text.length;
    const offset = index.toCodePoint(utf16(from));
    pieces.push(
      tokenize(text.slice(from, to), language, offset).flatMap(({ start, end, word }): Word[] => {
        const folded = word ? foldText(index.slice(start, end)).text.replace(POSSESSIVE, "") : "";
        return folded === "" ? [] : [{ folded, start, end }];
      }),
    );
    from = to + (stop?.[0].length ?? 0);
  }
  return pieces;
}

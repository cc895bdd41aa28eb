import { isAnnotatable, type Block } from "@/lib/articles/blocks";
import { MASK } from "@/lib/articles/source-mask";
import type { Framing } from "@/lib/codebook/framing";
import { foldText } from "@/lib/text/fold";
import { phraseFinder } from "@/lib/text/phrases";
import { saysNothing } from "@/lib/text/stop-words";
import { TextIndex } from "@/lib/text/text-index";

/** One mark that was made elsewhere: its words, as they were shown, and how they were coded. */
export type CodedPhrase = { readonly quote: string; readonly targetId: string; readonly framing: Framing; /** It stands in the settled record, and is nobody's own. */ readonly settled?: boolean };
/** How often a phrase was coded so by oneself, and how often it was settled so, if it was. */
export type HowCoded = { readonly targetId: string; readonly framing: Framing; readonly n: number; readonly settled?: number | undefined };
/** Words of this article that were coded before in others. `start` and `end` are code points. */
export type Suggestion = HowCoded & { readonly start: number; readonly end: number; readonly quote: string; /** Other ways in which the same words were coded, the most frequent first. */ readonly others: readonly HowCoded[] };

/** What suggestions are made of. */
export type SuggestionsOf = {
  /** As it is shown to the annotator. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The only blocks that are coded; none named means all. */
  readonly ordinals: readonly number[];
  /** The newest first. */
  readonly before: readonly CodedPhrase[];
  /** One's own marks on this article. */
  readonly standing: readonly { readonly targetId: string; readonly parts: readonly { readonly start: number; readonly end: number }[] }[];
  readonly dismissed: readonly { readonly targetId: string; readonly key: string }[];
};

/** Suggestions per article. */
export const MOST_SUGGESTIONS = 100;
const FEWEST_WORDS = 2;
const FEWEST_CHARACTERS = 8;
/** Code points of the longest phrase that is suggested. */
export const LONGEST_PHRASE = 200;

/** What makes two phrases the same: their folding. */
export const phraseKey = (phrase: string): string => foldText(phrase).text.trim();

/** Whether words are worth suggesting: two of them or eight characters, no whole paragraph, no hidden word, more than stop words. */
function isPhrase(quote: string, key: string): boolean {
  const words = key.split(" ");
  const length = [...key].length;
  return !quote.includes(MASK) && (words.length >= FEWEST_WORDS || length >= FEWEST_CHARACTERS) && length <= LONGEST_PHRASE && !saysNothing(words);
}

type Phrase = { readonly quote: string; readonly key: string; readonly ways: readonly HowCoded[] };

const times = ({ n, settled = 0 }: HowCoded): number => n + settled;

/** Marks by their words, each way of coding counted; where two are as frequent, the newer comes first. */
function phrasesOf(before: readonly CodedPhrase[]): Phrase[] {
  const byKey = new Map<string, { quote: string; ways: Map<string, HowCoded> }>();
  for (const { quote, targetId, framing, settled: isSettled = false } of before) {
    const key = phraseKey(quote);
    if (!isPhrase(quote, key)) continue;
    const phrase = byKey.get(key) ?? { quote, ways: new Map<string, HowCoded>() };
    const way = `${targetId} ${framing}`;
    const { n, settled = 0 } = phrase.ways.get(way) ?? { n: 0 };
    const more = settled + (isSettled ? 1 : 0);
    phrase.ways.set(way, { targetId, framing, n: n + (isSettled ? 0 : 1), ...(more > 0 ? { settled: more } : {}) });
    byKey.set(key, phrase);
  }
  return [...byKey].map(([key, { quote, ways }]) => ({ quote, key, ways: [...ways.values()].sort((a, b) => times(b) - times(a)) }));
}

/**
 * What to suggest in an article: whole words that one coded elsewhere, or that were settled there, in the order of the text, at most
 * `MOST_SUGGESTIONS`. Coded differently before, the most frequent way is suggested and the others are named. A way is
 * passed over where it was dismissed, or where a mark with its target lies over the words already.
 */
export function suggestionsFor({ text, blocks, ordinals, before, standing, dismissed }: SuggestionsOf): Suggestion[] {
  const gone = new Set(dismissed.map(({ targetId, key }) => `${targetId} ${key}`));
  const phrases = phrasesOf(before).flatMap((phrase) => {
    const ways = phrase.ways.filter(({ targetId }) => !gone.has(`${targetId} ${phrase.key}`));
    return ways.length === 0 ? [] : [{ ...phrase, ways }];
  });
  const find = phraseFinder(phrases.map((phrase) => phrase.quote));
  const index = new TextIndex(text);
  const found: Suggestion[] = [];
  const coded = blocks.filter((block) => isAnnotatable(block.kind) && (ordinals.length === 0 || ordinals.includes(block.ordinal)));
  for (const block of coded) {
    for (const place of find(index.slice(block.start, block.end))) {
      const [start, end] = [block.start + place.start, block.start + place.end];
      const over = standing.filter(({ parts }) => parts.some((part) => part.start < end && start < part.end));
      const ways = phrases[place.phrase]?.ways ?? [];
      const first = ways.find(({ targetId }) => over.every((mark) => mark.targetId !== targetId));
      if (first === undefined) continue;
      found.push({ ...first, start, end, quote: index.slice(start as typeof block.start, end as typeof block.end), others: ways.filter((way) => way !== first) });
      if (found.length === MOST_SUGGESTIONS) return found;
    }
  }
  return found;
}

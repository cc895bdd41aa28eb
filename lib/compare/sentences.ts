import { type BlockKind, isAnnotatable } from "@/lib/articles/blocks";
import { firstEndingAfter } from "@/lib/text/ranges";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, type TextRange } from "@/lib/text/units";
import type { Sentence } from "./passage";

/** Sentences that one comparison holds at most: aligning them takes time in their square. What stands behind is told as left out. */
export const ALL_SENTENCES = 1_500;
/** The most that is compared of one article. */
export const MOST_SENTENCES = 600;
/** The most code points of one article's sentences. */
export const MOST_CODE_POINTS = 60_000;

type Block = { readonly kind: BlockKind; readonly start: number; readonly end: number };

/**
 * The sentences of an article that are compared, the headline's first, with how many stand behind what is compared.
 * Page chrome and bylines tell nothing of the event.
 * @param articles how many articles are compared, 1 or more: they share what can be compared
 * @param ranges every sentence of the text, in its order (code points), as `findSentences` has them for each block
 */
export function comparedSentences(text: string, blocks: readonly Block[], ranges: readonly TextRange[], articles = 1): { readonly sentences: Sentence[]; readonly leftOut: number } {
  const index = new TextIndex(text);
  const told = blocks.filter(({ kind }) => isAnnotatable(kind));
  const placed = [...told.filter(({ kind }) => kind === "headline"), ...told.filter(({ kind }) => kind !== "headline")].flatMap(({ kind, start, end }) => {
    const found: Omit<Sentence, "index">[] = [];
    for (let i = firstEndingAfter(ranges, start); i < ranges.length && ranges[i]!.start < end; i += 1) {
      const [from, to] = [Math.max(ranges[i]!.start, start), Math.min(ranges[i]!.end, end)];
      found.push({ start: from, end: to, kind, text: index.slice(codePoint(from), codePoint(to)) });
    }
    return found;
  });
  const most = Math.min(MOST_SENTENCES, Math.floor(ALL_SENTENCES / articles));
  let length = 0;
  const kept = placed.findIndex((sentence, i) => i >= most || (length += sentence.end - sentence.start) > MOST_CODE_POINTS);
  const sentences = (kept < 0 ? placed : placed.slice(0, kept)).map((sentence, i): Sentence => ({ index: i, ...sentence }));
  return { sentences, leftOut: placed.length - sentences.length };
}

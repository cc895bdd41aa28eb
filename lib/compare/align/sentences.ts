import { isAnnotatable } from "@/lib/articles/blocks";
import type { PlainBlock } from "@/lib/articles/reading";
import { firstEndingAfter } from "@/lib/text/ranges";
import { TextIndex } from "@/lib/text/text-index";
import { decodeRanges } from "@/lib/text/token-code";
import type { TextRange } from "@/lib/text/units";
import type { ComparedArticle, Sentence } from "../passage";

/** An article as it is stored: its text, the blocks of that text, and its sentences as `snapsOf` wrote them (chrome, too). */
export type StoredArticle = Omit<ComparedArticle, "sentences"> & { readonly text: string; readonly blocks: readonly PlainBlock[]; readonly sentences: string };

/**
 * The sentences of an article as they are compared: the headline first, then the order of the text; never of chrome or
 * a byline. Offsets count code points of the whole text. Throws a `RangeError` where `sentences` is not our code.
 */
export function comparedArticle({ id, language, publishedOn, text, blocks, sentences }: StoredArticle): ComparedArticle {
  const index = new TextIndex(text);
  const ranges = decodeRanges(sentences);
  const told = blocks.filter(({ kind }) => isAnnotatable(kind)).sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  const found = told.flatMap((block) => inside(ranges, block).map((range) => ({ ...range, kind: block.kind })));
  return { id, language, publishedOn, sentences: found.map(({ start, end, kind }, at): Sentence => ({ index: at, start, end, text: index.slice(start, end), kind })) };
}

const rank = ({ kind }: PlainBlock): number => (kind === "headline" ? 0 : 1);

/** The ranges (in order, apart) that lie in a block. */
function inside(ranges: readonly TextRange[], block: PlainBlock): TextRange[] {
  const found: TextRange[] = [];
  for (let i = firstEndingAfter(ranges, block.start); ; i++) {
    const range = ranges[i];
    if (range === undefined || range.end > block.end) return found;
    found.push(range);
  }
}

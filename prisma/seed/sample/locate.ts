import { type Block, rangeProblem, splitBlocks } from "@/lib/articles/blocks";
import type { SampleBlock, SampleMark } from "./types";

/** `[start, end)` in Unicode code points of the article's text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the n-th occurrence (from 1) of the words stands, in code points.
 * @throws RangeError when there are fewer occurrences
 */
export function locate(text: string, quote: string, occurrence = 1): Place {
  let at = -1;
  for (let found = 0; found < occurrence; found++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new RangeError(`“${quote}” does not occur ${occurrence} times`);
  }
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...quote].length };
}

/**
 * The blocks of a sample article: the default split, with the kinds that it cannot know put right.
 * @throws RangeError when no line, or more than one, begins with the words of an override
 */
export function sampleBlocks(text: string, overrides: readonly SampleBlock[]): Block[] {
  const letters = [...text];
  const words = (block: Block): string => letters.slice(block.start, block.end).join("");
  const blocks = splitBlocks(text);
  for (const { startsWith } of overrides) {
    const found = blocks.filter((block) => words(block).startsWith(startsWith)).length;
    if (found !== 1) throw new RangeError(`${found} lines begin with “${startsWith}”`);
  }
  return blocks.map((block) => {
    const override = overrides.find((one) => words(block).startsWith(one.startsWith));
    return override === undefined ? block : { ...block, kind: override.kind };
  });
}

/** Where a mark stands, or why it cannot: not found, or in a block that carries no marks. */
export function markPlace(text: string, blocks: readonly Block[], mark: SampleMark): Place {
  const place = locate(text, mark.quote, mark.occurrence);
  const problem = rangeProblem(place, blocks);
  if (problem !== null) throw new RangeError(`“${mark.quote}”: ${problem.message}`);
  return place;
}

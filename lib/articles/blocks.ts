import { type TextRange, textRange } from "@/lib/text/units";

/** What a block can be. `chrome` is page furniture; it and a byline can carry no span. */
export const BLOCK_KINDS = ["headline", "byline", "heading", "paragraph", "list_item", "quotation", "caption", "embed", "chrome"] as const;

/** One of `BLOCK_KINDS`. */
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A range of the article's text with a kind; blocks never overlap and stand in the order of the text. */
export interface Block extends TextRange {
  readonly ordinal: number;
  readonly kind: BlockKind;
}

/**
 * The blocks of a canonical text: every line that is not blank is one, without its line break and outer white
 * space; the first is the headline, the others are paragraphs until a person says otherwise.
 * Every code point that is not white space lies in exactly one block.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    const start = lineStart + codePoints(line) - codePoints(line.trimStart());
    const length = codePoints(line.trim());
    if (length > 0) {
      const ordinal = blocks.length;
      blocks.push({ ordinal, kind: ordinal === 0 ? "headline" : "paragraph", ...textRange(start, start + length) });
    }
    lineStart += codePoints(line) + 1;
  }
  return blocks;
}

/** True when spans may be marked in blocks of this kind and its words are counted. */
export function isAnnotatable(kind: BlockKind): boolean {
  return kind !== "chrome" && kind !== "byline";
}

/** Why a range cannot carry a span. */
export interface RangeProblem {
  readonly code: "outside_text" | "reversed" | "empty" | "blank" | "in_chrome" | "in_byline";
  readonly message: string;
}

const MESSAGES: Readonly<Record<RangeProblem["code"], string>> = {
  outside_text: "The range reaches outside the text.",
  reversed: "The range ends before it starts.",
  empty: "The range has no length.",
  blank: "The range holds no words.",
  in_chrome: "The range touches page chrome, which is not annotated.",
  in_byline: "The range touches a byline, which is not annotated.",
};

/**
 * Why a range (code points, not yet trusted) cannot carry a span over these blocks, or null when it can.
 * The text is taken to end with its last block: only white space can follow.
 */
export function rangeProblem(range: { readonly start: number; readonly end: number }, blocks: readonly Block[]): RangeProblem | null {
  const code = problemCode(range.start, range.end, blocks);
  return code === null ? null : { code, message: MESSAGES[code] };
}

function problemCode(start: number, end: number, blocks: readonly Block[]): RangeProblem["code"] | null {
  const last = blocks.at(-1)?.end ?? 0;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < 0 || start > last || end > last) return "outside_text";
  if (end < start) return "reversed";
  if (end === start) return "empty";
  const touched = blocks.filter((block) => block.start < end && start < block.end);
  if (touched.length === 0) return "blank";
  if (touched.some((block) => block.kind === "chrome")) return "in_chrome";
  return touched.some((block) => block.kind === "byline") ? "in_byline" : null;
}

function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

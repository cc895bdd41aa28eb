import type { BlockKind } from "@/lib/articles/blocks";
import type { TextIndex } from "@/lib/text/text-index";
import { codePoint, type TextRange } from "@/lib/text/units";
import { isCoded } from "../panes/coded-blocks";
import type { BlockData } from "../types";

/** A block whose words can be read and reached. */
export interface ReaderBlock extends TextRange {
  readonly ordinal: number;
  readonly kind: Exclude<BlockKind, "chrome">;
  /** A piece of a very long block, which goes on where the piece before it ends. */
  readonly follows?: boolean;
}

/** What stands in the reader: a block of text, or a run of chrome as one closed box. */
export type ReaderItem = { readonly kind: "block"; readonly block: ReaderBlock } | { readonly kind: "chrome"; readonly ranges: readonly TextRange[] };

/** The blocks in order, neighbouring chrome joined. */
export function readerItems(blocks: readonly BlockData[]): ReaderItem[] {
  const items: ReaderItem[] = [];
  for (const { ordinal, kind, start, end } of blocks) {
    const range = { start: codePoint(start), end: codePoint(end) };
    const last = items.at(-1);
    if (kind !== "chrome") items.push({ kind: "block", block: { ordinal, kind, ...range } });
    else if (last?.kind === "chrome") items[items.length - 1] = { kind: "chrome", ranges: [...last.ranges, range] };
    else items.push({ kind: "chrome", ranges: [range] });
  }
  return items;
}

/** A node of the reader's document, as the editor takes it. */
export type ReaderNode = { type: string; attrs?: Record<string, string | number | null>; content?: { type: "text"; text: string }[] };

const NUMBERED: ReadonlySet<BlockKind> = new Set(["paragraph", "list_item", "quotation", "embed"]);

/** The document as data: one node per block, named after its kind; running text is numbered, and blocks that are not coded stand aside. */
export function readerDocument(index: TextIndex, items: readonly ReaderItem[], language: string | null, named: readonly number[] = []): { type: "doc"; content: ReaderNode[] } {
  let number = 0;
  const content = items.map((item): ReaderNode => {
    if (item.kind === "chrome") {
      return { type: "chrome", attrs: { words: item.ranges.map(({ start, end }) => index.slice(start, end)).join(" · "), lines: item.ranges.length } };
    }
    const { kind, ordinal, start, end, follows = false } = item.block;
    const numbered = NUMBERED.has(kind) && !follows;
    if (numbered) number += 1;
    return { type: kind, attrs: { number: numbered ? number : null, follows: follows ? "follows" : null, lang: language, aside: isCoded(ordinal, named) ? null : "aside" }, content: [{ type: "text", text: index.slice(start, end) }] };
  });
  return { type: "doc", content };
}

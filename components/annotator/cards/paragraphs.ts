import type { Translator } from "@/components/words/words";
import { isAnnotatable } from "@/lib/articles/blocks";
import { TextIndex } from "@/lib/text/text-index";
import type { CodePoint } from "@/lib/text/units";
import { isCoded } from "../panes/coded-blocks";
import { readerItems } from "../reader/items";
import { startOf } from "../state/model";
import type { AnnotateDocument, AnnotatorSpan } from "../types";

/** A block that can be marked, as the list of spans names it, with the spans that begin in it. */
export interface Paragraph {
  readonly ordinal: number;
  /** "Headline", "Paragraph 3". */
  readonly name: string;
  /** The same within a sentence: "paragraph 3". */
  readonly within: string;
  /** Its first words. */
  readonly words: string;
  readonly spans: readonly AnnotatorSpan[];
  /** How many spans come before its own. */
  readonly before: number;
}

const NAMED = ["headline", "heading", "caption"] as const;
const FIRST_WORDS = 60;

/** The blocks of an article that can be marked, numbered as beside the text, each with its spans in their order. */
export function paragraphsOf({ article, blocks, assignment }: Pick<AnnotateDocument, "article" | "blocks" | "assignment">, spans: readonly AnnotatorSpan[], t: Translator<"cards">): Paragraph[] {
  const index = new TextIndex(article.text);
  let [number, at] = [0, 0];
  const found: Paragraph[] = [];
  for (const item of readerItems(blocks)) {
    if (item.kind === "chrome") continue;
    const { kind, ordinal, start, end } = item.block;
    const own = NAMED.find((one) => one === kind);
    if (own === undefined && kind !== "byline") number += 1;
    if (!isAnnotatable(kind) || !isCoded(ordinal, assignment.blockOrdinals)) continue;
    const before = at;
    for (let span = spans[at]; span !== undefined && startOf(span) < end; at += 1) span = spans[at + 1];
    found.push({ ordinal, ...(own === undefined ? { name: t("blocks.paragraph", { n: number }), within: t("within.paragraph", { n: number }) } : { name: t(`blocks.${own}`), within: t(`within.${own}`) }), words: index.slice(start, Math.min(end, start + FIRST_WORDS) as CodePoint), spans: spans.slice(before, at), before });
  }
  // What a change of blocks left behind the last of them is listed too.
  const last = found.at(-1);
  if (last !== undefined && at < spans.length) found[found.length - 1] = { ...last, spans: spans.slice(last.before) };
  return found;
}

import type { Translator } from "@/components/words/words";
import type { BlockData } from "../types";

/** Whether words of this block can be marked: of all blocks when none is named. */
export function isCoded(ordinal: number, named: readonly number[]): boolean {
  return named.length === 0 || named.includes(ordinal);
}

/** Which blocks are coded, as a sentence; null when all are. */
export function codedSentence(blocks: readonly BlockData[], named: readonly number[], t: Translator<"annotate.work">): string | null {
  if (named.length === 0) return null;
  const coded = blocks.filter((block) => named.includes(block.ordinal));
  const headline = coded.some((block) => block.kind === "headline");
  const others = coded.filter((block) => block.kind !== "headline");
  const first = blocks.filter((block) => block.kind !== "headline" && block.kind !== "byline" && block.kind !== "chrome").slice(0, others.length);
  const leading = others.length > 0 && others.every((block) => first.includes(block));
  if (coded.length === 0) return t("nothingCoded");
  const rest = t(leading ? "leading" : "chosen", { n: others.length });
  return t("onlyCoded", { what: !headline ? "rest" : others.length === 0 ? "headline" : "both", rest, n: coded.length });
}

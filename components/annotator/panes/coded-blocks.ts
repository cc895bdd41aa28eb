import type { BlockData } from "../types";

/** Whether words of this block can be marked: of all blocks when none is named. */
export function isCoded(ordinal: number, named: readonly number[]): boolean {
  return named.length === 0 || named.includes(ordinal);
}

/** Which blocks are coded, as a sentence; null when all are. */
export function codedSentence(blocks: readonly BlockData[], named: readonly number[]): string | null {
  if (named.length === 0) return null;
  const coded = blocks.filter((block) => named.includes(block.ordinal));
  const headline = coded.some((block) => block.kind === "headline");
  const others = coded.filter((block) => block.kind !== "headline");
  const first = blocks.filter((block) => block.kind !== "headline" && block.kind !== "byline" && block.kind !== "chrome").slice(0, others.length);
  const leading = others.length > 0 && others.every((block) => first.includes(block));
  const parts = [headline ? "the headline" : null, others.length === 0 ? null : leading ? firstWords(others.length) : numberWords(others.length)].filter((part) => part !== null);
  return parts.length === 0 ? "Nothing of this article is coded here." : `Only ${parts.join(" and ")} ${others.length + (headline ? 1 : 0) === 1 ? "is" : "are"} coded here.`;
}

function firstWords(count: number): string {
  return count === 1 ? "the first paragraph" : `the first ${count} paragraphs`;
}

function numberWords(count: number): string {
  return count === 1 ? "1 chosen paragraph" : `${count} chosen paragraphs`;
}

import type { Translator } from "@/components/words/words";

/** Letters and signs that a note can have. */
export const LONGEST_NOTE = 4000;
/** From how many before the end it is told. */
const SOON = 400;

/** How much room a note of this length has left, as words, once it gets short; null before. `over`: it is too long to be saved. */
export function lengthWords(length: number, t: Translator<"writing">): { readonly words: string; readonly over: boolean } | null {
  const left = LONGEST_NOTE - length;
  if (left > SOON) return null;
  if (left >= 0) return { words: t("left", { n: String(left), of: String(LONGEST_NOTE) }), over: false };
  return { words: t("over", { n: -left }), over: true };
}

/** Letters and signs that a note can have. */
export const LONGEST_NOTE = 4000;
/** From how many before the end it is told. */
const SOON = 400;

/** How much room a note of this length has left, as words, once it gets short; null before. `over`: it is too long to be saved. */
export function lengthWords(length: number): { readonly words: string; readonly over: boolean } | null {
  const left = LONGEST_NOTE - length;
  if (left > SOON) return null;
  if (left >= 0) return { words: `${left} of ${LONGEST_NOTE} characters left`, over: false };
  return { words: `${-left} ${left === -1 ? "character" : "characters"} too long`, over: true };
}

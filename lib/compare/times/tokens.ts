/** A word, a run of digits, or any other character. Offsets are UTF-16 units of the sentence. */
export type TimeToken = { readonly kind: "word" | "digits" | "mark"; readonly text: string; readonly lower: string; readonly start: number; readonly end: number; /** White space stands before it. */ readonly spaced: boolean };

const TOKEN = /(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|(\p{Nd}+)|\S/gu;
const ELIDED = /^[ld]'(?=\p{L}{2})/u;

/** The words, runs of digits and marks of a sentence, in linear time. A word's small form has a straight apostrophe and no elided article ("l’été" is "été"). */
export function timeTokens(sentence: string): TimeToken[] {
  const tokens: TimeToken[] = [];
  let end = 0;
  for (const found of sentence.matchAll(TOKEN)) {
    const kind = found[1] !== undefined ? "word" : found[2] !== undefined ? "digits" : "mark";
    const text = found[0];
    // No phrase of ours is as long as that, and a long run would be copied for nothing.
    const lower = kind !== "word" ? text : text.length > 40 ? "" : text.toLowerCase().replaceAll("’", "'").replace(ELIDED, "");
    tokens.push({ kind, text, lower, start: found.index, end: found.index + text.length, spaced: found.index > end });
    end = found.index + text.length;
  }
  return tokens;
}

/** The number of a run of at most four ASCII digits, else null. */
export const digitsOf = (token: TimeToken | undefined, most = 4): number | null => (token?.kind === "digits" && token.text.length <= most && /^[0-9]+$/u.test(token.text) ? Number(token.text) : null);

/** What the longest phrase at a token means, and the token behind it. Up to five words. */
export function phraseAt<T>(tokens: readonly TimeToken[], at: number, table: ReadonlyMap<string, T>): { readonly value: T; readonly next: number } | null {
  let text = "";
  let best: { value: T; next: number } | null = null;
  for (let i = at; i < Math.min(tokens.length, at + 5); i += 1) {
    const token = tokens[i]!;
    if (token.kind !== "word") break;
    text = text === "" ? token.lower : `${text} ${token.lower}`;
    const value = table.get(text);
    if (value !== undefined) best = { value, next: i + 1 };
  }
  return best;
}

/** Whether a mark stands at a token, and touches what is before it where `tight`. */
export const isMark = (token: TimeToken | undefined, marks: string, tight = false): boolean => token?.kind === "mark" && marks.includes(token.text) && !(tight && token.spaced);

import type { PageFacts } from "./page-facts";
import type { Hints, Look, UnderstoodBlock } from "./understood";

/** One line of what a page shows, with what is known of it so far. */
export type Line = {
  readonly text: string;
  kind: UnderstoodBlock["kind"];
  reason: UnderstoodBlock["reason"];
  /** True when a blank line (or the end) stands on both sides. */
  readonly alone: boolean;
  /** The part of the line that markup gives as its byline. */
  readonly credit?: string;
};

/** Lines longer than this, in UTF-16 units, are running text; no rule for short lines looks at them. */
export const SHORT = 400;

/** What a line says, without case, kinds of apostrophe, runs of space and marks at its ends; "" for a line that is no short one. */
export function lineKey(text: string): string {
  if (text.length > SHORT) return "";
  // Many rules ask for the key of one line in a row.
  if (text !== last.text) last = { text, key: keyOf(text) };
  return last.key;
}

let last = { text: "", key: "" };
const keyOf = (text: string): string =>
  text.toLowerCase().replace(/[’‘ʼ`´]/gu, "'").replace(/[\s\u200c\u200e\u200f]+/gu, " ").replace(/^[\s«»"“”:.…›>→|•·*#[\]()-]+/u, "").replace(/[\s«»"“”:.…›>→↓▼|•·*#[\]()!-]+$/u, "");

/** The words of a line: parts between white space that hold a letter or digit. Looks at the first 600 characters. */
export const wordsOf = (text: string): string[] => text.slice(0, 600).split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Marks a line as page furniture, for a reason. */
export function toChrome(line: Line, reason: NonNullable<UnderstoodBlock["reason"]>): void {
  line.kind = "chrome";
  line.reason = reason;
}

/** The names under which the project knows outlets. */
export type KnownOutlets = NonNullable<Hints["outlets"]>;

/** What the two ways of reading have in common. `text` holds the lines in their order, one each. */
export type Read = { readonly text: string; readonly lines: readonly Line[]; readonly head: number | null; readonly title: string | null; readonly facts: PageFacts | null; readonly looks: readonly Look[] };

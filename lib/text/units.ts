declare const unit: unique symbol;

/**
 * A position in Unicode code points: the one unit of the database, the API and every export
 * (what Postgres `substr`, Python and W3C selectors count).
 */
export type CodePoint = number & { readonly [unit]: "code point" };

/** A position in UTF-16 code units: what JavaScript strings and the DOM count. Stays inside `lib/text` and the reader. */
export type Utf16 = number & { readonly [unit]: "utf-16" };

/** A half-open range `[start, end)` in code points. */
export interface TextRange {
  readonly start: CodePoint;
  readonly end: CodePoint;
}

/** Says that a number counts code points. */
export function codePoint(value: number): CodePoint {
  return value as CodePoint;
}

/** Says that a number counts UTF-16 code units. */
export function utf16(value: number): Utf16 {
  return value as Utf16;
}

/** A range in code points from two plain numbers. */
export function textRange(start: number, end: number): TextRange {
  return { start: start as CodePoint, end: end as CodePoint };
}

/** How many code points a string has. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

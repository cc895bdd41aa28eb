import type { Token } from "./tokens";
import { type TextRange, textRange } from "./units";

/** Printable ASCII that JSON writes as it is: one character of code each, 92 in all. */
const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((char) => char !== '"' && char !== "\\").join("");
const VALUES = new Map([...ALPHABET].map((char, value) => [char, value]));
const BASE = ALPHABET.length >>> 1;
/** How long a word may be that is one character of code, by the number of code points between it and the one before. */
const SHORT = [12, 36, 36] as const;
const NEXT_TO = SHORT[0];
const AFTER_ONE = NEXT_TO + SHORT[1];
const SPELT_OUT = AFTER_ONE + SHORT[2];

/**
 * Tokens (in order, apart) as text, most of them one character: how far after the last one each begins, how long it
 * is, and whether it is a word. `decodeTokens` reads it back.
 */
export function encodeTokens(tokens: readonly Token[]): string {
  let code = "";
  let before = 0;
  for (const { start, end, word } of tokens) {
    const [gap, length] = [start - before, end - start];
    const short = SHORT[gap];
    if (word && short !== undefined && length <= short) code += ALPHABET[firstOf(gap) + length - 1] ?? "";
    else code += `${ALPHABET[SPELT_OUT] ?? ""}${number(gap)}${number(length * 2 + (word ? 1 : 0))}`;
    before = end;
  }
  return code;
}

/** The tokens that `encodeTokens` wrote. Throws a `RangeError` for anything else. */
export function decodeTokens(code: string): Token[] {
  const reader = new Reader(code);
  const tokens: Token[] = [];
  let at = 0;
  while (!reader.atEnd) {
    const value = reader.value();
    let gap = value < NEXT_TO ? 0 : value < AFTER_ONE ? 1 : 2;
    let length = value - firstOf(gap) + 1;
    let word = true;
    if (value >= SPELT_OUT) {
      gap = reader.number();
      const rest = reader.number();
      [length, word] = [rest >>> 1, rest % 2 === 1];
    }
    tokens.push({ ...textRange(at + gap, at + gap + length), word });
    at += gap + length;
  }
  return tokens;
}

/** Ranges (in order, apart) as text: how far after the last one each begins, and how long it is. */
export function encodeRanges(ranges: readonly TextRange[]): string {
  let code = "";
  let before = 0;
  for (const { start, end } of ranges) {
    code += number(start - before) + number(end - start);
    before = end;
  }
  return code;
}

/** The ranges that `encodeRanges` wrote. Throws a `RangeError` for anything else. */
export function decodeRanges(code: string): TextRange[] {
  const reader = new Reader(code);
  const ranges: TextRange[] = [];
  let at = 0;
  while (!reader.atEnd) {
    const start = at + reader.number();
    at = start + reader.number();
    ranges.push(textRange(start, at));
  }
  return ranges;
}

function firstOf(gap: number): number {
  return gap === 0 ? 0 : gap === 1 ? NEXT_TO : AFTER_ONE;
}

/** A whole number, lowest digit first; every digit but the last is one of the upper half of the alphabet. */
function number(value: number): string {
  let code = "";
  let rest = value;
  for (; rest >= BASE; rest = Math.floor(rest / BASE)) code += ALPHABET[BASE + (rest % BASE)] ?? "";
  return code + (ALPHABET[rest] ?? "");
}

class Reader {
  #at = 0;

  constructor(private readonly code: string) {}

  get atEnd(): boolean {
    return this.#at >= this.code.length;
  }

  value(): number {
    const value = VALUES.get(this.code[this.#at] ?? "");
    if (value === undefined) throw new RangeError(`Character ${this.#at} of the code is none of ours.`);
    this.#at += 1;
    return value;
  }

  number(): number {
    let [sum, factor] = [0, 1];
    for (;;) {
      const digit = this.value();
      sum += (digit % BASE) * factor;
      if (digit < BASE) return sum;
      factor *= BASE;
    }
  }
}

import type { FigureWords } from "./figure-words";
import { isMark, phraseAt, type TimeToken } from "./tokens";

/** A number at a token: its least and most, and the token behind it. `many`: "hundreds", of which no most is known. */
export type ReadNumber = { readonly value: number; readonly next: number; readonly many: boolean };

/** Longest run of digits that is read as a number; longer ones are names of something. */
const MOST_DIGITS = 12;

/** "1,318", "1.2 billion", "three thousand", "a dozen", "hundreds". Null for ordinals, parts of longer names, and "one". */
export function readNumber(tokens: readonly TimeToken[], at: number, words: FigureWords, language: string | null): ReadNumber | null {
  const many = phraseAt(tokens, at, words.many);
  if (many) return { value: many.value, next: many.next, many: true };
  const plain = inDigits(tokens, at, words, language) ?? inWords(tokens, at, words);
  if (!plain) return null;
  let { value, next } = plain;
  for (let scale = phraseAt(tokens, next, words.scales); scale && next < at + 12; scale = phraseAt(tokens, next, words.scales)) {
    value *= scale.value;
    next = scale.next;
  }
  return value > Number.MAX_SAFE_INTEGER ? null : { value, next, many: false };
}

function inDigits(tokens: readonly TimeToken[], at: number, { group, point }: FigureWords, language: string | null): { value: number; next: number } | null {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token?.kind !== "digits" || token.text.length > MOST_DIGITS || !/^[0-9]+$/u.test(token.text)) return null;
  if (before && !token.spaced && !isMark(before, "($€£¥–—“\"'‘„«≈~")) return null;
  let [text, next] = [token.text, at + 1];
  const spaces = /^fr\b/iu.test(language ?? "");
  while (text.length <= MOST_DIGITS) {
    const [mark, more] = [tokens[next], tokens[next + 1]];
    if (isMark(mark, group, true) && more?.kind === "digits" && !more.spaced && more.text.length === 3 && token.text.length <= 3) [text, next] = [text + more.text, next + 2];
    else if (spaces && mark?.kind === "digits" && mark.spaced && mark.text.length === 3 && token.text.length <= 3) [text, next] = [text + mark.text, next + 1];
    else break;
  }
  const decimals = tokens[next + 1];
  if (isMark(tokens[next], point, true) && decimals?.kind === "digits" && !decimals.spaced && decimals.text.length <= 4) [text, next] = [`${text}.${decimals.text}`, next + 2];
  const behind = tokens[next];
  // "4th", "3-2", "10:15", "1/2" and "4.2.1" are no counts.
  if (behind && !behind.spaced && ((behind.kind === "word" && !/^(?:m|mn|bn|k|tn|km|kg)$/u.test(behind.lower)) || (isMark(behind, ":/.,") && tokens[next + 1]?.kind === "digits" && !tokens[next + 1]!.spaced))) return null;
  return { value: Number(text), next };
}

function inWords(tokens: readonly TimeToken[], at: number, { numbers, scales }: FigureWords): { value: number; next: number } | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const first = numbers.get(token.lower);
  // "a million", "a dozen"
  if (first === undefined) return /^(?:a|an|ein|eine|un|une)$/u.test(token.lower) && scales.has(tokens[at + 1]?.lower ?? "") ? { value: 1, next: at + 1 } : null;
  const unit = isMark(tokens[at + 1], "-", true) ? numbers.get(tokens[at + 2]?.lower ?? "") : undefined;
  return first >= 20 && unit !== undefined && unit < 10 ? { value: first + unit, next: at + 3 } : { value: first, next: at + 1 };
}

import { codePointLength } from "@/lib/text/units";
import { saysNothing } from "@/lib/text/stop-words";
import type { FigureMention, TimeMention } from "../mention";
import type { ComparedArticle } from "../passage";
import { calendarOf } from "./calendars";
import { type Bound, type FigureWords, figureWordsOf } from "./figure-words";
import { readNumber, type ReadNumber } from "./read-number";
import { isMark, phraseAt, type TimeToken, timeTokens } from "./tokens";

/** An article tells fewer; more come of tables and hostile text. */
export const MOST_FIGURES = 500;
/** "About" 3,000 is taken as 2,700 to 3,300. */
const ABOUT = 0.1;
const SIGNS: Readonly<Record<string, string>> = { $: "dollars", "€": "euros", "£": "pounds", "¥": "yen" };
const CAPITAL = /^\p{Lu}/u;

type Read = { readonly first: number; readonly next: number; readonly low: number | null; readonly high: number | null; readonly vague: boolean; readonly unit: string };

/**
 * Every number of something that an article's sentences name, in their order, at most 500. A number without a noun, an
 * age, an ordinal, a score, and what is part of a time, a road or a page is none. Linear in the length of the text.
 * @param times what `findTimes` found in the article
 */
export function findFigures(article: ComparedArticle, times: readonly TimeMention[]): FigureMention[] {
  const words = figureWordsOf(article.language);
  const { numbered } = calendarOf(article.language);
  const found: FigureMention[] = [];
  const taken = new Map<number, TimeMention[]>();
  for (const time of times) taken.set(time.sentence, [...(taken.get(time.sentence) ?? []), time]);
  for (const sentence of article.sentences) {
    const tokens = timeTokens(sentence.text);
    const dated = taken.get(sentence.index) ?? [];
    let [unit, point, time] = [0, sentence.start, 0];
    const place = (to: number): number => {
      point += codePointLength(sentence.text.slice(unit, to));
      unit = to;
      return point;
    };
    for (let at = 0; at < tokens.length; ) {
      const read = readFigure(tokens, at, words, article.language, numbered);
      if (!read) {
        at += 1;
        continue;
      }
      const [start, end] = [place(tokens[read.first]!.start), place(tokens[read.next - 1]!.end)];
      at = read.next;
      while (time < dated.length && dated[time]!.end <= start) time += 1;
      if (time < dated.length && dated[time]!.start < end) continue;
      if (found.length === MOST_FIGURES) return found;
      found.push({ articleId: article.id, start, end, sentence: sentence.index, low: read.low, high: read.high, vague: read.vague, unit: read.unit });
    }
  }
  return found;
}

function readFigure(tokens: readonly TimeToken[], at: number, words: FigureWords, language: string | null, numbered: ReadonlySet<string>): Read | null {
  const bound = phraseAt(tokens, at, words.bounds);
  const start = bound?.next ?? at;
  const sign = SIGNS[tokens[start]?.text ?? ""];
  const first = readNumber(tokens, sign ? start + 1 : start, words, language);
  const before = tokens[at - 1];
  if (!first || (before && !sign && (numbered.has(before.lower) || words.aged.has(before.lower)))) return null;
  const second = first.many ? null : rangeEnd(tokens, first.next, words, language, bound?.value ?? null, first.value);
  const last = second ?? first;
  if (isAge(tokens, at, last.next)) return null;
  const named = sign ? { unit: sign, next: last.next } : unitAt(tokens, last.next, words);
  if (!named) return null;
  // "from 3 members" begins no range, and "from" says nothing of the number.
  return { first: bound && bound.value !== "from" ? at : start, next: named.next, ...ends(first, second, bound?.value ?? null), unit: named.unit };
}

function ends(first: ReadNumber, second: ReadNumber | null, bound: Bound | null): { readonly low: number | null; readonly high: number | null; readonly vague: boolean } {
  const { value } = first;
  if (second) return { low: Math.min(value, second.value), high: Math.max(value, second.value), vague: bound === "about" };
  if (first.many) return { low: value, high: null, vague: true };
  switch (bound) {
    case "about":
      return { low: exact(value * (1 - ABOUT)), high: exact(value * (1 + ABOUT)), vague: true };
    case "nearly":
      return { low: exact(value * (1 - ABOUT)), high: value, vague: true };
    case "least":
      return { low: value, high: null, vague: false };
    case "most":
      return { low: null, high: value, vague: false };
    default:
      return { low: value, high: value, vague: false };
  }
}

/** Without the dust of binary fractions. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** The second number of "between 9 and 13", "9 to 13", "9–13". */
function rangeEnd(tokens: readonly TimeToken[], at: number, words: FigureWords, language: string | null, bound: Bound | null, first: number): ReadNumber | null {
  const dash = isMark(tokens[at], "–—-", true) && !tokens[at + 1]?.spaced;
  const link = dash ? null : phraseAt(tokens, at, words.links);
  if (!dash && !(link && (link.value === "to" || bound === "between"))) return null;
  const next = dash ? at + 1 : link!.next;
  const sign = SIGNS[tokens[next]?.text ?? ""];
  // After a dash nothing is spaced, so the digits are looked at alone.
  const second = dash ? readNumber(tokens.slice(next, next + 12), 0, words, language) : readNumber(tokens, sign ? next + 1 : next, words, language);
  const end = second && dash ? { ...second, next: second.next + next } : second;
  return end && !end.many && end.value > first ? end : null;
}

/** "Ann May, 47, said", "47-year-old", "47 years old". */
function isAge(tokens: readonly TimeToken[], at: number, next: number): boolean {
  const [comma, name, behind] = [tokens[at - 1], tokens[at - 2], tokens[next]];
  if (isMark(comma, ",") && name?.kind === "word" && CAPITAL.test(name.text) && behind?.kind === "mark" && isMark(behind, ",.)")) return true;
  if (isMark(behind, "-", true) && tokens[next + 1]?.lower === "year") return true;
  return (behind?.lower === "years" && tokens[next + 1]?.lower === "old") || (behind?.lower === "jahre" && tokens[next + 1]?.lower === "alt");
}

/** What is counted, and the token behind it. */
function unitAt(tokens: readonly TimeToken[], at: number, words: FigureWords): { readonly unit: string; readonly next: number } | null {
  if (isMark(tokens[at], "%")) return { unit: "%", next: at + 1 };
  const percent = phraseAt(tokens, at, words.percent);
  if (percent) return { unit: "%", next: percent.next };
  const money = phraseAt(tokens, at, words.money);
  if (money) return { unit: money.value, next: money.next };
  for (let i = at; i < Math.min(tokens.length, at + 4); i += 1) {
    const token = tokens[i]!;
    if (token.kind !== "word") return null;
    // What befell them stays outside, so that it tells what the number is about.
    if (words.befell.has(token.lower)) return { unit: "people", next: at };
    if (words.verbs.has(token.lower) && token.lower !== "people") continue;
    if (isNoun(token, tokens[i + 1], words)) return { unit: token.lower.replace(/'s?$/u, ""), next: i + 1 };
    if (saysNothing([token.lower])) return null;
  }
  return null;
}

const isNoun = (token: TimeToken, behind: TimeToken | undefined, words: FigureWords): boolean => {
  if (token.lower.length < 3 && token.lower !== "km" && token.lower !== "kg") return false;
  if (token.lower === "people" || token.lower === "km" || token.lower === "kg") return true;
  if (saysNothing([token.lower])) return false;
  if (words.group === ".") return words.percent.has("prozent") ? CAPITAL.test(token.text) : /[sx]$/u.test(token.lower);
  return /(?:[^s]s|men|children)$/u.test(token.lower) || behind === undefined || behind.kind === "mark";
};

import { DAY } from "./minutes";

/** What stands before a time and says how it is meant. `at` is evidence of a time and changes nothing. */
export type Prefix = "at" | "by" | "until" | "after" | "since" | "before" | "shortly_before" | "shortly_after" | "early" | "mid" | "late" | "about" | "between";
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "century";
export type Season = "spring" | "summer" | "autumn" | "winter";
export type DayPart = { readonly from: number; readonly to: number };
/** Counted from the day of publication: `n` units on, the whole unit. */
export type Deictic = { readonly unit: Unit; readonly n: number; readonly part?: DayPart };
/** "pm", "Uhr": null where both halves of the day can be meant. */
export type ClockEnd = { readonly half: "am" | "pm" | "24" | null };
/** Words (up to five, in small letters, one space between) and what they mean. */
export type Phrases<T> = ReadonlyMap<string, T>;

/** How one language writes times. */
export type Calendar = {
  readonly months: Phrases<number>;
  /** Month names that are other words in small letters ("may", "march"), or unless something speaks for a month. */
  readonly capitalMonths: boolean;
  readonly weekdays: Phrases<number>;
  readonly seasons: Phrases<Season>;
  readonly units: Phrases<Unit>;
  readonly numbers: Phrases<number>;
  /** "nineteenth". */
  readonly ordinals: Phrases<number>;
  readonly decades: Phrases<number>;
  /** Whether a year stands behind any word without another one: "die Wahl 2021", "wurde 1911 gegründet". */
  readonly yearsBehind: boolean;
  /** What follows the digits of a decade: "s" of "1980s". */
  readonly decadeEnds: ReadonlySet<string>;
  /** What may stand behind a day's digits: "th", or a full stop. */
  readonly dayEnds: ReadonlySet<string>;
  readonly century: ReadonlySet<string>;
  readonly prefixes: Phrases<Prefix>;
  readonly links: Phrases<"to" | "and">;
  readonly dayParts: Phrases<DayPart>;
  /** "noon" as minutes of the day. */
  readonly clockWords: Phrases<number>;
  readonly clockEnds: Phrases<ClockEnd>;
  readonly deictic: Phrases<Deictic>;
  /** "last", "next" before a weekday, unit, month or season: steps from now. */
  readonly turns: Phrases<number>;
  /** The same behind its noun, as in French. */
  readonly turnsBehind: Phrases<number>;
  /** "the following" before a unit: steps from the time told before. */
  readonly turnsTold: Phrases<number>;
  /** The same behind its noun. */
  readonly turnsToldBehind: Phrases<number>;
  /** "two years later". */
  readonly later: Phrases<1 | -1>;
  /** "two years after the war". */
  readonly beside: Phrases<1 | -1>;
  /** "two years ago"; in German and French it stands in front. */
  readonly ago: { readonly before: Phrases<true>; readonly behind: ReadonlySet<string> };
  /** "the" before "2003 invasion". */
  readonly determiners: ReadonlySet<string>;
  /** "his" before "eighties": an age. */
  readonly possessives: ReadonlySet<string>;
  /** "year", "years" before digits. */
  readonly yearNouns: ReadonlySet<string>;
  /** What a number that follows is the name of: "Route 2003", "page 1998". */
  readonly numbered: ReadonlySet<string>;
  /** Nouns behind digits that show them to be a count: "2003 people". */
  readonly counted: ReadonlySet<string>;
  /** "of" between a day or season and its month or year. */
  readonly of: ReadonlySet<string>;
  /** "on" between a clock time and its day. */
  readonly on: ReadonlySet<string>;
  /** "will": a weekday in such a sentence is the next one. */
  readonly future: ReadonlySet<string>;
  /** Words that end the name of what a time is counted from. */
  readonly stops: ReadonlySet<string>;
};

/** A set from words with spaces between. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** A map from lines of words that mean the same: `{ 1: "january jan" }`. */
export const numbered = (table: Readonly<Record<number, string>>): Phrases<number> => new Map(Object.entries(table).flatMap(([n, text]) => text.split(" ").map((word) => [word, Number(n)] as const)));

/** A map from phrases with "|" between to what they mean. */
export const phrases = <T extends string>(table: Readonly<Record<T, string>>): Phrases<T> => new Map(Object.entries(table).flatMap(([value, text]) => (text as string).split("|").map((phrase) => [phrase, value as T] as const)));

/** Parts of a day in minutes; the night goes on into the next day. */
export const PARTS = { morning: { from: 360, to: 719 }, noon: { from: 690, to: 750 }, afternoon: { from: 720, to: 1079 }, evening: { from: 1080, to: DAY - 1 }, night: { from: 1200, to: DAY + 359 }, small_hours: { from: 0, to: 359 } } as const;

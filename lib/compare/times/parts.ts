import type { DayPart, Season, Unit } from "./calendar";

/** What is said of a time, before it is placed on the calendar. */
export type Parts = {
  readonly century?: number;
  /** Full ("1980"), or of an unsaid century ("80"). */
  readonly decade?: number;
  readonly year?: number;
  readonly season?: Season;
  readonly month?: number;
  readonly day?: number;
  /** Two readings of "3/4/2023". */
  readonly eitherWay?: boolean;
  readonly weekday?: number;
  readonly dayPart?: DayPart;
  /** Minutes of the day; `half` null: the half of the day is unsaid. */
  readonly clock?: { readonly minute: number; readonly half: "am" | "pm" | "24" | null };
  /** Whole units counted from the day of publication. */
  readonly offset?: { readonly unit: Unit; readonly n: number };
  /** Units counted from the time told before ("two years later"), or from an event. */
  readonly counted?: { readonly unit: Unit; readonly n: number; readonly from: "told" | string };
};

/** A time at a token, and the token behind it. */
export type Atom = { readonly parts: Parts; readonly next: number };

/** The earlier of two ends of a range with what only the later one says: "9 to 11 May 2004", "November to February 2004". */
export function filledFrom(first: Parts, second: Parts): Parts {
  if (first.clock && second.clock) return { ...second, ...first, clock: { ...first.clock, half: first.clock.half ?? second.clock.half } };
  if (first.year !== undefined || first.decade !== undefined || first.century !== undefined || first.offset !== undefined) return first;
  const month = first.month ?? (first.day !== undefined ? second.month : undefined);
  const year = second.year === undefined ? undefined : second.year - (month !== undefined && second.month !== undefined && month > second.month ? 1 : 0);
  const withMonth = { ...first, ...(month === undefined ? {} : { month }) };
  return year === undefined || (month === undefined && first.season === undefined) ? withMonth : { ...withMonth, year };
}

/** The later end with what only the earlier one says: "from May 2004 to June" is June 2004. */
export function filledTo(first: Parts, second: Parts): Parts {
  if (second.year !== undefined || first.year === undefined || (second.month === undefined && second.season === undefined)) return second;
  const over = first.month !== undefined && second.month !== undefined && second.month < first.month;
  return { ...second, year: first.year + (over ? 1 : 0) };
}

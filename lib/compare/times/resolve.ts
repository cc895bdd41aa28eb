import type { TimeKind } from "../mention";
import type { Season, Unit } from "./calendar";
import { civil, DAY, dayNumber, daysIn, weekdayOf } from "./minutes";
import type { Parts } from "./parts";

/** First and last minute (both within), and how it was said. */
export type Placed = { readonly kind: TimeKind; readonly from: number; readonly to: number; readonly vague: boolean };

/** What was told before in the article, and when it was published. */
export type Context = {
  /** Day numbers; null where it is not known. */
  readonly published: number | null;
  readonly day: number | null;
  readonly year: number | null;
  readonly clock: number | null;
  readonly told: { readonly from: number; readonly to: number; readonly text: string } | null;
  /** Whether the sentence looks ahead ("will"). */
  readonly future: boolean;
};

const SEASONS: Readonly<Record<Season, readonly [number, number]>> = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] };
const days = (kind: TimeKind, from: number, to: number, vague = false): Placed => ({ kind, from: from * DAY, to: (to + 1) * DAY - 1, vague });
const monthOf = (year: number, month: number): Placed => days("month", dayNumber(year, month, 1), dayNumber(year, month, 1) + daysIn(year, month) - 1);
const yearsOf = (kind: TimeKind, from: number, to: number): Placed => days(kind, dayNumber(from, 1, 1), dayNumber(to, 12, 31));

/** Where a time lies on the calendar; null where that hangs on something that is not known. Never before the year 1 or after 9999. */
export function placed(parts: Parts, context: Context): Placed | null {
  const found = place(parts, context);
  return found && found.from >= FIRST && found.to <= LAST ? found : null;
}

const FIRST = dayNumber(1, 1, 1) * DAY;
const LAST = dayNumber(9999, 12, 31) * DAY + DAY - 1;

function place(parts: Parts, context: Context): Placed | null {
  const { century, decade, year, clock, dayPart, counted } = parts;
  if (counted) return countedFrom(counted, context);
  if (century !== undefined) return yearsOf("century", (century - 1) * 100 + 1, century * 100);
  if (decade !== undefined) {
    const first = decade >= 1000 ? decade : lastDecade(decade, context);
    return yearsOf("decade", first, first + 9);
  }
  const dated = datePlaced(parts, context);
  if (clock || dayPart) {
    if ((parts.day !== undefined || parts.weekday !== undefined || parts.offset !== undefined) && dated === null) return null;
    return timeOfDay(parts, dated, context);
  }
  return dated ?? (year === undefined ? null : yearsOf("year", year, year));
}

const lastDecade = (decade: number, { published }: Context): number => {
  const now = published === null ? 2030 : civil(published).year;
  return now - (now % 100) + decade <= now ? now - (now % 100) + decade : now - (now % 100) - 100 + decade;
};

function datePlaced(parts: Parts, context: Context): Placed | null {
  const { offset, season, month, day, weekday, eitherWay } = parts;
  if (month !== undefined && day !== undefined) {
    const year = parts.year ?? yearNear(context, (y) => dayNumber(y, month, Math.min(day, daysIn(y, month))));
    if (year === null || day > daysIn(year, month)) return null;
    if (eitherWay) return days("day", Math.min(dayNumber(year, month, day), dayNumber(year, day, month)), Math.max(dayNumber(year, month, day), dayNumber(year, day, month)), true);
    return days("day", dayNumber(year, month, day), dayNumber(year, month, day));
  }
  if (weekday !== undefined) return weekdayPlaced(weekday, offset?.n ?? null, context);
  if (month !== undefined) {
    const year = parts.year ?? (offset ? turnedYear(offset.n, (y) => dayNumber(y, month, 1), context) : yearNear(context, (y) => dayNumber(y, month, 15)));
    return year === null ? null : monthOf(year, month);
  }
  if (season !== undefined) {
    const [first, last] = SEASONS[season];
    const year = parts.year ?? (offset ? turnedYear(offset.n, (y) => dayNumber(y, first, 1), context) : yearNear(context, (y) => dayNumber(y, first, 1) + 45));
    if (year === null) return null;
    const end = last > 12 ? dayNumber(year + 1, last - 12, daysIn(year + 1, last - 12)) : dayNumber(year, last, daysIn(year, last));
    return days("season", dayNumber(year, first, 1), end, true);
  }
  return offset ? offsetPlaced(offset, context) : null;
}

/** The year that brings a day without one closest to the day of publication, else to the year told last. */
function yearNear({ published, year }: Context, dayIn: (year: number) => number): number | null {
  if (published === null) return year;
  const now = civil(published).year;
  return [now, now - 1, now + 1].reduce((best, one) => (Math.abs(dayIn(one) - published) < Math.abs(dayIn(best) - published) ? one : best));
}

/** "last May": the May before this day; "next May": the one after it; "this May": of this year. */
function turnedYear(n: number, dayIn: (year: number) => number, { published }: Context): number | null {
  if (published === null) return null;
  const now = civil(published).year;
  if (n === 0) return now;
  return n < 0 ? (dayIn(now) < published ? now : now - 1) : dayIn(now) > published ? now : now + 1;
}

function weekdayPlaced(weekday: number, turn: number | null, { published, future }: Context): Placed | null {
  if (published === null) return null;
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  const day = turn === null || turn === 0 ? (future ? published + ahead : published - back) : turn < 0 ? published - (back === 0 ? 7 : back) : published + (ahead === 0 ? 7 : ahead);
  return days("day", day, day);
}

function offsetPlaced({ unit, n }: { readonly unit: Unit; readonly n: number }, { published }: Context): Placed | null {
  if (published === null) return null;
  const { year, month } = civil(published);
  switch (unit) {
    case "century":
      return null;
    case "decade":
      return yearsOf("range", year + Math.min(0, n * 10), year + Math.max(0, n * 10));
    case "year":
      return yearsOf("year", year + n, year + n);
    case "month":
      return monthOf(year + Math.floor((month - 1 + n) / 12), ((((month - 1 + n) % 12) + 12) % 12) + 1);
    case "week": {
      const monday = published - weekdayOf(published) + 1 + n * 7;
      return days("range", monday, monday + 6, true);
    }
    case "day":
      return days("day", published + n, published + n);
    default:
      return { kind: "moment", from: published * DAY + Math.min(0, n * (unit === "hour" ? 60 : 1)), to: published * DAY + DAY - 1, vague: true };
  }
}

/** "two years later": counted from what was told before. From an event it stays relative. */
function countedFrom({ unit, n, from }: NonNullable<Parts["counted"]>, { told }: Context): Placed | null {
  if (from !== "told" || told === null) return null;
  const { year, month, day } = civil(Math.floor(told.from / DAY));
  const vague = true;
  // A day later than some year is no day at all.
  if ((unit === "minute" || unit === "hour" || unit === "day" || unit === "week") && told.to - told.from > 31 * DAY) return null;
  if (unit === "minute" || unit === "hour") return { kind: "relative", from: told.from + n * (unit === "hour" ? 60 : 1), to: told.to + n * (unit === "hour" ? 60 : 1), vague };
  if (unit === "day" || unit === "week") return { kind: "relative", from: told.from + n * DAY * (unit === "week" ? 7 : 1), to: told.to + n * DAY * (unit === "week" ? 7 : 1), vague };
  const long = told.to - told.from;
  const months = unit === "month" ? n : unit === "year" ? n * 12 : unit === "decade" ? n * 120 : n * 1200;
  const shifted = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(shifted / 12), (((shifted % 12) + 12) % 12) + 1];
  if (y < 1 || y > 9999) return null;
  const start = dayNumber(y, m, Math.min(day, daysIn(y, m))) * DAY;
  // Counted in years, the month is not meant.
  const year0 = yearsOf("year", y, y);
  return unit === "month" || long < 32 * DAY ? { kind: "relative", from: start, to: start + long, vague } : { kind: "relative", from: year0.from, to: year0.to, vague };
}

/** A time of day on its day; without one, on the day told last, else on the day of publication: in the evening on the one before, since a paper tells of what is over. */
function timeOfDay(parts: Parts, dated: Placed | null, context: Context): Placed | null {
  const guessed = dated === null;
  const plain = guessed ? (context.day ?? context.published) : Math.floor(dated.from / DAY);
  if (plain === null || (dated !== null && dated.to - dated.from >= DAY)) return dated;
  if (!parts.clock) return { kind: "moment", from: plain * DAY + parts.dayPart!.from, to: plain * DAY + parts.dayPart!.to, vague: true };
  const minute = clockMinute(parts.clock, context.clock);
  const evening = guessed && context.day === null && minute >= 1080 && !context.future;
  const at = (evening ? plain - 1 : plain) * DAY + minute;
  return { kind: "moment", from: at, to: at, vague: guessed || parts.clock.half === null };
}

/** Of the two readings of "five" the one that is nearest to the time of day told last; without one, seven to eleven are in the morning. */
function clockMinute({ minute, half }: NonNullable<Parts["clock"]>, told: number | null): number {
  if (half !== null || minute > 720) return minute;
  const [am, pm] = [minute % 720, (minute % 720) + 720];
  if (told === null) return minute >= 420 && minute < 720 ? am : pm;
  const gap = (one: number): number => Math.min((one - told + DAY) % DAY, 2 * DAY);
  return gap(am) <= gap(pm) ? am : pm;
}

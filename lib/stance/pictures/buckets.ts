/** How wide a bucket of days is. */
export type BucketUnit = "week" | "month" | "year";

const DAY_MS = 86_400_000;
/** Up to half a year by weeks, up to four years by months, beyond by years. */
const [WEEKS_UP_TO, MONTHS_UP_TO] = [183, 1461];

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The unit for a span of days, both YYYY-MM-DD. */
export function unitFor(first: string, last: string): BucketUnit {
  const days = numberOf(last) - numberOf(first);
  return days <= WEEKS_UP_TO ? "week" : days <= MONTHS_UP_TO ? "month" : "year";
}

/** The first day of the bucket of a day: its Monday, the first of its month, or the first of January. */
export function bucketOf(day: string, unit: BucketUnit): string {
  if (unit === "year") return `${day.slice(0, 4)}-01-01`;
  if (unit === "month") return `${day.slice(0, 7)}-01`;
  // Day 0 of the epoch was a Thursday.
  return dayOf(numberOf(day) - ((numberOf(day) + 3) % 7));
}

/** The last day of a bucket, from its first. */
export function lastDayOf(start: string, unit: BucketUnit): string {
  if (unit === "year") return `${start.slice(0, 4)}-12-31`;
  if (unit === "week") return dayOf(numberOf(start) + 6);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Every bucket from that of `first` to that of `last`, those without works too: a gap in time is seen. */
export function bucketsBetween(first: string, last: string, unit: BucketUnit): string[] {
  const [all, end] = [[] as string[], bucketOf(last, unit)];
  for (let at = bucketOf(first, unit); at <= end; at = bucketOf(dayOf(numberOf(lastDayOf(at, unit)) + 1), unit)) all.push(at);
  return all;
}

/** Where a day lies within a bucket, 0..1, so that points of one bucket do not hide each other. */
export const withinBucket = (day: string, start: string, unit: BucketUnit): number => (numberOf(day) - numberOf(start) + 0.5) / (numberOf(lastDayOf(start, unit)) - numberOf(start) + 1);

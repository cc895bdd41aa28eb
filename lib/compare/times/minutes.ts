/** Minutes of a day. */
export const DAY = 1440;

/** A day as a whole number of days since 1970-01-01 in the Gregorian calendar (Hinnant, chrono-compatible date algorithms, days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Year, month and day of a day number (the inverse of `dayNumber`). */
export function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** 1 (Monday) to 7. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** Days of a month. */
export const daysIn = (year: number, month: number): number => (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - dayNumber(year, month, 1);

const two = (n: number): string => String(n).padStart(2, "0");

/** A minute (since 1970-01-01T00:00) as ISO 8601 without a zone: "2003-05-09T23:40". For years 1 to 9999. */
export function isoMinute(minute: number): string {
  const days = Math.floor(minute / DAY);
  const { year, month, day } = civil(days);
  const rest = minute - days * DAY;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** The minute of "YYYY-MM-DDTHH:MM". */
export function minuteOf(iso: string): number {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number) as [number, number, number];
  return dayNumber(year, month, day) * DAY + Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16));
}

/** The day number of "YYYY-MM-DD"; null where it is no date. */
export function dayOf(date: string | null): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date ?? "");
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

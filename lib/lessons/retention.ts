/** From how many days before the end of keeping a class its teacher is reminded. */
const REMINDER_DAYS = 14;
const DAY_MS = 86_400_000;

/** Days from one day to another, both YYYY-MM-DD; negative when it is past. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How many days are left until a class was to be kept (0: today; negative: over), where it is time to remind; null where it is not, or no day was set. */
export function daysToRemind(until: string | null, today: string): number | null {
  if (until === null) return null;
  const left = daysBetween(today, until);
  return left <= REMINDER_DAYS ? left : null;
}

/** Three months from a day, as it is suggested; the last day of a shorter month. */
export function suggestedUntil(today: string): string {
  const [year, month, day] = today.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(day, last))).toISOString().slice(0, 10);
}

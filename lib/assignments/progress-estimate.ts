/** First submissions of one day (UTC, "2026-11-05"). */
export type DayCount = { readonly day: string; readonly submitted: number };

/** Why there is no day: nothing is open, too little was done, nothing was done lately, or the answer would be absurd. */
export type NoFinish = "nothing_assigned" | "done" | "too_few" | "paused" | "clock" | "too_far";
/** The day on which the rest should be submitted, and what it is worked out from; null with the reason. */
export type Finish = { readonly day: string; readonly pace: number; readonly activeDays: number; readonly since: string; readonly reason: null } | { readonly day: null; readonly reason: NoFinish };

/** At most this many days with activity are looked at: the newest. */
export const WINDOW = 14;
/** Below so many submissions there is no pace to speak of. */
export const LEAST = 5;
/** After so many days without a submission nobody can say when work goes on. */
const PAUSE = 30;
/** Half a year: what was done before says nothing about now, and a clock that once stood in another year neither. */
const HORIZON = 180;
/** Ten years. */
const FARTHEST = 3650;
const DAY_MS = 86_400_000;

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The newest days with activity up to today, newest first. Days that lie ahead were written by a clock that was wrong, and say nothing about pace. */
function recent(days: readonly DayCount[], today: string): DayCount[] {
  const past = days.filter(({ day, submitted }) => submitted > 0 && numberOf(day) <= numberOf(today) && numberOf(today) - numberOf(day) < HORIZON);
  return past.sort((a, b) => numberOf(b.day) - numberOf(a.day)).slice(0, WINDOW);
}

const ahead = (days: readonly DayCount[], today: string): boolean => days.some(({ day, submitted }) => submitted > 0 && numberOf(day) > numberOf(today));

/** First submissions per day with activity, over the newest 14 of these; null after fewer than five. */
export function paceOf(days: readonly DayCount[], today: string): number | null {
  const window = recent(days, today);
  const submitted = window.reduce((sum, one) => sum + one.submitted, 0);
  return submitted < LEAST ? null : submitted / window.length;
}

/**
 * When the rest will be submitted, if it goes on as in the newest 14 days with activity; the days between them, and
 * since the last, count as they passed, so that weekends and pauses are part of it. The day is after `today`.
 * @param work how many assignments there are, and how many of them are still open; without practice
 */
export function estimateFinish(days: readonly DayCount[], work: { all: number; open: number }, today: string): Finish {
  if (work.all === 0) return { day: null, reason: "nothing_assigned" };
  if (work.open === 0) return { day: null, reason: "done" };
  const window = recent(days, today);
  const submitted = window.reduce((sum, one) => sum + one.submitted, 0);
  const [newest, oldest] = [window[0], window.at(-1)];
  if (newest === undefined || oldest === undefined || submitted < LEAST) {
    return { day: null, reason: ahead(days, today) ? "clock" : days.reduce((sum, one) => sum + one.submitted, 0) < LEAST ? "too_few" : "paused" };
  }
  const now = numberOf(today);
  if (now - numberOf(newest.day) > PAUSE) return { day: null, reason: "paused" };
  const left = Math.ceil((work.open * (now - numberOf(oldest.day) + 1)) / submitted);
  if (left > FARTHEST) return { day: null, reason: "too_far" };
  return { day: dayOf(now + left), pace: submitted / window.length, activeDays: window.length, since: oldest.day, reason: null };
}

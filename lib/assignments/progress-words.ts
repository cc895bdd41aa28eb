import { allOf, openOf, type Work } from "./progress";
import type { Finish, NoFinish } from "./progress-estimate";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const number = (n: number): string => n.toLocaleString("en-GB");
const assignments = (n: number): string => `${number(n)} ${n === 1 ? "assignment" : "assignments"}`;

/** A day as "3 December", with its year when that is not this one's. */
export function longDay(day: string, today: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ""}${year === today.slice(0, 4) ? "" : ` ${year}`}`;
}

/** The finding of the progress page in one sentence, without its full stop. */
export function finding(work: Work, finish: Finish, today: string): string {
  const [all, open] = [allOf(work), openOf(work)];
  if (all === 0) return "Nothing is assigned yet";
  if (work.assigned === all) return all === 1 ? "No one has begun: one assignment waits" : `No one has begun: ${assignments(all)} wait`;
  if (open === 0 && finish.day === null) return all === 1 ? "The one assignment is submitted" : `All ${assignments(all)} are submitted`;
  const so = `${number(work.submitted)} of ${assignments(all)} ${work.submitted === 1 ? "is" : "are"} submitted`;
  return finish.day === null ? so : `${so}; at this pace the rest takes until ${longDay(finish.day, today)}`;
}

const REASONS: Readonly<Record<NoFinish, string>> = {
  nothing_assigned: "",
  done: "",
  too_few: "After five submissions this page says when the rest will be done.",
  paused: "Nobody has submitted for more than 30 days, so there is no pace to go by.",
  clock: "Some submissions lie ahead of today: the clock of the machine was wrong then or is wrong now, so there is no pace to go by.",
  too_far: "At this pace the rest would take more than ten years.",
};

/** What the day in the finding is worked out from, or why there is none; "" where nothing is to be said. */
export function basis(finish: Finish, today: string): string {
  if (finish.day === null) return REASONS[finish.reason];
  const pace = finish.pace >= 10 ? number(Math.round(finish.pace)) : finish.pace.toFixed(1);
  return `Worked out from ${pace} first submissions on ${finish.activeDays === 1 ? "one day" : `each of ${finish.activeDays} days`} since ${longDay(finish.since, today)}; days off are counted as they passed.`;
}

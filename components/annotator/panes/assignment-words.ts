import type { AssignmentData } from "../types";

const PHASES: Readonly<Record<string, string>> = { practice: "Practice", pilot: "Pilot", reliability: "Reliability check" };
const ROUNDS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];

/**
 * What there is to know about an assignment beside its article: its phase unless it is the main one, the reading when it
 * is not the first, how often it was submitted, and when it is due.
 * @param today the day now, YYYY-MM-DD
 */
export function assignmentWords({ phase, round, dueOn, state }: Pick<AssignmentData, "phase" | "round" | "dueOn" | "state">, submissions: number, today: string): string[] {
  const words = [PHASES[phase], round > 1 ? `${ROUNDS[round - 1] ?? `${round}th`} reading` : undefined, submissions > 0 && state !== "submitted" ? `Submission ${submissions + 1}` : undefined];
  const due = dueOn === null || state === "submitted" ? undefined : dueWords(dueOn, today);
  return [...words, due].filter((word) => word !== undefined);
}

function dueWords(dueOn: string, today: string): string {
  if (dueOn === today) return "Due today";
  return `${dueOn < today ? "Was due" : "Due"} ${dayWords(dueOn, today)}`;
}

/** "3 December", with the year when it is another than today's. */
export function dayWords(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", ...year, timeZone: "UTC" });
}

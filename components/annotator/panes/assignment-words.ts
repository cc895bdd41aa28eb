import type { Translator } from "@/components/words/words";
import type { AssignmentData } from "../types";

const PHASES = ["practice", "pilot", "reliability"] as const;
const READINGS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"] as const;

/** How to say it: the words of the screen, and a day with its month, as `useDates` gives it. */
export interface Told {
  readonly t: Translator<"annotate.work">;
  readonly longDay: (day: string, today: string) => string;
}

/**
 * What there is to know about an assignment beside its article: its phase unless it is the main one, the reading when it
 * is not the first, how often it was submitted, and when it is due.
 * @param today the day now, YYYY-MM-DD
 */
export function assignmentWords({ phase, round, dueOn, state }: Pick<AssignmentData, "phase" | "round" | "dueOn" | "state">, submissions: number, today: string, told: Told): string[] {
  const { t } = told;
  const named = PHASES.find((one) => one === phase);
  const words = [named === undefined ? undefined : t(`phases.${named}`), round > 1 ? reading(round, t) : undefined, submissions > 0 && state !== "submitted" ? t("submission", { n: submissions + 1 }) : undefined];
  const due = dueOn === null || state === "submitted" ? undefined : dueWords(dueOn, today, told);
  return [...words, due].filter((word) => word !== undefined);
}

function dueWords(dueOn: string, today: string, { t, longDay }: Told): string {
  if (dueOn === today) return t("dueToday");
  return t(dueOn < today ? "wasDue" : "due", { day: longDay(dueOn.slice(0, 10), today) });
}

function reading(round: number, t: Told["t"]): string {
  const named = READINGS[round - 2];
  return named === undefined ? t("readings.later", { n: String(round) }) : t(`readings.${named}`);
}

import type { Formatter, Translator } from "@/components/words/words";
import { allOf, openOf, PLACES, type Work } from "@/lib/assignments/progress";
import type { Finish } from "@/lib/assignments/progress-estimate";

type Told = { readonly t: Translator<"progress">; readonly format: Formatter; readonly longDay: (day: string) => string };

/** The finding of the progress page in one sentence, without its full stop. */
export function finding({ t, longDay }: Told, work: Work, finish: Finish): string {
  const [n, open] = [allOf(work), openOf(work)];
  if (n === 0) return t("finding.nothing");
  if (work.assigned === n) return t("finding.unbegun", { n });
  if (open === 0 && finish.day === null) return t("finding.all", { n });
  const some = t("finding.some", { done: work.submitted, n });
  return finish.day === null ? some : t("finding.until", { some, day: longDay(finish.day) });
}

/** What the day in the finding is worked out from, or why there is none; "" where nothing is to be said. */
export function basis({ t, format, longDay }: Told, finish: Finish): string {
  if (finish.day === null) return finish.reason === "nothing_assigned" || finish.reason === "done" ? "" : t(`finding.${finish.reason}`);
  const pace = finish.pace >= 10 ? format.number(Math.round(finish.pace)) : format.number(finish.pace, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return t("finding.basis", { pace, days: finish.activeDays, since: longDay(finish.since) });
}

/** "31 submitted, 2 in progress, 7 to do", or "nothing assigned". */
export function workSentence(t: Translator<"progress">, work: Work): string {
  if (allOf(work) === 0) return t("nothingAssigned");
  return PLACES.filter((place) => work[place] > 0).map((place) => t(`inPlace.${place}`, { n: work[place] })).join(", ");
}

import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { assess } from "./assessed";
import { scaleOf } from "./cells";
import type { Measured } from "./choice";
import { WORKS_FOR_INTERVAL } from "./estimate";
import { fromObservations } from "./from-observations";
import { momentsOf } from "./moments";
import type { Assessed, ReportCard } from "./report";
import { NO_ONE, type Observation } from "./sums";

type Facts = { readonly genre: string | null; readonly publishedOn: string | null };

/** A figure of one group and target from its observations, with the works where they are fewer than three. */
export function figureFrom(measured: Measured, observations: readonly Observation[]): { figure: Assessed; points: ReportCard["genres"][number]["points"]; articles: number; works: number } {
  const [group] = fromObservations(observations);
  const works = group?.works ?? [];
  const figure = assess(momentsOf(works.map((work) => work.value)), group?.sharedWorks ?? 0, scaleOf(measured));
  return { figure, points: works.length < WORKS_FOR_INTERVAL ? works : [], articles: group?.articles ?? 0, works: works.length };
}

/** The same figure genre by genre, the most articles first. Null: genre unknown. */
export function byGenre(measured: Measured, observations: readonly Observation[], facts: ReadonlyMap<string, Facts>): ReportCard["genres"] {
  const groups = new Map<string | null, Observation[]>();
  for (const one of observations) {
    const genre = facts.get(one.articleId)?.genre ?? null;
    groups.set(genre, [...(groups.get(genre) ?? []), one]);
  }
  const rows = [...groups].map(([genre, of]) => ({ genre, ...figureFrom(measured, of) }));
  return rows.sort((a, b) => b.articles - a.articles || ((a.genre ?? "~") < (b.genre ?? "~") ? -1 : 1));
}

/** Over pairs of annotators, the fewest and most articles that both read; the settled record is nobody. Null below two annotators. */
export function inCommon(observations: readonly Observation[]): ReportCard["inCommon"] {
  const read = new Map<string, Set<string>>();
  for (const { coderId, articleId } of observations) if (coderId !== NO_ONE) read.set(coderId, (read.get(coderId) ?? new Set<string>()).add(articleId));
  const people = [...read.values()];
  const shared = people.flatMap((mine, i) => people.slice(i + 1).map((theirs) => [...mine].filter((id) => theirs.has(id)).length));
  return shared.length === 0 ? null : { pairs: shared.length, fewest: Math.min(...shared), most: Math.max(...shared) };
}

/** First and last day of publication, and articles without one. */
export function datesOf(observations: readonly Observation[], facts: ReadonlyMap<string, Facts>): ReportCard["dates"] {
  const ids = [...new Set(observations.map((one) => one.articleId))];
  const days = ids.flatMap((id) => facts.get(id)?.publishedOn ?? []).sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null, without: ids.length - days.length };
}

/** A part of a whole, 0..1; undefined for a reason where there is no whole. */
export const shareOf = <Reason extends string>(part: number, whole: number, none: Reason) => (whole === 0 ? undefinedFor(none) : defined(part / whole));

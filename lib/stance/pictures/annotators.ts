import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { Interval, Scale } from "../estimate";
import { estimate } from "../estimate";
import { meanOf } from "../mean";
import { type NoSeverity, type Severity, severityOf } from "../severity";
import { NO_ONE, type Observation } from "../sums";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { grouped } from "./work-values";

/** How far an annotator is from the others on the articles of one outlet (null: on all articles that they share). */
export type ResidualCell = {
  readonly annotatorId: string;
  readonly outletId: string | null;
  readonly works: number;
  readonly articles: number;
  /** Mean over works; it stands from one work up, and says with `works` how little that is. */
  readonly mean: number;
  readonly interval: Interval | null;
};
export type ResidualsPicture = LeftOut & { readonly annotators: readonly Named[]; readonly outlets: readonly Named[]; readonly cells: readonly ResidualCell[]; readonly sharedArticles: number; /** How each leans over all outlets, or why that cannot be told. */ readonly severity: Quantity<Severity, NoSeverity> };

/**
 * Residuals of annotators by outlet: an annotator's value of an article − the mean of all its annotators, averaged over
 * copies and then over works. Only articles that two annotators or more coded; settled records are no annotator. An
 * annotator who is severe everywhere has one sign in every column; one who changes with the outlet has not.
 * A residual holds the annotator's own value in the mean that it is taken from: with m annotators it is (m − 1)/m of the
 * distance to the others.
 * @param scale of the values; residuals reach twice as far
 */
export function residualsPicture(observations: readonly Observation[], people: readonly Named[], outlets: readonly Named[], scale: Scale): Picture<ResidualsPicture> {
  const articles = grouped(observations.filter((one) => one.coderId !== NO_ONE), (one) => one.articleId);
  const shared = [...articles.values()].filter((coders) => new Set(coders.map((one) => one.coderId)).size > 1);
  if (articles.size === 0) return undefinedFor("no_works");
  if (shared.length === 0) return undefinedFor("no_overlap");
  const residuals = shared.flatMap((coders) => {
    const centre = meanOf(coders.map((one) => one.value)) ?? 0;
    return coders.map((one) => ({ ...one, value: one.value - centre }));
  });
  const reach: Scale = { low: scale.low - scale.high, high: scale.high - scale.low };
  const perPerson = grouped(residuals, (one) => one.coderId);
  const annotators = people.filter(({ id }) => perPerson.has(id));
  const cells = annotators.flatMap(({ id }): ResidualCell[] => {
    const mine = perPerson.get(id) ?? [];
    const columns = [...grouped(mine, (one) => one.groupId)].filter(([outletId]) => outletId !== null);
    return [cellOf(id, null, mine, reach), ...columns.map(([outletId, ofOutlet]) => cellOf(id, outletId, ofOutlet, reach))];
  });
  const seen = new Set(cells.map((cell) => cell.outletId));
  const unknownWorks = new Set(residuals.filter((one) => one.groupId === null).map((one) => one.workId)).size;
  return defined({ annotators, outlets: byName(outlets.filter(({ id }) => seen.has(id))), cells, sharedArticles: shared.length, severity: severityOf(observations), unknownWorks });
}

function cellOf(annotatorId: string, outletId: string | null, residuals: readonly Observation[], reach: Scale): ResidualCell {
  const works = grouped(residuals, (one) => one.workId);
  const points = [...works].map(([workId, mine]) => ({ workId, value: meanOf(mine.map((one) => one.value)) ?? 0 }));
  return { annotatorId, outletId, works: points.length, articles: new Set(residuals.map((one) => one.articleId)).size, mean: meanOf(points.map((point) => point.value)) ?? 0, interval: estimate(points, reach).interval.value };
}

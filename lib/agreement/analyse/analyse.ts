import type { Choice } from "../choice";
import type { Material } from "../material/material";
import type { Figure, Interval, Line, Report } from "../report";
import { causesOf, matchesOf } from "./causes";
import { codedLayerLine, codedLayers, codedReport } from "./coded-report";
import { documentsOf } from "./documents";
import type { LayerReport } from "./layer-report";
import { severityOf } from "./severity";
import type { Context } from "./unit-lines";
import { layerLine, unitLayers, unitReport } from "./unit-report";

/** What a report has whatever layer and level are looked at. */
export type Base = { readonly context: Context } & Pick<Report, "layers" | "severity" | "causes">;

/** The part of a report that does not depend on the layer and level of the choice. */
export function baseOf(material: Material, choice: Choice): Base {
  const context: Context = { material, choice, documents: documentsOf(material), matches: matchesOf(material) };
  return {
    context,
    layers: [...[...unitLayers(material)].map(([layer, make]) => ({ ...layerLine(context, make()), layer })), ...[...codedLayers(material)].map(([layer, make]) => ({ ...codedLayerLine(context, make()), layer }))],
    severity: severityOf(material),
    causes: causesOf(material, context.matches),
  };
}

/**
 * All figures of a choice, whose base was made of another one that differs in layer and level at most. Passages are
 * places in the articles' texts without their words, which the material does not have. Throws a RangeError for a
 * layer that there is not.
 */
export function reportOf(base: Base, choice: Choice, dataVersion: string): Report {
  const context = { ...base.context, choice };
  const { material, documents } = context;
  const { continua, ...report } = layerReport(context);
  return {
    choice,
    dataVersion,
    phases: material.phases,
    annotators: material.annotators,
    targets: material.targets,
    counts: countsOf(material, documents.count, continua),
    ...report,
    headline: explained(material, report.headline),
    layers: base.layers.map((line) => explained(material, line)),
    severity: base.severity,
    causes: base.causes,
    leftOut: material.leftOut,
  };
}

/** All figures of a choice, from its material. */
export const analyse = (material: Material, choice: Choice, dataVersion: string): Report => reportOf(baseOf(material, choice), choice, dataVersion);

/** Where only one annotator's work is there, that is why no article is shared. */
function explained<L extends Line>({ annotatorsRead }: Material, line: L): L {
  const why = <Q extends Figure | Interval>(one: Q): Q => (annotatorsRead === 1 && one.value === null && one.reason === "no_shared_article" ? { ...one, reason: "one_annotator" } : one);
  return { ...line, figure: why(line.figure), interval: why(line.interval), same: why(line.same), expected: why(line.expected) };
}

function layerReport(context: Context): LayerReport {
  const { layer } = context.choice;
  const [marked, answered] = [unitLayers(context.material).get(layer), codedLayers(context.material).get(layer)];
  if (marked) return unitReport(context, marked());
  if (answered) return codedReport(context, answered());
  throw new RangeError(`There is no layer ${layer}`);
}

const countsOf = ({ articles, articlesRead }: Material, works: number, continua: number): Report["counts"] => ({
  articles: articlesRead,
  sharedArticles: articles.length,
  works,
  continua,
  spans: articles.reduce((sum, { works: done }) => sum + done.reduce((all, { spans }) => all + spans.length, 0), 0),
  submissions: articles.reduce((sum, { works: done }) => sum + done.length, 0),
});

import type { Choice } from "../choice";
import type { Material } from "../material/material";
import type { Report } from "../report";
import { causesOf } from "./causes";
import { codedLayerLine, codedLayers, codedReport } from "./coded-report";
import { documentsOf } from "./documents";
import type { LayerReport } from "./layer-report";
import { severityOf } from "./severity";
import type { Context } from "./unit-lines";
import { layerLine, unitLayers, unitReport } from "./unit-report";

/**
 * All figures of a choice, from its material. Passages are places in the articles' texts without their words, which
 * the material does not have. Throws a RangeError for a layer that there is not.
 */
export function analyse(material: Material, choice: Choice, dataVersion: string): Report {
  const context: Context = { material, choice, documents: documentsOf(material) };
  const [marks, answers] = [unitLayers(material), codedLayers(material)];
  const { continua, ...report } = layerReport(context, marks, answers);
  return {
    choice,
    dataVersion,
    phases: material.phases,
    annotators: material.annotators,
    targets: material.targets,
    counts: countsOf(material, context.documents.count, continua),
    ...report,
    layers: [...[...marks].map(([layer, make]) => ({ ...layerLine(context, make()), layer })), ...[...answers].map(([layer, make]) => ({ ...codedLayerLine(context, make()), layer }))],
    severity: severityOf(material),
    causes: causesOf(material),
    leftOut: material.leftOut,
  };
}

function layerReport(context: Context, marks: ReturnType<typeof unitLayers>, answers: ReturnType<typeof codedLayers>): LayerReport {
  const { layer } = context.choice;
  const [marked, answered] = [marks.get(layer), answers.get(layer)];
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

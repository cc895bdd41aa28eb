import type { Choice } from "../choice";
import type { Material } from "../material/material";
import type { Report } from "../report";
import { documentsOf } from "./documents";
import { severityOf } from "./severity";
import type { Context } from "./unit-lines";
import { layerLine, unitLayers, unitReport } from "./unit-report";

/**
 * All figures of a choice, from its material. Passages are places in the articles' texts without their words, which
 * the material does not have. Throws a RangeError for a layer that there is not.
 */
export function analyse(material: Material, choice: Choice, dataVersion: string): Report {
  const context: Context = { material, choice, documents: documentsOf(material) };
  const layers = unitLayers(material);
  const chosen = layers.get(choice.layer);
  if (chosen === undefined) throw new RangeError(`There is no layer ${choice.layer}`);
  const { continua, ...report } = unitReport(context, chosen());
  return {
    choice,
    dataVersion,
    phases: material.phases,
    annotators: material.annotators,
    targets: material.targets,
    counts: countsOf(material, context.documents.count, continua),
    ...report,
    layers: [...layers].map(([layer, make]) => ({ ...layerLine(context, make()), layer })),
    severity: severityOf(material),
    causes: [],
    leftOut: material.leftOut,
  };
}

const countsOf = ({ articles, articlesRead }: Material, works: number, continua: number): Report["counts"] => ({
  articles: articlesRead,
  sharedArticles: articles.length,
  works,
  continua,
  spans: articles.reduce((sum, { works: done }) => sum + done.reduce((all, { spans }) => all + spans.length, 0), 0),
  submissions: articles.reduce((sum, { works: done }) => sum + done.length, 0),
});

import type { Coefficient } from "@/lib/agreement/report";
import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { methodsParagraphs } from "./methods";
import type { CardAgreement, ReportCard } from "./report";

/** As one writes in a paper what the layers of stance are reported in. */
const WRITTEN: Partial<Record<Coefficient, string>> = { alpha: "Krippendorff’s alpha", cu_alpha: "Krippendorff’s cuα", u_alpha: "Krippendorff’s uα" };

/** The methods paragraphs of a card, in English. Of a single work there is no mean, and they say so. */
export function methodsOf(card: Omit<ReportCard, "agreement" | "methods">, agreement: CardAgreement): string[] {
  const { choice, cell, single } = card;
  const basis = cell ?? single;
  if (basis === null) return [];
  const few = undefinedFor("fewer_than_three_works");
  const adjust = choice.adjust === "severity";
  return methodsParagraphs({
    choice, group: card.whose.name, target: card.target.name, articleSet: card.articleSet, addressedBy: card.addressedBy, sampling: card.sampling,
    published: card.dates.from === null || card.dates.to === null ? null : { from: card.dates.from, to: card.dates.to },
    codebookVersions: card.codebook.versions.map((one) => one.number).sort((a, b) => a - b),
    articles: basis.articles, works: basis.works, annotators: basis.annotators, sharedWorks: basis.sharedWorks, settledArticles: basis.settledArticles,
    counted: basis.judged?.judgements ?? basis.spans, unclear: basis.judged?.unclear ?? 0,
    figure: cell?.figure ?? { works: basis.works, mean: few, interval: few }, rate: cell?.rate ?? null, shrunken: cell?.shrunken ?? null,
    severity: !adjust ? null : card.adjusted.value === null ? undefinedFor(card.adjusted.reason) : defined({ articles: card.adjusted.value.articles, most: card.adjusted.value.most }), labels: card.labelUncertainty,
    agreement: { coefficient: `${WRITTEN[agreement.coefficient] ?? agreement.coefficient} (${agreement.level})`, value: agreement.figure.value, low: agreement.interval.value?.low ?? null, high: agreement.interval.value?.high ?? null, articles: agreement.articles },
    dataVersion: card.dataVersion, date: card.at.slice(0, 10),
  });
}

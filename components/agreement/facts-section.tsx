import type { Report } from "@/lib/agreement/report";
import { FigureSection } from "./figure-section";
import type { AgreementPlace } from "./links";
import type { Say } from "./say";

/** What the figures rest on, in numbers, with the interval's method and the data version. */
export function FactsSection({ say, place, report: { choice, counts, dataVersion } }: { say: Say; place: AgreementPlace; report: Report }) {
  const { t, format } = say;
  const rows = [
    [t("facts.articles"), format.number(counts.sharedArticles)],
    [t("facts.allArticles"), format.number(counts.articles)],
    [t("facts.works"), format.number(counts.works)],
    [t("facts.submissions"), format.number(counts.submissions)],
    [t("facts.marks"), format.number(counts.spans)],
    [t("facts.continua"), format.number(counts.continua)],
    [t("facts.interval"), choice.interval === "jackknife" ? t("facts.jackknife") : t("facts.bootstrap", { seed: choice.seed })],
    [t("facts.version"), dataVersion],
  ] as const;
  return (
    <FigureSection say={say} place={place} of={null} title={t("facts.title")} sub={t("facts.works1")}>
      <dl className="facts num">{rows.map(([name, value]) => <div key={name} className="ag-fact"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </FigureSection>
  );
}

import { FigureSvg } from "@/components/charts/figure-svg";
import type { Report } from "@/lib/agreement/report";
import { agreementHeatMap, type Named } from "@/lib/figures/agreement-heat-map";
import { FigureSection, FoldedTable } from "./figure-section";
import type { AgreementPlace } from "./links";
import type { Say } from "./say";

/** Everybody against everybody, with the table of the same values. */
export function PairsSection({ say, place, report, people }: { say: Say; place: AgreementPlace; report: Report; people: readonly Named[] }) {
  const { t, figure, reason } = say;
  const { pairs, headline } = report;
  const values = pairs.flatMap((pair) => pair.figure.value ?? []);
  const title = t("pairs.title");
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? id;
  const description = values.length === 0 ? t("pairs.empty") : t("pairs.description", { n: pairs.length, low: figure(Math.min(...values)), high: figure(Math.max(...values)) });
  return (
    <FigureSection say={say} place={place} of="pairs" title={title} sub={`${t("pairs.sub", { layer: say.name(headline), coefficient: t(`short.${headline.coefficient}`) })} ${t("pairs.note")}`}>
      <figure className="ag-fig"><FigureSvg figure={agreementHeatMap(people, pairs, { number: figure, below: t("pairs.below", { value: figure(0.3) }), above: t("pairs.above", { value: figure(0.6) }) })} title={title} description={description} /></figure>
      <FoldedTable say={say} label={title} head={<><th scope="col">{t("pairs.one")}</th><th scope="col">{t("pairs.other")}</th><th scope="col" className="r">{t("lines.figure")}</th><th scope="col" className="r">{t("pairs.articles")}</th></>}>
        {pairs.map((pair) => (
          <tr key={`${pair.a} ${pair.b}`}><th scope="row">{nameOf(pair.a)}</th><td>{nameOf(pair.b)}</td><td className="r num">{pair.figure.value === null ? t("undefined", { reason: reason(pair.figure.reason) }) : figure(pair.figure.value)}</td><td className="r num">{say.format.number(pair.articles)}</td></tr>
        ))}
      </FoldedTable>
    </FigureSection>
  );
}

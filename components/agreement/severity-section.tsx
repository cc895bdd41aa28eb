import { FigureSvg } from "@/components/charts/figure-svg";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Report } from "@/lib/agreement/report";
import { bareBar } from "@/lib/figures/agreement-bars";
import type { Named } from "@/lib/figures/agreement-heat-map";
import { FigureSection } from "./figure-section";
import type { AgreementPlace } from "./links";
import type { Say } from "./say";

/** How much each one marks, as bars in a table. */
export function SeveritySection({ say, place, report: { severity }, people }: { say: Say; place: AgreementPlace; report: Report; people: readonly Named[] }) {
  const { t, format, percent, reason } = say;
  const title = t("severity.title");
  const most = Math.max(0, ...severity.map((one) => one.per1000Words.value ?? 0));
  const rate = (value: number): string => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <FigureSection say={say} place={place} of="severity" title={title} sub={t("severity.sub")}>
      <TableScroll label={title}>
        <table className="tb ag-severity">
          <caption className="vh">{title}</caption>
          <thead><tr><th scope="col">{t("severity.person")}</th><th scope="col" colSpan={2}>{t("severity.rate")}</th><th scope="col" className="r">{t("severity.critical")}</th><th scope="col" className="r">{t("severity.marks")}</th><th scope="col" className="r">{t("severity.articles")}</th></tr></thead>
          <tbody>
            {severity.map((one) => {
              const name = people.find((person) => person.id === one.annotatorId)?.name ?? one.annotatorId;
              const value = one.per1000Words.value;
              return (
                <tr key={one.annotatorId}>
                  <th scope="row"><span className="wrap-any">{name}</span></th>
                  <td className="r num"><b>{value === null ? t("undefined", { reason: reason(one.per1000Words.reason) }) : rate(value)}</b></td>
                  <td className="ag-bar-col">{value === null ? null : <FigureSvg figure={bareBar(value, most, 160, 8)} title={t("lines.mark", { name, figure: rate(value) })} description="" />}</td>
                  <td className="r num">{one.critical.value === null ? "–" : percent(one.critical.value)}</td>
                  <td className="r num">{format.number(one.spans)}</td><td className="r num">{format.number(one.articles)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </FigureSection>
  );
}

import { FigureSvg } from "@/components/charts/figure-svg";
import type { Report } from "@/lib/agreement/report";
import { agreementConfusion } from "@/lib/figures/agreement-confusion";
import { FigureSection, FoldedTable } from "./figure-section";
import type { AgreementPlace } from "./links";
import type { Say } from "./say";

/** What one says where another says something, with the table of the same counts. */
export function ConfusionSection({ say, place, report: { confusion } }: { say: Say; place: AgreementPlace; report: Report }) {
  const { t, name, format } = say;
  const { values, counts } = confusion;
  const title = t("confusion.title");
  const all = counts.flat().reduce((sum, n) => sum + n, 0);
  const same = counts.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const count = (n: number): string => format.number(n, { maximumFractionDigits: 0 });
  return (
    <FigureSection say={say} place={place} of="confusion" title={title} sub={t("confusion.sub")}>
      {all === 0 ? <p className="muted">{t("confusion.none")}</p> : (
        <>
          <figure className="ag-fig"><FigureSvg figure={agreementConfusion(confusion, { name, count })} title={title} description={t("confusion.description", { n: values.length, same: count(same), all: count(all) })} /></figure>
          <FoldedTable say={say} label={title} head={<><th scope="col">{t("confusion.one")}</th>{values.map((value) => <th key={value.key} scope="col" className="r">{name(value)}</th>)}</>}>
            {values.map((value, i) => <tr key={value.key}><th scope="row">{name(value)}</th>{values.map((other, j) => <td key={other.key} className="r num">{count(counts[i]?.[j] ?? 0)}</td>)}</tr>)}
          </FoldedTable>
        </>
      )}
    </FigureSection>
  );
}

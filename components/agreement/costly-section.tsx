import Link from "next/link";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Report } from "@/lib/agreement/report";
import { FigureSection } from "./figure-section";
import { articleHref, type AgreementPlace, passageHref } from "./links";
import { PassageLink } from "./passage-link";
import type { Say } from "./say";

/** Which articles cost most, with their passages, each a click from the text. */
export function CostlySection({ say, place, report: { costly } }: { say: Say; place: AgreementPlace; report: Report }) {
  const { t, percent } = say;
  const title = t("costly.title");
  return (
    <FigureSection say={say} place={place} of={null} title={title} sub={t("costly.sub")}>
      {costly.length === 0 ? <p className="muted">{t("costly.none")}</p> : (
        <TableScroll label={title}>
          <table className="tb ag-costly">
            <caption className="vh">{title}</caption>
            <thead><tr><th scope="col">{t("costly.article")}</th><th scope="col" className="r">{t("costly.share")}</th><th scope="col">{t("costly.passage")}</th></tr></thead>
            <tbody>
              {costly.map((one) => (
                <tr key={one.articleId}>
                  <th scope="row" className="hl"><Link prefetch={false} href={articleHref(place, one.articleId)}>{one.title}</Link></th>
                  <td className="r num">{percent(one.share)}</td>
                  <td><ul className="ag-passages">{one.passages.map((passage) => <li key={`${passage.start} ${passage.end}`}><PassageLink say={say} passage={passage} href={passageHref(place, passage)} /></li>)}</ul></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </FigureSection>
  );
}

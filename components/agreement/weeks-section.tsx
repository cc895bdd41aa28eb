import { FigureSvg } from "@/components/charts/figure-svg";
import type { Report } from "@/lib/agreement/report";
import { agreementWeeks } from "@/lib/figures/agreement-weeks";
import { FigureSection, FoldedTable } from "./figure-section";
import { intervalOf } from "./lines-table";
import type { AgreementPlace } from "./links";
import type { Say } from "./say";

/** The figure of each week as a line with its band, with the table of the same values. */
export function WeeksSection({ say, place, report: { weeks, headline } }: { say: Say; place: AgreementPlace; report: Report }) {
  const { t, figure, reason, week: weekOf, day } = say;
  const title = t("weeks.title");
  const [first, last, newest] = [weeks[0], weeks.at(-1), weeks.findLast((week) => week.figure.value !== null)];
  return (
    <FigureSection say={say} place={place} of="weeks" title={title} sub={t("weeks.sub", { layer: say.name(headline) })}>
      {first === undefined || last === undefined || newest === undefined ? <p className="muted">{t("weeks.none")}</p> : (
        <figure className="ag-fig">
          <FigureSvg figure={agreementWeeks(weeks, { number: figure, tick: figure, week: weekOf })} title={title} description={t("weeks.description", { n: weeks.length, from: day(first.monday), to: day(last.monday), last: figure(newest.figure.value!) })} />
        </figure>
      )}
      {weeks.length > 0 && (
        <FoldedTable say={say} label={title} head={<><th scope="col">{t("weeks.week")}</th><th scope="col" className="r">{t("lines.figure")}</th><th scope="col">{t("lines.interval")}</th><th scope="col" className="r">{t("lines.documents")}</th></>}>
          {weeks.map((week) => (
            <tr key={week.monday}><th scope="row">{day(week.monday)}</th><td className="r num">{week.figure.value === null ? t("undefined", { reason: reason(week.figure.reason) }) : figure(week.figure.value)}</td><td className="num">{intervalOf(say, week)}</td><td className="r num">{say.format.number(week.articles)}</td></tr>
          ))}
        </FoldedTable>
      )}
    </FigureSection>
  );
}

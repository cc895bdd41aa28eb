import { FigureSvg } from "@/components/charts/figure-svg";
import { TableScroll } from "@/components/ui/table-scroll";
import type { DayProgress } from "@/lib/assignments/server/progress-read";
import { dayBars, DAYS_PHONE, DAYS_WIDE, isCalendar } from "@/lib/figures/day-bars";
import type { Say } from "./say";

/** First submissions per day as bars (the stylesheet shows one of two sizes), with the table of the same values behind. */
export function DayPlot({ say, days }: { say: Say; days: readonly DayProgress[] }) {
  const { t, format, kind, longDay, shortDay } = say;
  const [title, description] = [t("days.label"), dayBarsDescription(t, days)];
  const words = { day: shortDay, number: (n: number): string => format.number(n) };
  return (
    <>
      <figure className="fig day-plot">
        <FigureSvg className="plot day-wide" figure={dayBars(days, words, DAYS_WIDE)} title={title} description={description} />
        <FigureSvg className="plot day-phone" figure={dayBars(days, words, DAYS_PHONE)} title={title} description={description} />
      </figure>
      <details className="numbers">
        <summary>{t("days.numbers")}</summary>
        <TableScroll label={title}>
          <table className="tb day-table">
            <caption className="vh">{title}</caption>
            <thead><tr><th scope="col">{t("days.day")}</th><th scope="col" className="r">{t("days.first")}</th><th scope="col" className="r">{t(`people.many.${kind}`)}</th></tr></thead>
            <tbody>
              {[...days].reverse().map((one) => (
                <tr key={one.day}><th scope="row">{longDay(one.day)}</th><td className="r num">{format.number(one.submitted)}</td><td className="r num">{format.number(one.people)}</td></tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </>
  );
}

/** One sentence that says what the bars hold, for their `desc`. */
function dayBarsDescription(t: Say["t"], days: readonly DayProgress[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return t("days.none");
  const most = days.reduce((top, one) => (one.submitted > top.submitted ? one : top), first);
  const sum = days.reduce((all, one) => all + one.submitted, 0);
  return t("days.description", { sum, days: days.length, from: first.day, to: last.day, most: most.day, n: most.submitted, gaps: isCalendar(days) ? "no" : "yes" });
}

import { FigureSvg } from "@/components/charts/figure-svg";
import { TableScroll } from "@/components/ui/table-scroll";
import { longDay } from "@/lib/assignments/progress-words";
import type { DayProgress } from "@/lib/assignments/server/progress-read";
import { dayBars, dayBarsDescription, DAYS_PHONE, DAYS_WIDE } from "@/lib/figures/day-bars";
import type { People } from "./words";

/** First submissions per day as bars (the stylesheet shows one of two sizes), with the table of the same values behind. */
export function DayPlot({ days, today, people }: { days: readonly DayProgress[]; today: string; people: People }) {
  const [title, description] = ["First submissions per day", dayBarsDescription(days)];
  return (
    <>
      <figure className="fig day-plot">
        <FigureSvg className="plot day-wide" figure={dayBars(days, DAYS_WIDE)} title={title} description={description} />
        <FigureSvg className="plot day-phone" figure={dayBars(days, DAYS_PHONE)} title={title} description={description} />
      </figure>
      <details className="numbers">
        <summary>The numbers, day by day</summary>
        <TableScroll label="First submissions per day">
          <table className="tb day-table">
            <caption className="vh">First submissions per day</caption>
            <thead><tr><th scope="col">Day (UTC)</th><th scope="col" className="r">First submissions</th><th scope="col" className="r">{people.One}s</th></tr></thead>
            <tbody>
              {[...days].reverse().map((one) => (
                <tr key={one.day}><th scope="row">{longDay(one.day, today)}</th><td className="r num">{one.submitted.toLocaleString("en-GB")}</td><td className="r num">{one.people.toLocaleString("en-GB")}</td></tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </>
  );
}

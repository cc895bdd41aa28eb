import { FigureSvg } from "@/components/charts/figure-svg";
import { plotWords } from "@/components/charts/dot-plot";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { TableScroll } from "@/components/ui/table-scroll";
import Link from "next/link";
import { FIGURE_FORMATS } from "@/lib/exchange/agreement-names";
import { lineEstimate, sharesAxis } from "@/lib/exchange/stance-sensitivity";
import { SENSITIVITY_PHONE, SENSITIVITY_WIDE, sensitivityPlot } from "@/lib/figures/sensitivity-plot";
import type { Sensitivity, SensitivityRow } from "@/lib/stance/behind";
import type { Whose } from "@/lib/stance/report";
import { backHref, fileHref, sensitivityHref, type StancePlace } from "./links";
import { intervalText, type Say } from "./say";
import { statusSentence } from "./status-sentence";


type Props = { say: Say; place: StancePlace; whose: Whose; found: Sensitivity; shown: string | undefined };

/** One figure, and on the same axis the same figure under each other choice; what changes in words and in a table. */
export function SensitivityPage({ say, place, whose, found, shown }: Props) {
  const { t, card: c, charts } = say;
  const { figure, rows } = found;
  const base = { works: figure.works, mean: figure.mean, interval: figure.interval, status: figure.status };
  const drawn = rows.filter((row) => sharesAxis(found, row));
  const end = place.choice.measured === "judgements" ? 2 : 1;
  const lines = drawn.map((row) => ({ name: nameOf(say, row.key), written: written(say, row), estimate: lineEstimate(row) }));
  const plot = (layout: typeof SENSITIVITY_WIDE) => sensitivityPlot({ name: c("sensitivity.base"), written: written(say, base), estimate: lineEstimate(base) }, lines, end, plotWords(charts, place.choice.by), layout);
  const description = c("sensitivity.description", { n: drawn.length, end });
  const at = { ...place, whose };
  return (
    <div className="page st-sensitivity">
      <PageHead
        title={c("sensitivity.title", { whose: found.whose.name, target: found.target.name })}
        acts={<><Button size="small" href={backHref(at, shown)}>{c("sensitivity.back")}</Button>{FIGURE_FORMATS.map((format) => <a key={format} className="btn small" href={fileHref(at, "sensitivity", format)} download>{format.toUpperCase()}</a>)}</>}
        sub={c("sensitivity.sub")}
      />
      {figure.status.level !== "enough" && <p className="muted">{statusSentence(t, { works: figure.works, sharedWorks: figure.sharedWorks, reasons: figure.status.reasons })}</p>}
      <p className="st-says">{saysOf(say, found).join(" ")}</p>
      {rows.length > 0 && (
        <>
          <figure className="fig">
            <FigureSvg className="plot at-wide" figure={plot(SENSITIVITY_WIDE)} title={c("sensitivity.figure")} description={description} />
            <FigureSvg className="plot at-phone" figure={plot(SENSITIVITY_PHONE)} title={c("sensitivity.figure")} description={description} />
          </figure>
          <TableScroll label={c("sensitivity.figure")}>
            <table className="tb st-moves">
              <caption className="vh">{c("sensitivity.figure")}</caption>
              <thead><tr><th scope="col">{c("sensitivity.head.choice")}</th><th scope="col" className="r">{c("sensitivity.head.works")}</th><th scope="col" className="r">{c("sensitivity.head.mean")}</th><th scope="col" className="r">{c("sensitivity.head.interval")}</th><th scope="col" className="r">{c("sensitivity.head.shift")}</th><th scope="col">{c("sensitivity.head.says")}</th></tr></thead>
              <tbody>
                <tr className="on"><th scope="row">{c("sensitivity.base")}</th><Estimate say={say} of={base} /><td className="r">–</td><td></td></tr>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{row.key === "weighing.span" ? nameOf(say, row.key) : <Link className="link" prefetch={false} href={sensitivityHref({ ...at, choice: row.choice }, whose)}>{nameOf(say, row.key)}</Link>}</th>
                    <Estimate say={say} of={row} />
                    <td className="r">{row.shift.value === null ? "–" : say.signed(row.shift.value)}</td>
                    <td>{changesOf(say, found, row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
    </div>
  );
}

type Estimated = Pick<SensitivityRow, "works" | "mean" | "interval">;
const measureOf = ({ mean, interval }: Estimated) => ({ mean: mean.value, interval: interval.value, points: [] });

function Estimate({ say, of }: { say: Say; of: Estimated }) {
  return <><td className="r">{say.format.number(of.works)}</td><td className="r">{of.mean.value === null ? "–" : <b>{say.signed(of.mean.value)}</b>}</td><td className="r">{intervalText(say, measureOf(of))}</td></>;
}

const written = (say: Say, of: Estimated): string => (of.mean.value === null ? "–" : `${say.signed(of.mean.value)}${of.interval.value === null ? "" : ` (${intervalText(say, measureOf(of))})`}`);

/** A choice by its name: `genre.news` is a genre, the others are words of ours. */
function nameOf({ card: c, genre }: Say, key: string): string {
  const [kind, to = ""] = key.split(".");
  if (kind === "genre" && to !== "any") return c("sensitivity.genreOnly", { genre: genre(to) });
  return c(`sensitivity.keys.${key.replace(".", "_") as "voice_own"}`);
}

function changesOf({ card: c }: Say, found: Sensitivity, row: SensitivityRow): string {
  if (!sharesAxis(found, row)) return c(row.choice.measured === "judgements" ? "sensitivity.says.scale" : "sensitivity.says.spanScale");
  if (row.mean.value === null) return c("sensitivity.says.nothing");
  const says = [...(row.turns === true ? [c("sensitivity.says.turns")] : []), ...(row.clearChanges ? [c(row.clear === null ? "sensitivity.says.unclear" : "sensitivity.says.clear")] : [])];
  return says.join(", ") || c("sensitivity.says.same");
}

/** What moves and what does not, in sentences. */
function saysOf({ card: c, signed }: Say, { moves, rows }: Sensitivity): string[] {
  if (rows.length === 0 || moves.figures === 0) return [c("sensitivity.none")];
  const range = moves.range === null ? [] : [c("sensitivity.range", { low: signed(moves.range.low), high: signed(moves.range.high) })];
  if (moves.turns === 0 && moves.clearChanges === 0) return [c("sensitivity.stable", { n: moves.figures }), ...range];
  return [...(moves.turns > 0 ? [c("sensitivity.sides", { n: moves.turns })] : []), ...(moves.clearChanges > 0 ? [c("sensitivity.clears", { n: moves.clearChanges })] : []), ...range];
}

import { CircleSlash } from "lucide-react";
import { FigureSvg } from "@/components/charts/figure-svg";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Line } from "@/lib/agreement/report";
import { lineHead, lineMark, startOf } from "@/lib/figures/agreement-lines";
import { basisOf, prevalenceOf } from "./sentences";
import type { Say } from "./say";

/**
 * Lines of agreement as a table whose rows draw themselves on the bands of what others have reached: coefficient,
 * level, unit, n, percent and prevalence stand beside each other, and what is undefined says why.
 * @param nameOf what a row is called; its name by default
 */
export function LinesTable({ say, label, first, lines, nameOf }: { say: Say; label: string; first: string; lines: readonly Line[]; nameOf?: (line: Line) => string }) {
  const { t } = say;
  const start = startOf(lines);
  if (lines.length === 0) return <p className="muted">{t("lines.none")}</p>;
  const axis = { crowd: t("lines.crowd"), novice: t("lines.novice"), trained: t("lines.trained"), weekly: t("lines.weekly"), tick: (value: number): string => say.format.number(value).replace("-", "−") };
  return (
    <TableScroll label={label}>
      <table className="tb ag-lines">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" className="ag-axis"><span className="vh">{t("lines.interval")}</span><FigureSvg figure={lineHead(axis, start)} title={t("lines.interval")} description="" /></th>
            <th scope="col">{t("lines.coefficient")}</th><th scope="col" className="r">{t("lines.same")}</th><th scope="col">{t("lines.prevalence")}</th><th scope="col">{t("lines.unit")}</th><th scope="col">{t("lines.n")}</th>
          </tr>
        </thead>
        <tbody>{lines.map((line, index) => <Row key={`${line.key} ${line.coefficient} ${index}`} {...{ say, line, start }} name={(nameOf ?? say.name)(line)} />)}</tbody>
      </table>
    </TableScroll>
  );
}

function Row({ say, line, start, name }: { say: Say; line: Line; start: number; name: string }) {
  const { t, figure, percent, reason } = say;
  const value = line.figure.value;
  return (
    <tr>
      <th scope="row"><span className="wrap-any">{name}</span></th>
      <td className="ag-axis">
        {value === null
          ? <span className="ag-undefined"><Icon of={CircleSlash} size="s" />{t("undefined", { reason: reason(line.figure.reason) })}</span>
          : <FigureSvg figure={lineMark(line, start)} title={t("lines.mark", { name, figure: figure(value) })} description={intervalOf(say, line)} />}
      </td>
      <td className="num ag-coefficient">{value === null ? "–" : <><b>{figure(value)}</b> <span className="x12">{t("lines.of", { coefficient: t(`short.${line.coefficient}`), level: t(`levels.${line.level}`) })}</span><span className="x11 ag-ci">{intervalOf(say, line)}</span></>}</td>
      <td className="r num">{line.same.value === null ? "–" : percent(line.same.value)}</td>
      <td className="x12 num">{prevalenceOf(say, line)}</td>
      <td className="x12">{t(`units.${line.unit}`)}</td>
      <td className="x12 num">{t("counts.with", { first: basisOf(say, line), second: say.format.number(line.annotators) })}</td>
    </tr>
  );
}

/** "0.39 to 0.52", or why there is no interval. */
export function intervalOf({ t, range, reason }: Say, { interval }: Pick<Line, "interval">): string {
  if (interval.value !== null) return range(interval.value.low, interval.value.high);
  const why = interval.reason === "no_variation" || interval.reason === "too_few_documents" ? t(`intervalReasons.${interval.reason}`) : reason(interval.reason);
  return t("noInterval", { reason: why });
}

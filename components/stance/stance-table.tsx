import Link from "next/link";
import { CountsBar } from "@/components/charts/counts-bar";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Measure, TableGroup, TableRow } from "@/lib/figures/stance-table";
import { CountLink, ORDER } from "./count-links";
import { rowHref, type StancePlace } from "./links";
import type { Say } from "./say";
import { statusSentence } from "./status-sentence";

const COLUMNS = 13;

/** A mean as text; below three works the works themselves; a dash where there is nothing. */
const valueText = ({ signed }: Say, measure: Measure): string => (measure.mean !== null ? signed(measure.mean) : measure.points.map((point) => signed(point)).join(", ") || "–");

/** The interval as text, or why there is none. */
export function intervalText({ t, signed }: Say, measure: Measure): string {
  if (measure.interval !== null) return t("table.range", { low: signed(measure.interval.low), high: signed(measure.interval.high) });
  return measure.mean !== null ? t("table.noVariation") : "–";
}

/** The values behind the figure for one target. Every count opens its spans; a row's name opens its report card. */
export function StanceValues({ say, place, groups, targetName, chosenId }: { say: Say; place: StancePlace; groups: readonly TableGroup[]; targetName: string; chosenId: string | null }) {
  const { t, charts } = say;
  const target = targetName;
  return (
    <TableScroll label={t("table.label", { target })}>
      <table className="tb stance-values">
        <caption className="vh">{t("table.caption", { target })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.toward", { target })}</th>
            <th scope="col" className="r">{t("table.articles")}</th>
            <th scope="col" className="r">{t("table.works")}</th>
            <th scope="col" className="r"><abbr title={t("table.annotators")}>{t("table.annotatorsShort")}</abbr></th>
            {ORDER.map((framing) => (
              <th scope="col" className="r" key={framing}>
                <span className={`fr ${GLYPH_CLASS[framing]}`}><FramingGlyph shape={framing} />{t(`heads.${framing}`)}</span>
              </th>
            ))}
            <th scope="col" className="share">{t("table.share")}</th>
            <th scope="col" className="r">{t("table.own")}</th>
            <th scope="col" className="r">{t("table.interval")}</th>
            <th scope="col" className="r">{t("table.rate")}</th>
            <th scope="col" className="r">{t("table.quoted")}</th>
            <th scope="col"><span className="vh">{t("table.status")}</span></th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.kind}>
            {group.kind !== "comparable" && <tr className="group"><th scope="rowgroup" colSpan={COLUMNS}>{charts(group.kind === "single" ? `single.${place.by}` : "notEnough")}</th></tr>}
            {group.rows.map((row) => <ValueRow key={row.id} {...{ say, place, row }} chosen={row.id === chosenId} />)}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

function ValueRow({ say, place, row, chosen }: { say: Say; place: StancePlace; row: TableRow; chosen: boolean }) {
  const { t, format } = say;
  const firm = row.level === "enough" || row.level === "tentative";
  return (
    <tr {...(chosen ? { className: "on" } : {})}>
      <th scope="row">
        <Link className="pick" prefetch={false} href={rowHref(place, row)} {...(chosen ? { "aria-current": "true" as const } : {})}>{row.name}</Link>
      </th>
      <td className="r">{format.number(row.articles)}</td>
      <td className="r">{format.number(row.works)}</td>
      <td className="r">{format.number(row.annotators)}</td>
      {ORDER.map((framing) => <td className="r" key={framing}><CountLink {...{ say, place, row, framing }} voice="own" /></td>)}
      <td className="share"><CountsBar t={say.charts} counts={row.counts.own} of={t("table.ofOwn", { name: row.name })} width={72} /></td>
      <td className={firm ? "r" : "r fad"}>{firm ? <b>{valueText(say, row.own)}</b> : valueText(say, row.own)}</td>
      <td className={firm ? "r" : "r fad"}>{intervalText(say, row.own)}</td>
      <td className={firm ? "r" : "r fad"}>{valueText(say, row.rate)}</td>
      <td className={firm ? "r" : "r fad"}>{valueText(say, row.quoted)}</td>
      <td className="fad" title={statusSentence(t, row.rests)}>{row.level !== "enough" && t(`table.levels.${row.level}`)}</td>
    </tr>
  );
}

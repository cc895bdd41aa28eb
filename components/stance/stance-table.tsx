import Link from "next/link";
import { CountsBar } from "@/components/charts/counts-bar";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { TableScroll } from "@/components/ui/table-scroll";
import { signed, signedRange } from "@/lib/figures/numbers";
import { type Measure, statusWord, type TableGroup, type TableRow } from "@/lib/figures/stance-table";
import { CountLink, ORDER } from "./count-links";
import { rowHref, type StancePlace } from "./links";

const HEADS = { critical: "Critical", neutral: "Neutral", advocacy: "Advocacy" } as const;
const COLUMNS = 13;

/** A mean as text; below three works the works themselves; a dash where there is nothing. */
const valueText = (measure: Measure): string => (measure.mean !== null ? signed(measure.mean) : measure.points.map((point) => signed(point)).join(", ") || "–");

/** The interval as text, or why there is none. */
export function intervalText(measure: Measure): string {
  if (measure.interval !== null) return signedRange(measure.interval.low, measure.interval.high);
  return measure.mean !== null ? "no variation" : "–";
}

/** The values behind the figure for one target. Every count opens its spans; a row's name opens its report card. */
export function StanceValues({ place, groups, targetName, chosenId }: { place: StancePlace; groups: readonly TableGroup[]; targetName: string; chosenId: string | null }) {
  return (
    <TableScroll label={`Counts and figures toward ${targetName}`}>
      <table className="tb stance-values">
        <caption className="vh">Counts and figures toward {targetName}, own voice unless it says otherwise</caption>
        <thead>
          <tr>
            <th scope="col">Toward {targetName}</th>
            <th scope="col" className="r">Articles</th>
            <th scope="col" className="r">Works</th>
            <th scope="col" className="r"><abbr title="Annotators">Annot.</abbr></th>
            {ORDER.map((framing) => (
              <th scope="col" className="r" key={framing}>
                <span className={`fr ${GLYPH_CLASS[framing]}`}><FramingGlyph shape={framing} />{HEADS[framing]}</span>
              </th>
            ))}
            <th scope="col" className="share">Share</th>
            <th scope="col" className="r">Own</th>
            <th scope="col" className="r">95 % interval</th>
            <th scope="col" className="r">Per 1,000</th>
            <th scope="col" className="r">Quoted</th>
            <th scope="col"><span className="vh">Status</span></th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.heading ?? ""}>
            {group.heading !== null && <tr className="group"><th scope="rowgroup" colSpan={COLUMNS}>{group.heading}</th></tr>}
            {group.rows.map((row) => <ValueRow key={row.id} {...{ place, row }} chosen={row.id === chosenId} />)}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

function ValueRow({ place, row, chosen }: { place: StancePlace; row: TableRow; chosen: boolean }) {
  const firm = row.level === "enough" || row.level === "tentative";
  return (
    <tr {...(chosen ? { className: "on" } : {})}>
      <th scope="row">
        <Link className="pick" prefetch={false} href={rowHref(place, row)} {...(chosen ? { "aria-current": "true" as const } : {})}>{row.name}</Link>
      </th>
      <td className="r">{row.articles.toLocaleString("en-GB")}</td>
      <td className="r">{row.works.toLocaleString("en-GB")}</td>
      <td className="r">{row.annotators.toLocaleString("en-GB")}</td>
      {ORDER.map((framing) => <td className="r" key={framing}><CountLink {...{ place, row, framing }} voice="own" /></td>)}
      <td className="share"><CountsBar counts={row.counts.own} of={`${row.name}, own voice`} width={72} /></td>
      <td className={firm ? "r" : "r fad"}>{firm ? <b>{valueText(row.own)}</b> : valueText(row.own)}</td>
      <td className={firm ? "r" : "r fad"}>{intervalText(row.own)}</td>
      <td className={firm ? "r" : "r fad"}>{valueText(row.rate)}</td>
      <td className={firm ? "r" : "r fad"}>{valueText(row.quoted)}</td>
      <td className="fad" title={row.sentence}>{statusWord(row.level)}</td>
    </tr>
  );
}

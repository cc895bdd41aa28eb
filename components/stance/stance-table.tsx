import Link from "next/link";
import { CountsBar } from "@/components/charts/counts-bar";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { TableScroll } from "@/components/ui/table-scroll";
import type { ValueGroup, ValueRow } from "@/lib/figures/stance-rows";
import { sumCounts } from "@/lib/stance/counts";
import { CountLink, ORDER, whoseOf } from "./count-links";
import { rowHref, type StancePlace, worksHref } from "./links";
import { intervalText, saidBy, type Say, valueText } from "./say";
import { statusSentence } from "./status-sentence";

type Shown = { say: Say; place: StancePlace; hasQuoted: boolean; hasRate: boolean; hasShrunken: boolean };

/** The counts that a choice of voice adds up. */
export const shownCounts = ({ choice }: StancePlace, { counts }: ValueRow) => (choice.voice === "all" ? sumCounts([counts.own, counts.quoted, counts.embedded, counts.none]) : counts[choice.voice]);

/** The values behind the figure for one target. Every count opens its marks, the number of works the works; a row's name opens its report card. */
export function StanceValues({ say, place, groups, targetName }: { say: Say; place: StancePlace; groups: readonly ValueGroup[]; targetName: string }) {
  const { t, charts } = say;
  const target = targetName;
  const rows = groups.flatMap((group) => group.rows);
  const spans = place.choice.measured === "spans";
  const has = { hasQuoted: rows.some((row) => row.quoted !== null), hasRate: spans && place.choice.voice === "own", hasShrunken: rows.some((row) => row.shrunken !== null) };
  const columns = 9 + (spans ? 1 : 0) + (has.hasQuoted ? 1 : 0) + (has.hasRate ? 2 : 0) + (has.hasShrunken ? 1 : 0);
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
            {spans ? <>
              {ORDER.map((framing) => (
                <th scope="col" className="r" key={framing}>
                  <span className={`fr ${GLYPH_CLASS[framing]}`}><FramingGlyph shape={framing} />{t(`heads.${framing}`)}</span>
                </th>
              ))}
              <th scope="col" className="share">{t("table.share")}</th>
            </> : <>
              <th scope="col" className="r">{t("table.judgements")}</th>
              <th scope="col" className="r">{t("table.unclear")}</th>
              <th scope="col" className="r">{t("table.notAddressed")}</th>
            </>}
            <th scope="col" className="r">{t(`table.figures.${saidBy(place.choice)}`)}</th>
            <th scope="col" className="r">{t("table.interval")}</th>
            {has.hasShrunken && <th scope="col" className="r">{t("table.shrunken")}</th>}
            {has.hasRate && <><th scope="col" className="r">{t("table.rate")}</th><th scope="col" className="r">{t("table.interval")}</th></>}
            {has.hasQuoted && <th scope="col" className="r">{t("table.quoted")}</th>}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.kind}>
            {group.kind !== "comparable" && <tr className="group"><th scope="rowgroup" colSpan={columns}>{charts(group.kind === "single" ? `single.${place.choice.by}` : "notEnough")}</th></tr>}
            {group.rows.map((row) => <Values key={row.id} {...{ say, place, row }} {...has} />)}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

function Values({ say, place, row, hasQuoted, hasRate, hasShrunken }: Shown & { row: ValueRow }) {
  const { t, format } = say;
  const firm = row.level === "enough" || row.level === "tentative";
  const number = firm ? "r" : "r fad";
  const chosen = (place.whose?.groupId ?? place.whose?.workId) === row.id;
  const [counts, voice] = [shownCounts(place, row), place.choice.voice];
  return (
    <tr {...(chosen ? { className: "on" } : {})}>
      <th scope="row">
        <Link className="pick" prefetch={false} href={rowHref(place, whoseOf(row))} {...(chosen ? { "aria-current": "true" as const } : {})}>{row.name}</Link>
        {row.level !== "enough" && <span className="x11 st-level" title={statusSentence(t, row.status === null ? null : { works: row.works, sharedWorks: row.sharedWorks, reasons: row.status.reasons })}>{t(`table.levels.${row.level}`)}</span>}
      </th>
      <td className="r">{format.number(row.articles)}</td>
      <td className="r"><Link className="link" prefetch={false} href={worksHref(place, whoseOf(row))} aria-label={`${format.number(row.works)}: ${t("table.open", { name: row.name })}`}>{format.number(row.works)}</Link></td>
      <td className="r">{format.number(row.annotators)}</td>
      {row.judged === null ? <>
        {ORDER.map((framing) => <td className="r" key={framing}><CountLink {...{ say, place, row, framing, counts }} voice={voice === "all" ? null : voice} /></td>)}
        <td className="share"><CountsBar t={say.charts} counts={counts} of={t("table.ofShown", { name: row.name, voice })} width={72} /></td>
      </> : <>
        <td className="r">{format.number(row.judged.judgements)}</td>
        <td className="r">{format.number(row.judged.unclear)}</td>
        <td className="r">{format.number(row.judged.notAddressed)}</td>
      </>}
      <td className={number}>{firm ? <b>{valueText(say, row.figure)}</b> : valueText(say, row.figure)}</td>
      <td className={number}>{intervalText(say, row.figure)}</td>
      {hasShrunken && <td className={number}>{row.shrunken === null ? "–" : say.signed(row.shrunken)}</td>}
      {hasRate && <><td className={number}>{valueText(say, row.rate)}</td><td className={number}>{intervalText(say, row.rate)}</td></>}
      {hasQuoted && <td className={number}>{valueText(say, row.quoted)}</td>}
    </tr>
  );
}

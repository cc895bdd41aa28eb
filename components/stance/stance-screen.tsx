import Link from "next/link";
import type { ReactNode } from "react";
import { DotPlot } from "@/components/charts/dot-plot";
import { DotPlotLegend } from "@/components/charts/dot-plot-legend";
import type { SpotLink } from "@/components/charts/figure-svg";
import { Alert } from "@/components/ui/alert";
import { cellKey, rowKey, targetKey } from "@/lib/figures/dot-plot";
import { rowsOf, stanceDots, stanceValues, type ValueRow } from "@/lib/figures/stance-rows";
import type { NamedTarget, Stance, StanceTable } from "@/lib/stance/report";
import { whoseOf } from "./count-links";
import { keptHref, pageHref, picturesHref, rowHref, type StancePlace, worksHref } from "./links";
import { orderSentence } from "./order-sentence";
import { intervalText, saidBy, type Say, valueText } from "./say";
import { StanceFilters } from "./stance-filters";
import { StanceValues } from "./stance-table";

/** Rows and targets of one page: more go to further pages, or have to be asked for. */
export const ROWS = 25;
export const TARGETS = 12;

type Props = { say: Say; place: StancePlace; stance: Stance; bad: string | null; pane: ReactNode };

/** The stance page: filters, the figure, the table of one target, and beside it the report card of one row. */
export function StanceScreen({ say, place, stance, bad, pane }: Props) {
  const { t } = say;
  return (
    <div className="screen stance">
      <StanceFilters say={say} place={place} filters={stance.filters} />
      <div className="work">
        <section className="main" aria-labelledby="stance-title">
          {bad !== null && <Alert>{t("bad.title")}: {bad} {t("bad.usual")}</Alert>}
          <div className="head">
            <h1 id="stance-title">{t(`screen.title.${place.choice.by}`)}</h1>
            <nav className="st-views push" aria-label={t("screen.views")}>
              <Link className="link" prefetch={false} href={picturesHref(place)}>{t("screen.pictures")}</Link>
              <Link className="link" prefetch={false} href={keptHref(place.projectId)}>{t("screen.kept")}</Link>
            </nav>
            <p>{t("screen.method", { voice: saidBy(place.choice), end: place.choice.measured === "judgements" ? 2 : 1 })}</p>
          </div>
          <StanceFigures say={say} place={place} table={stance} linked />
        </section>
        {pane}
      </div>
    </div>
  );
}

/** The figure, its legend, what may be said of the order, and the table of one target. `linked`: whether cells open what is behind them. */
export function StanceFigures({ say, place, table, linked }: { say: Say; place: StancePlace; table: StanceTable; linked: boolean }) {
  const { t, charts } = say;
  const target = table.targets.find((one) => one.id === place.targetId);
  const name = target?.name ?? "";
  const all = rowsOf(table);
  const from = place.from < all.length ? place.from : 0;
  const rows = linked ? all.slice(from, from + ROWS) : all;
  const targets = shownTargets(table.targets, place.targetId);
  const groups = stanceValues(table, place.targetId, rows);
  const toward = table.toward.find((one) => one.targetId === place.targetId);
  const chosen = place.whose?.groupId ?? place.whose?.workId ?? null;
  const said = saidBy(place.choice);
  const data = stanceDots(table, rows, targets);
  if (all.length === 0) return <div className="st-none"><h2>{t("screen.nothing")}</h2><p className="muted">{t("screen.nothingWhy")}</p></div>;
  return (
    <>
      <figure className="fig">
        <DotPlot t={charts} by={place.choice.by} data={data} title={t(`screen.figure.${place.choice.by}`)} highlight={chosen === null ? null : { rowId: chosen, targetId: place.targetId }} {...(linked ? { linkOf: linksOf(say, place, table, targets, rows) } : {})} />
      </figure>
      <DotPlotLegend t={charts} said={said} without={legendWithout(table)} />
      <div className="st-notes">
        {toward !== undefined && <p>{orderSentence(t, toward, name, table.outlets)}</p>}
        {place.choice.adjust === "severity" && toward !== undefined && <p>{t(`order.adjusted.${toward.notAdjusted ?? "done"}`, { target: name })}</p>}
        {table.targets.length > targets.length && <p>{t("screen.someTargets", { shown: targets.length, n: table.targets.length })}</p>}
        {table.singleWorks > 0 && new Set(table.singles.map((single) => single.workId)).size < table.singleWorks && <p>{t("screen.someSingles", { shown: new Set(table.singles.map((single) => single.workId)).size, n: table.singleWorks })}</p>}
        {table.namesPending > 0 && <p>{t("screen.pending", { n: table.namesPending })}</p>}
      </div>
      {targets.length > 1 && (
        <nav className="st-tabs" aria-label={t("screen.otherTarget")}>
          {targets.map((one) => <Link key={one.id} prefetch={false} href={linked ? pageHref({ ...place, targetId: one.id }) : `?on=${one.id}`} {...(one.id === place.targetId ? { "aria-current": "page" as const } : {})}>{one.name}</Link>)}
        </nav>
      )}
      {groups.length > 0 ? <StanceValues {...{ say, place, groups }} targetName={name} /> : <p className="muted">{t("screen.none", { target: name })}</p>}
      {linked && all.length > ROWS && (
        <nav className="wrap" aria-label={t("screen.pages")}>
          <span className="x12">{t("screen.rows", { from: from + 1, to: Math.min(all.length, from + ROWS), n: all.length })}</span>
          {from > 0 && <Link className="link" prefetch={false} href={pageHref({ ...place, from: Math.max(0, from - ROWS) })}>{t("screen.earlier")}</Link>}
          {from + ROWS < all.length && <Link className="link" prefetch={false} href={pageHref({ ...place, from: from + ROWS })}>{t("screen.later")}</Link>}
        </nav>
      )}
    </>
  );
}

/** The first targets, and always the one of the table. */
function shownTargets(targets: readonly NamedTarget[], chosen: string): readonly NamedTarget[] {
  const first = targets.slice(0, TARGETS);
  const one = targets.find((target) => target.id === chosen);
  return one === undefined || first.includes(one) ? first : [...first.slice(0, TARGETS - 1), one];
}

type Rows = ReturnType<typeof rowsOf>;
type Mark = "quoted" | "cut" | "shrunken" | "point";

/** Marks that the figure does not have need no explaining. */
function legendWithout({ cells, singles }: StanceTable): Mark[] {
  const has: Readonly<Record<Mark, boolean>> = {
    quoted: cells.some((cell) => cell.quoted !== null && cell.quoted.works > 0) || singles.some((single) => single.quoted.value !== null),
    cut: cells.some((cell) => cell.figure.interval.value?.cutLow || cell.figure.interval.value?.cutHigh),
    shrunken: cells.some((cell) => cell.shrunken.value !== null),
    point: singles.length > 0 || cells.some((cell) => cell.points.length > 0),
  };
  return (["quoted", "cut", "shrunken", "point"] as const).filter((mark) => !has[mark]);
}

/** What every place of the figure opens: a cell its works, a name its card, a heading its table. Tab stops at names and headings; the table leads to the works. */
function linksOf(say: Say, place: StancePlace, table: StanceTable, targets: readonly NamedTarget[], rows: Rows): (key: string) => SpotLink | null {
  const links = new Map<string, SpotLink>();
  for (const target of targets) {
    links.set(targetKey(target.id), { href: pageHref({ ...place, targetId: target.id }), label: say.t("table.targetLink", { target: target.name }), stop: true });
    for (const row of stanceValues(table, target.id, rows).flatMap((group) => group.rows)) {
      links.set(cellKey(row.id, target.id), { href: worksHref(place, whoseOf(row), target.id), label: say.t("table.cell", { name: row.name, target: target.name, value: cellText(say, row) }), stop: false });
      if (!links.has(rowKey(row.id))) links.set(rowKey(row.id), { href: rowHref(place, whoseOf(row), target.id), label: say.t("table.rowLink", { name: row.name }), stop: true });
      if (target.id === place.targetId) links.set(rowKey(row.id), { href: rowHref(place, whoseOf(row)), label: say.t("table.rowLink", { name: row.name }), stop: true });
    }
  }
  return (key) => links.get(key) ?? null;
}

function cellText(say: Say, row: ValueRow): string {
  const value = row.figure.mean === null ? valueText(say, row.figure) : `${valueText(say, row.figure)} (${intervalText(say, row.figure)})`;
  return row.quoted === null ? value : say.t("table.quotedToo", { value, quoted: valueText(say, row.quoted) });
}

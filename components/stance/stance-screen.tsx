import { DotPlot } from "@/components/charts/dot-plot";
import { DotPlotLegend } from "@/components/charts/dot-plot-legend";
import { dotPlotData } from "@/lib/figures/dot-plot-data";
import { stanceTableGroups } from "@/lib/figures/stance-table";
import type { Stance } from "@/lib/stance/server/read-stance";
import type { StancePlace } from "./links";
import { NoCard, ReportCard } from "./report-card";
import { say as words } from "./say";
import { StanceFilters } from "./stance-filters";
import { StanceValues } from "./stance-table";

/** The stance page: filters, the figure, the table of one target, and the report card of one row. */
export async function StanceScreen({ projectId, stance, targetId, outletId }: { projectId: string; stance: Stance; targetId: string; outletId: string | null }) {
  const say = await words();
  const { t, charts } = say;
  const table = { grouping: stance.by, cells: stance.cells, singles: stance.singles };
  const target = stance.targets.find((one) => one.id === targetId);
  const targetName = target?.name ?? "";
  const place: StancePlace = { projectId, by: stance.by, targetId };
  const groups = stanceTableGroups(table, targetId, stance.outlets);
  const rows = groups.flatMap((group) => group.rows);
  const row = rows.find((one) => one.id === outletId) ?? rows[0] ?? null;
  const cell = stance.cells.find((one) => one.outletId === row?.id && one.targetId === targetId) ?? null;
  const focus = stance.targets.filter((one) => one.isFocus || one.id === targetId);
  return (
    <div className="screen stance">
      <StanceFilters say={say} place={place} targets={stance.targets} />
      <div className="work">
        <section className="main" aria-labelledby="stance-title">
          <div className="head">
            <h1 id="stance-title">{t(`screen.title.${stance.by}`)}</h1>
            <p>{t(`screen.method.${stance.by}`)}</p>
          </div>
          <figure className="fig">
            <DotPlot t={charts} by={stance.by} data={dotPlotData(table, focus, stance.outlets)} title={t(`screen.figure.${stance.by}`)} highlight={row === null ? null : { rowId: row.id, targetId }} />
          </figure>
          <DotPlotLegend t={charts} />
          {rows.length > 0 ? (
            <StanceValues {...{ say, place, groups, targetName }} chosenId={row?.id ?? null} />
          ) : (
            <p className="muted">{t("screen.none", { articles: stance.articlesRead, target: targetName })}</p>
          )}
        </section>
        {row === null ? <NoCard t={t} /> : <ReportCard {...{ say, place, row, cell, targetName }} workTitles={stance.workTitles} />}
      </div>
    </div>
  );
}

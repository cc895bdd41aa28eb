import { DotPlot } from "@/components/charts/dot-plot";
import { DotPlotLegend } from "@/components/charts/dot-plot-legend";
import { dotPlotData } from "@/lib/figures/dot-plot-data";
import { counted } from "@/lib/figures/numbers";
import { stanceTableGroups } from "@/lib/figures/stance-table";
import type { Stance } from "@/lib/stance/server/read-stance";
import type { StancePlace } from "./links";
import { NoCard, ReportCard } from "./report-card";
import { StanceFilters } from "./stance-filters";
import { StanceValues } from "./stance-table";

/** The stance page: filters, the figure, the table of one target, and the report card of one row. */
export function StanceScreen({ projectId, stance, targetId, outletId }: { projectId: string; stance: Stance; targetId: string; outletId: string | null }) {
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
      <StanceFilters place={place} targets={stance.targets} />
      <div className="work">
        <section className="main" aria-labelledby="stance-title">
          <div className="head">
            <h1 id="stance-title">How each {stance.by} frames each target</h1>
            <p>Own voice, mean over works from −1 to +1, with 95 % intervals. {stance.by === "outlet" ? "Outlets" : "Publishers"} whose intervals overlap are not ranked.</p>
          </div>
          <figure className="fig">
            <DotPlot data={dotPlotData(table, focus, stance.outlets)} title={`Stance by ${stance.by} and target`} highlight={row === null ? null : { rowId: row.id, targetId }} />
          </figure>
          <DotPlotLegend />
          {rows.length > 0 ? (
            <StanceValues {...{ place, groups, targetName }} chosenId={row?.id ?? null} />
          ) : (
            <p className="muted">None of the {counted(stance.articlesRead, "submitted article")} addresses {targetName}. Choose another target above.</p>
          )}
        </section>
        {row === null ? <NoCard /> : <ReportCard {...{ place, row, cell, targetName }} workTitles={stance.workTitles} />}
      </div>
    </div>
  );
}

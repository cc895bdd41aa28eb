import Link from "next/link";
import { TableScroll } from "@/components/ui/table-scroll";
import { allOf, type Work } from "@/lib/assignments/progress";
import type { OutletProgress } from "@/lib/assignments/server/progress-read";
import { counted } from "@/lib/figures/numbers";
import { PlaceCells, PlaceHeads, StateBar } from "./state-mark";

const MOST_OUTLETS = 40;
type Row = Work & { key: string; name: string; href?: string | undefined };

/** Work row by row: a bar and its four numbers. */
export function WorkTable({ what, head, rows }: { what: string; head: string; rows: readonly Row[] }) {
  const most = Math.max(...rows.map(allOf));
  return (
    <TableScroll label={what}>
      <table className="tb progress-table">
        <caption className="vh">{what}</caption>
        <thead><tr><th scope="col">{head}</th><th scope="col" className="bar-col">Work</th><PlaceHeads /></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="wrap-any">{row.href ? <Link className="plain" href={row.href}>{row.name}</Link> : <span className={row.key === "" ? "faint" : undefined}>{row.name}</span>}</th>
              <td className="bar-col"><StateBar work={row} most={most} of={row.name} /></td>
              <PlaceCells work={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Work per outlet; many outlets are cut after those with most work. */
export function OutletTable({ projectId, outlets }: { projectId: string; outlets: readonly OutletProgress[] }) {
  const rows = outlets.map(({ outletId, name, ...work }) => ({ ...work, key: outletId ?? "", name: name ?? "outlet unknown", href: outletId === null ? undefined : `/p/${projectId}/articles?outlet=${outletId}` }));
  return (
    <>
      <WorkTable what="Work per outlet" head="Outlet" rows={rows.slice(0, MOST_OUTLETS)} />
      {rows.length > MOST_OUTLETS && <p className="x12">{counted(rows.length - MOST_OUTLETS, "more outlet")} with less work in the CSV.</p>}
    </>
  );
}

const PHASES: Readonly<Record<string, string>> = { practice: "Practice", pilot: "Pilot", reliability: "Reliability", main: "Main" };

/** Work per phase, practice first. */
export const PhaseTable = ({ phases }: { phases: readonly (Work & { phase: string })[] }) => (
  <WorkTable what="Work per phase" head="Phase" rows={phases.map(({ phase, ...work }) => ({ ...work, key: phase, name: PHASES[phase] ?? phase }))} />
);

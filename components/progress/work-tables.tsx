import Link from "next/link";
import { TableScroll } from "@/components/ui/table-scroll";
import { allOf, type Work } from "@/lib/assignments/progress";
import type { OutletProgress } from "@/lib/assignments/server/progress-read";
import type { Phase } from "@/lib/assignments/plan/strategy";
import type { Say } from "./say";
import { PlaceCells, PlaceHeads, StateBar } from "./state-mark";

const MOST_OUTLETS = 40;
type Row = Work & { key: string; name: string; href?: string | undefined };

/** Work row by row: a bar and its four numbers. */
export function WorkTable({ say, what, head, rows }: { say: Say; what: string; head: string; rows: readonly Row[] }) {
  const most = Math.max(...rows.map(allOf));
  return (
    <TableScroll label={what}>
      <table className="tb progress-table">
        <caption className="vh">{what}</caption>
        <thead><tr><th scope="col">{head}</th><th scope="col" className="bar-col">{say.t("people.work")}</th><PlaceHeads say={say} /></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="wrap-any">{row.href ? <Link className="plain" href={row.href}>{row.name}</Link> : <span className={row.key === "" ? "faint" : undefined}>{row.name}</span>}</th>
              <td className="bar-col"><StateBar say={say} work={row} most={most} of={row.name} /></td>
              <PlaceCells say={say} work={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Work per outlet; many outlets are cut after those with most work. */
export function OutletTable({ say, projectId, outlets }: { say: Say; projectId: string; outlets: readonly OutletProgress[] }) {
  const { t } = say;
  const rows = outlets.map(({ outletId, name, ...work }) => ({ ...work, key: outletId ?? "", name: name ?? t("outlets.unknown"), href: outletId === null ? undefined : `/p/${projectId}/articles?outlet=${outletId}` }));
  return (
    <>
      <WorkTable say={say} what={t("outlets.label")} head={t("outlets.head")} rows={rows.slice(0, MOST_OUTLETS)} />
      {rows.length > MOST_OUTLETS && <p className="x12">{t("outlets.more", { n: rows.length - MOST_OUTLETS })}</p>}
    </>
  );
}

/** Work per phase, practice first. */
export const PhaseTable = ({ say, phases }: { say: Say; phases: readonly (Work & { phase: string })[] }) => (
  <WorkTable say={say} what={say.t("phases.label")} head={say.t("phases.head")} rows={phases.map(({ phase, ...work }) => ({ ...work, key: phase, name: say.phases(phase as Phase) }))} />
);

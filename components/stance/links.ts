import type { Voice } from "@/lib/annotations/span";
import type { Framing } from "@/lib/codebook/framing";
import type { TableRow } from "@/lib/figures/stance-table";
import type { Grouping } from "@/lib/stance/rows";

/** Where one looks: which project, whose words, which target. */
export type StancePlace = { readonly projectId: string; readonly by: Grouping; readonly targetId: string };

const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given).toString();
};

/** The stance page with one row chosen. */
export const rowHref = ({ projectId, by, targetId }: StancePlace, row: TableRow): string => `/p/${projectId}/stance?${query({ by, target: targetId, outlet: row.id })}#card`;

/** The page with the spans behind a number of a row. */
export function spansHref({ projectId, by, targetId }: StancePlace, row: TableRow, voice?: Voice, framing?: Framing): string {
  const whose = row.kind === "work" ? { workId: row.id } : by === "outlet" ? { outletId: row.id } : { publisherId: row.id };
  return `/p/${projectId}/stance/spans?${query({ by, ...whose, targetId, voice, framing })}`;
}

/** The table of the page as a download. */
export const csvHref = ({ projectId, by, targetId }: StancePlace): string => `/api/v1/projects/${projectId}/stance.csv?${query({ by, target: targetId })}`;

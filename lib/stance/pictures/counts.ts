import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { type FramingCounts, spansIn, sumCounts } from "../counts";
import type { StanceCell } from "../report";
import type { StatusLevel } from "../status";
import { byName, type LeftOut, type Named, type Picture } from "./picture";

/** The marks of one outlet toward the target: its own words, and those of sources that it quotes. */
export type CountsRow = Named & { readonly works: number; readonly articles: number; readonly level: StatusLevel; readonly own: FramingCounts; readonly quoted: FramingCounts };
export type CountsPicture = LeftOut & { readonly rows: readonly CountsRow[]; readonly total: FramingCounts };

/**
 * Critical, neutral and advocacy marks per outlet, in own and in quoted words. Counts of marks: every coder's, on every
 * copy, so they say how much was marked and are no estimate. Rows by name.
 * @param cells of one target under one choice
 */
export function countsPicture(cells: readonly Pick<StanceCell, "groupId" | "works" | "articles" | "counts" | "figure">[], outlets: readonly Named[], unknownWorks: number): Picture<CountsPicture> {
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const rows = cells.flatMap(({ groupId, works, articles, counts, figure }): CountsRow[] =>
    works === 0 ? [] : [{ id: groupId, name: names.get(groupId) ?? groupId, works, articles, level: figure.status.level, own: counts.own, quoted: counts.quoted }],
  );
  if (rows.length === 0) return undefinedFor(unknownWorks > 0 ? "unknown_outlets" : "no_works");
  const total = sumCounts(rows.flatMap((row) => [row.own, row.quoted]));
  return spansIn(total) === 0 ? undefinedFor("no_marks") : defined({ rows: byName(rows), total, unknownWorks });
}

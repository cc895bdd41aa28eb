import { BOM, csvRecords } from "./csv";

/** A rating as it is written out. */
type Written = { source: string; name: string; outlet: { name: string } | null; value: string; number: number | null; scale: string; note: string; ratedOn: string | null };

export const RATING_COLUMNS = ["source", "name", "outlet", "rating", "scale", "note", "date"] as const;

/** Outside ratings as CSV; a rating that is a number stays one. */
export const ratingsCsv = (items: readonly Written[]): string =>
  BOM + csvRecords([RATING_COLUMNS, ...items.map((one) => [one.source, one.name, one.outlet?.name ?? null, one.number ?? one.value, one.scale, one.note, one.ratedOn])]);

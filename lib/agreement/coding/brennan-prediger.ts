import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { type CodingTable, countsOf, type Piece } from "./coding-table";
import { percentPiece } from "./percent-agreement";
import { oneCategoryOnly } from "./weights";

/** The pieces: those of the percentages, and how often each category was said on items with two codes. */
export function brennanPredigerPiece(table: CodingTable): Piece {
  const percent = percentPiece(table);
  const q = table.categories.length;
  const counts = new Float64Array(q);
  return {
    width: percent.width + q,
    add: (from, to, into, at) => {
      percent.add(from, to, into, at);
      for (let item = from; item < to; item++) {
        if (countsOf(table, item, counts) < 2) continue;
        for (let c = 0; c < q; c++) into[at + percent.width + c]! += counts[c]!;
      }
    },
  };
}

/**
 * Brennan and Prediger's coefficient: (pa − 1/q)/(1 − 1/q), pa the percent agreement over items, q the number of
 * declared categories (each equally likely by chance). At most 1. For two coders it is Bennett, Alpert and Goldstein's
 * S; for several Randolph's free-marginal κ.
 *
 * Undefined: `no_values` where no item has two codes; `no_variation` where only one category is declared, or only one
 * was ever used (see docs/decisions/0034).
 *
 * Sources: Bennett, Alpert and Goldstein (1954), Public Opinion Quarterly 18, 303–308; Brennan and Prediger (1981),
 * Educational and Psychological Measurement 41, 687–699; Randolph (2005), ERIC ED490661.
 */
export function brennanPrediger(sum: Float64Array): Figure {
  const used = sum.subarray(4);
  const q = used.length;
  const items = sum[1]!;
  if (items === 0) return undefinedFor("no_values");
  if (q < 2 || oneCategoryOnly(used)) return undefinedFor("no_variation");
  return defined((sum[0]! / items - 1 / q) / (1 - 1 / q));
}

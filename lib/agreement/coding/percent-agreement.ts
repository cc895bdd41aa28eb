import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { type CodingTable, countsOf, type Piece } from "./coding-table";

/** The pieces of both percentages: Σ over items of agreeing pairs' share, items with two codes, agreeing pairs, pairs (ordered). */
export function percentPiece(table: CodingTable): Piece {
  const counts = new Float64Array(table.categories.length);
  return {
    width: 4,
    add: (from, to, into, at) => {
      for (let item = from; item < to; item++) {
        const coded = countsOf(table, item, counts);
        if (coded < 2) continue;
        let agreeing = 0;
        for (const n of counts) agreeing += n * (n - 1);
        const pairs = coded * (coded - 1);
        into[at]! += agreeing / pairs;
        into[at + 1]! += 1;
        into[at + 2]! += agreeing;
        into[at + 3]! += pairs;
      }
    },
  };
}

const share = (part: number, whole: number): Figure => (whole > 0 ? defined(part / whole) : undefinedFor("no_values"));

/**
 * Percent agreement over items (0..1): the mean, over items with at least two codes, of the share of pairs of coders
 * who say the same, Σ_c n_c(n_c − 1) / (m(m − 1)). Every item weighs the same (Fleiss 1971, eq. 2 and 3).
 * Undefined (`no_values`) where no item has two codes.
 */
export const percentItems = (sum: Float64Array): Figure => share(sum[0]!, sum[1]!);

/**
 * Percent agreement over pairs (0..1): the share of all pairs of codes on one item that are the same. An item of many
 * coders weighs more. Equal to `percentItems` where every item has as many codes. Undefined (`no_values`) without pairs.
 */
export const percentPairs = (sum: Float64Array): Figure => share(sum[2]!, sum[3]!);

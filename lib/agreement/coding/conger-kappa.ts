import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { type CodingTable, countsOf, type Piece } from "./coding-table";

/** The pieces: Σ P_u over complete items, complete items, other items, and how often each coder said each category (coders × q). */
export function congerPiece(table: CodingTable): Piece {
  const { coders, categories, values } = table;
  const q = categories.length;
  const counts = new Float64Array(q);
  return {
    width: 3 + coders * q,
    add: (from, to, into, at) => {
      for (let item = from; item < to; item++) {
        const coded = countsOf(table, item, counts);
        if (coded === 0) continue;
        into[at + (coded === coders ? 1 : 2)]! += 1;
        if (coded < coders) continue;
        let agreeing = 0;
        for (const n of counts) agreeing += n * (n - 1);
        into[at]! += agreeing / (coders * (coders - 1));
        for (let coder = 0; coder < coders; coder++) into[at + 3 + coder * q + values[item * coders + coder]!]! += 1;
      }
    },
  };
}

/**
 * Conger's κ of several coders, the mean agreement of all pairs against the chance of all pairs:
 * (P̄ − pe)/(1 − pe), pe the mean over pairs of coders of Σ_c p_ac p_bc. At most 1; for two coders it is Cohen's κ.
 *
 * Undefined: `one_annotator` below two coders; `no_values` without items; `unequal_annotators` where a coder left an item
 * out (take α); `no_variation` where all coders used one and the same category.
 *
 * Source: Conger (1980), Psychological Bulletin 88, 322–328, eq. 4 and 5.
 */
export function congerKappa(sum: Float64Array, coders: number): Figure {
  const items = sum[1]!;
  if (coders < 2) return undefinedFor("one_annotator");
  if (sum[2]! > 0) return undefinedFor("unequal_annotators");
  if (items === 0) return undefinedFor("no_values");
  const q = (sum.length - 3) / coders;
  let expected = 0;
  for (let c = 0; c < q; c++) {
    let [all, squares] = [0, 0];
    for (let coder = 0; coder < coders; coder++) {
      const share = sum[3 + coder * q + c]! / items;
      all += share;
      squares += share * share;
    }
    // (Σ p)² − Σ p² is twice the sum over pairs of coders.
    expected += (all * all - squares) / (coders * (coders - 1));
  }
  return 1 - expected > 1e-12 ? defined((sum[0]! / items - expected) / (1 - expected)) : undefinedFor("no_variation");
}

import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { type CodingTable, countsOf, type Piece } from "./coding-table";

/** The pieces: Σ P_u, items by how many coded them (0 … coders), and how often each category was said. */
export function fleissPiece(table: CodingTable): Piece {
  const { coders, categories } = table;
  const counts = new Float64Array(categories.length);
  const said = coders + 2;
  return {
    width: said + categories.length,
    add: (from, to, into, at) => {
      for (let item = from; item < to; item++) {
        const coded = countsOf(table, item, counts);
        into[at + 1 + coded]! += 1;
        if (coded < 2) continue;
        let squares = 0;
        for (let c = 0; c < counts.length; c++) {
          squares += counts[c]! ** 2;
          into[at + said + c]! += counts[c]!;
        }
        into[at]! += (squares - coded) / (coded * (coded - 1));
      }
    },
  };
}

/**
 * Fleiss' κ (a multi-coder π): (P̄ − pe)/(1 − pe), P_u = (Σ n_uc² − n)/(n(n − 1)), pe = Σ p_c², from summed pieces of a
 * table of so many coders. At most 1.
 *
 * Undefined: `no_values` without items; `one_annotator` where every item has one code; `unequal_annotators` where items
 * have different numbers of codes (the formula is not made for it: take α); `no_variation` where one category was
 * ever used. Items that nobody coded are passed over.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76, 378–382.
 */
export function fleissKappa(sum: Float64Array, coders: number): Figure {
  const byCodes = sum.subarray(2, coders + 2);
  const numbers = [...byCodes.keys()].filter((i) => byCodes[i]! > 0).map((i) => i + 1);
  const [coded = 0] = numbers;
  if (coded === 0) return undefinedFor("no_values");
  if (numbers.length > 1) return undefinedFor("unequal_annotators");
  if (coded === 1) return undefinedFor("one_annotator");
  const items = byCodes[coded - 1]!;
  let expected = 0;
  for (const said of sum.subarray(coders + 2)) expected += (said / (items * coded)) ** 2;
  return 1 - expected > 1e-12 ? defined((sum[0]! / items - expected) / (1 - expected)) : undefinedFor("no_variation");
}

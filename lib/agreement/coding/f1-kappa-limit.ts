import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { cohenKappa } from "./cohen-kappa";

/** Two coders' marks as decisions: both marked, only the first, only the second. */
export type Matches = { readonly both: number; readonly firstOnly: number; readonly secondOnly: number };

/** F1 = 2·both/(2·both + firstOnly + secondOnly), 0..1; undefined (`nothing_marked`) where nobody marked anything. */
export function f1Of({ both, firstOnly, secondOnly }: Matches): Figure {
  const marks = 2 * both + firstOnly + secondOnly;
  return marks > 0 ? defined((2 * both) / marks) : undefinedFor("nothing_marked");
}

/**
 * Cohen's κ of the same decisions if `neither` places were marked by nobody. Which number that is for free spans is a
 * matter of taste; as it grows κ approaches F1, which is why spans are reported by F1.
 * Source: Hripcsak and Rothschild (2005), Journal of the American Medical Informatics Association 12, 296–298.
 */
export const kappaWithNegatives = ({ both, firstOnly, secondOnly }: Matches, neither: number): Figure => cohenKappa(Float64Array.of(both, firstOnly, secondOnly, neither));

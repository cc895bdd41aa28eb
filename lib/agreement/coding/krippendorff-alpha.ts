import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Level } from "../choice";
import type { Figure } from "../report";
import { differences } from "../unitizing/difference";
import { type CodingTable, countsOf, type Piece, summedOver } from "./coding-table";

/** Nominal, ordinal, interval, ratio, or squared differences of one's own: V×V, symmetric, ≥ 0, with a diagonal of zeros. */
export type AlphaLevel = Level | "ratio" | Float64Array;

/** The pieces of α: coincidences o, V×V, o_ck = Σ over items of ordered pairs (c, k) of different coders / (m − 1). */
export function coincidencePiece(table: CodingTable): Piece {
  const size = table.categories.length;
  const counts = new Float64Array(size);
  return {
    width: size * size,
    add: (from, to, into, at) => {
      for (let item = from; item < to; item++) {
        const coded = countsOf(table, item, counts);
        // What one coder alone said pairs with nothing.
        if (coded < 2) continue;
        for (let c = 0; c < size; c++) {
          const n = counts[c]!;
          if (n === 0) continue;
          const row = at + c * size;
          for (let k = 0; k < size; k++) into[row + k]! += (n * (k === c ? n - 1 : counts[k]!)) / (coded - 1);
        }
      }
    },
  };
}

/** The coincidences of items `from` to `to`, V×V row by row; those of several ranges add up. */
export function coincidences(table: CodingTable, from: number, to: number): Float64Array {
  const piece = coincidencePiece(table);
  const sum = new Float64Array(piece.width);
  piece.add(from, to, sum, 0);
  return sum;
}

/**
 * Krippendorff's α from summed coincidences: 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck. At most 1; 0 is chance.
 * δ²: nominal 0/1; ordinal (Σ_{g=c..k} n_g − (n_c + n_k)/2)² with n_g from the pairs; interval (c − k)²;
 * ratio ((c − k)/(c + k))². Undefined: `no_values` without pairs, `no_variation` where all paired values are the same.
 *
 * Source: Krippendorff (2019), Content Analysis, 4th ed., §12.3, and (2011), Computing Krippendorff's Alpha-Reliability.
 * @throws RangeError where interval or ratio has no number for a category, or ratio has one below 0
 */
export function alphaOf(sum: Float64Array, level: AlphaLevel, scale: readonly number[] | null): Figure {
  const totals = totalsOf(sum);
  const n = totals.reduce((all, one) => all + one, 0);
  if (n === 0) return undefinedFor("no_values");
  const squares = squaresOf(level, scale, totals);
  let [seen, byChance] = [0, 0];
  for (let c = 0, at = 0; c < totals.length; c++) {
    for (let k = 0; k < totals.length; k++, at++) {
      seen += sum[at]! * squares[at]!;
      byChance += totals[c]! * totals[k]! * squares[at]!;
    }
  }
  return byChance > 0 ? defined(1 - ((n - 1) * seen) / byChance) : undefinedFor("no_variation");
}

/** α of the whole table. Beside the reasons of `alphaOf`: `one_annotator`, `no_shared_article` (no item has two codes). */
export function krippendorffAlpha(table: CodingTable, level: AlphaLevel): Figure {
  const figure = alphaOf(summedOver(table.items, coincidencePiece(table)), level, table.scale);
  return figure.value === null && figure.reason === "no_values" ? undefinedFor(whyNoPairs(table)) : figure;
}

/** Why no item has two codes: nobody coded, one person alone did, or people coded different items. */
export function whyNoPairs({ coders, values }: CodingTable): "no_values" | "one_annotator" | "no_shared_article" {
  const who = new Set<number>();
  values.forEach((value, at) => {
    if (value >= 0) who.add(at % coders);
  });
  return who.size === 0 ? "no_values" : who.size === 1 ? "one_annotator" : "no_shared_article";
}

/** How often two coders of an item say the same (0..1, items weighed by their codes), and how often chance alone would: 1 − De of α's sampling without replacement. */
export function nominalAgreed(sum: Float64Array): { readonly same: Figure; readonly expected: Figure } {
  const totals = totalsOf(sum);
  const n = totals.reduce((all, one) => all + one, 0);
  if (n === 0) return { same: undefinedFor("no_values"), expected: undefinedFor("no_values") };
  let [same, byChance] = [0, 0];
  totals.forEach((total, c) => {
    same += sum[c * totals.length + c]!;
    byChance += total * (total - 1);
  });
  return { same: defined(same / n), expected: defined(byChance / (n * (n - 1))) };
}

/** n_c: how many paired values each category has. */
export function totalsOf(sum: Float64Array): Float64Array {
  const size = Math.round(Math.sqrt(sum.length));
  const totals = new Float64Array(size);
  for (let c = 0, at = 0; c < size; c++) for (let k = 0; k < size; k++, at++) totals[c]! += sum[at]!;
  return totals;
}

function squaresOf(level: AlphaLevel, scale: readonly number[] | null, totals: Float64Array): Float64Array {
  if (typeof level !== "string") return level;
  if (level !== "ratio") return differences({ level, numbers: scale }, totals);
  if (scale?.length !== totals.length || scale.some((number) => number < 0)) throw new RangeError(`A ratio scale needs ${totals.length} numbers of 0 or more`);
  return Float64Array.from({ length: totals.length ** 2 }, (_, at) => {
    const [c, k] = [scale[Math.floor(at / totals.length)]!, scale[at % totals.length]!];
    return c === k ? 0 : ((c - k) / (c + k)) ** 2;
  });
}

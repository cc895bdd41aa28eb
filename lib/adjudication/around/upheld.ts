import { defined, undefinedFor, type Quantity } from "@/lib/kernel/quantity";
import type { Reason } from "../cluster";

/** A share with its interval, 0..1. */
export type Share = { readonly share: number; readonly low: number; readonly high: number };

/** How the marks of one annotator fared in decisions that stand. What they did not mark is no vote and counts nowhere. */
export type Upheld = {
  readonly memberId: string;
  readonly name: string;
  /** Marks that decisions were about. */
  readonly decided: number;
  readonly upheld: number;
  readonly rate: Quantity<Share, "nothing_decided">;
  /** Why the others were not upheld, as far as a reason was given. */
  readonly reasons: Readonly<Partial<Record<Reason | "none", number>>>;
};

const Z = 1.959963984540054;

/**
 * k of n with the score interval at 95 %: the shares p₀ for which |p − p₀| ≤ z·√(p₀(1 − p₀)/n) (Wilson 1927, JASA
 * 22:209, eq. 2). Within 0..1, also at none and all. Marks of one article are not independent, so it is somewhat
 * too narrow. Undefined of nothing. Throws a RangeError for k outside 0..n.
 */
export function wilson(k: number, n: number): Quantity<Share, "nothing_decided"> {
  if (!(k >= 0 && k <= n)) throw new RangeError(`${k} of ${n} is no share`);
  if (n === 0) return undefinedFor("nothing_decided");
  const [share, z2] = [k / n, Z * Z];
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At none and all one end is exact; rounding would push it past.
  return defined({ share, low: k === 0 ? 0 : Math.max(0, middle - half), high: k === n ? 1 : Math.min(1, middle + half) });
}

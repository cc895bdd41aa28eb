import type { Assessed } from "./assessed";
import { overlaps } from "./intervals";

/** An outlet's figure toward one target. */
export interface Placed {
  readonly groupId: string;
  readonly figure: Assessed;
}

/** What may be said of the order of outlets: who is clearly apart from whom, and no rank beside that. */
export interface Order {
  /** Outlets that may be compared: enough works, and an interval. In the order they came in. */
  readonly compared: readonly string[];
  /** Pairs of those whose intervals do not share a point; `critical` is the more critical one of the two. */
  readonly apart: readonly { readonly critical: string; readonly advocacy: string }[];
  /** Pairs among `compared`. */
  readonly pairs: number;
  /** `too_few`: fewer than two to compare. `none`, `some` and `all`: of the pairs, how many are apart. */
  readonly says: "too_few" | "none" | "some" | "all";
}

/**
 * Which outlets are clearly apart toward one target. Only figures that are `enough` and have an interval are held
 * against each other; of the others, and of outlets whose intervals overlap, no order is told. Intervals that do not
 * overlap are a strict test for one pair; with many outlets at once some pairs are apart by chance even so.
 */
export function orderOf(cells: readonly Placed[]): Order {
  const compared = cells.flatMap(({ groupId, figure }) => (figure.status.level === "enough" && figure.interval.value !== null ? [{ groupId, interval: figure.interval.value }] : []));
  const pairs = compared.length < 2 ? 0 : (compared.length * (compared.length - 1)) / 2;
  const apart = compared.flatMap((one, i) =>
    compared.slice(i + 1).flatMap((other) => {
      if (overlaps(one.interval, other.interval)) return [];
      const isCritical = one.interval.high < other.interval.low;
      return [{ critical: isCritical ? one.groupId : other.groupId, advocacy: isCritical ? other.groupId : one.groupId }];
    }),
  );
  const says = pairs === 0 ? "too_few" : apart.length === 0 ? "none" : apart.length === pairs ? "all" : "some";
  return { compared: compared.map((one) => one.groupId), apart, pairs, says };
}

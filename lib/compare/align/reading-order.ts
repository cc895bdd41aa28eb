import type { InOrder } from "./in-order";

/** Where a row belongs on the page: rows with a lead first, then by how far down the articles (0 to 1) it stands. */
export type Spot = { readonly row: number; readonly lead: boolean; readonly position: number; readonly key: string };

const compare = (a: Spot, b: Spot): number => Number(b.lead) - Number(a.lead) || a.position - b.position || (a.key < b.key ? -1 : 1);

/**
 * The rows as one reads them: by `Spot`; where the order of the texts is kept, only after every row that an article has
 * above it (Kahn's topological order).
 */
export function readingOrder(spots: readonly Spot[], inOrder: InOrder | null): number[] {
  const sorted = [...spots].sort(compare);
  if (inOrder === null) return sorted.map(({ row }) => row);
  const rank = new Map(sorted.map(({ row }, i) => [row, i]));
  const above = new Map(sorted.map(({ row }) => [row, 0]));
  for (const row of above.keys()) for (const next of inOrder.below(row)) above.set(next, (above.get(next) ?? 0) + 1);
  const free = sorted.filter(({ row }) => above.get(row) === 0).map(({ row }) => row);
  const order: number[] = [];
  for (let row = free.shift(); row !== undefined; row = free.shift()) {
    order.push(row);
    for (const next of inOrder.below(row)) {
      const left = (above.get(next) ?? 0) - 1;
      above.set(next, left);
      if (left > 0) continue;
      const behind = free.findIndex((other) => (rank.get(other) ?? 0) > (rank.get(next) ?? 0));
      free.splice(behind < 0 ? free.length : behind, 0, next);
    }
  }
  return order;
}

/** The middle value; of an even number, between the two. 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 1) return values[0] ?? 0;
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

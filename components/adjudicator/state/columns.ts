import type { ClusterSpan } from "@/lib/adjudication/cluster";
import { sameCodes } from "@/lib/adjudication/same-mark";
import type { AdjudicationDocument, Annotator, ShownCluster } from "../types";

/** One version in the comparison: a mark, whose it is, and the digit that adopts it. */
export type Column = {
  readonly span: ClusterSpan;
  readonly annotator: Annotator;
  /** From 1; marks beyond the ninth have no key. */
  readonly digit: number;
  /** Which of this annotator's marks in the cluster it is, from 1, and how many there are. */
  readonly turn: number;
  readonly of: number;
};

/** What stands side by side, and who read the words and marked nothing. */
export type Comparison = { readonly columns: readonly Column[]; readonly silent: readonly Annotator[] };

/** The versions of a cluster, by annotator; several marks of one annotator stand apart. */
export function compare({ annotators }: Pick<AdjudicationDocument, "annotators">, cluster: Pick<ShownCluster, "spans" | "readers">): Comparison {
  const columns = annotators.flatMap((annotator) => {
    const own = cluster.spans.filter((span) => span.memberId === annotator.id).toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
    return own.map((span, i) => ({ span, annotator, turn: i + 1, of: own.length }));
  });
  const marked = new Set(columns.map(({ annotator }) => annotator.id));
  return {
    columns: columns.map((column, i) => ({ ...column, digit: i + 1 })),
    silent: annotators.filter(({ id }) => !marked.has(id) && cluster.readers.includes(id)),
  };
}

const startOf = (span: ClusterSpan): number => span.parts[0]?.start ?? 0;

/** What of some values stands out: those that no more than half of all have. */
export function oddOnes(values: readonly string[]): boolean[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.map((value) => counts.size > 1 && (counts.get(value) ?? 0) * 2 <= values.length);
}

/** Pairs of versions that say different things and can both be kept, those of different annotators first. */
export function pairsToKeep(columns: readonly Column[]): (readonly [Column, Column])[] {
  const pairs = columns.flatMap((one, i) => columns.slice(i + 1).filter((other) => !sameCodes(one.span, other.span)).map((other) => [one, other] as const));
  return pairs.toSorted(([a, b], [c, d]) => Number(a.annotator === b.annotator) - Number(c.annotator === d.annotator));
}

/** Whether somebody said just this of the whole article. */
export function saidBySomebody(values: readonly { readonly value: unknown }[], value: unknown): boolean {
  return values.some((one) => sayingOf(one.value) === sayingOf(value));
}

const sayingOf = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...(value as unknown[])].sort() : value);

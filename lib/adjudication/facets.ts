import type { Cluster } from "./cluster";

/** How many undecided clusters of an article there are by state, target, pair of annotators who differ, and label; and of how many decisions the reason was a gap in the codebook. */
export type Facets = {
  readonly state: Readonly<Record<string, number>>;
  readonly target: Readonly<Record<string, number>>;
  /** Two members' ids, the smaller first, with a space between. */
  readonly pair: Readonly<Record<string, number>>;
  readonly label: Readonly<Record<string, number>>;
  readonly gap: number;
};

/** The key of a pair of annotators in `Facets.pair`. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Counts what undecided clusters are about. Everybody who read a cluster that is not unanimous is a party to it. Framings count as labels. */
export function facetsOf(undecided: readonly Cluster[], gaps: number): Facets {
  const [state, target, pair, label] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, keys: Iterable<string>): void => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const cluster of undecided) {
    add(state, [cluster.state]);
    add(target, cluster.spans.map(({ targetId }) => targetId));
    add(label, cluster.spans.flatMap(({ framing, labelIds }) => [framing, ...labelIds]));
    if (cluster.state !== "unanimous") add(pair, cluster.readers.flatMap((a, i) => cluster.readers.slice(i + 1).map((b) => pairKey(a, b))));
  }
  return { state: Object.fromEntries(state), target: Object.fromEntries(target), pair: Object.fromEntries(pair), label: Object.fromEntries(label), gap: gaps };
}

/** The share of the clusters that several annotators read on which they agree, 0..1; null where there are none. Differences of the extent alone are no disagreement here: the project's rule settles them. */
export function clusterAgreement(clusters: readonly Pick<Cluster, "state" | "readers">[]): number | null {
  const shared = clusters.filter(({ readers }) => readers.length > 1);
  return shared.length === 0 ? null : shared.filter(({ state }) => state === "unanimous" || state === "boundaries").length / shared.length;
}

import type { Cluster } from "@/lib/adjudication/cluster";
import type { AdjudicationDocument, ShownCluster } from "../types";
import type { BulkKeys } from "./ports";

/** How a cluster is drawn: a double rule, a single rule, a box, or in the hue of what was decided. */
export type ClusterLook = "agree" | "one" | "differ" | "decided";
/** The looks in the order in which the bar above the text counts them. */
export const LOOKS = ["agree", "differ", "one", "decided"] as const satisfies readonly ClusterLook[];

/** Whether a decision about the cluster stands, and nothing changed under it. */
export function isDecided({ decision, changedSince }: Pick<ShownCluster, "decision" | "changedSince">): boolean {
  return decision !== null && decision.outcome !== "reopened" && !changedSince;
}

/** How a cluster is drawn. */
export function lookOf(cluster: Pick<ShownCluster, "state" | "spans" | "decision" | "changedSince">): ClusterLook {
  if (isDecided(cluster)) return "decided";
  if (cluster.state === "unanimous") return "agree";
  return cluster.state === "only_some" && markers(cluster) === 1 ? "one" : "differ";
}

/** How many annotators marked something in a cluster. */
export function markers({ spans }: Pick<Cluster, "spans">): number {
  return new Set(spans.map((span) => span.memberId)).size;
}

/** How many clusters have each look. */
export function countLooks(clusters: readonly ShownCluster[]): Readonly<Record<ClusterLook, number>> {
  const counts = { agree: 0, one: 0, differ: 0, decided: 0 };
  for (const cluster of clusters) counts[lookOf(cluster)] += 1;
  return counts;
}

/** The cluster after or before one, in the order of the text, going round at the ends; the first where there is none yet. */
export function stepFrom(clusters: readonly ShownCluster[], key: string | null, way: 1 | -1): string | null {
  const at = clusters.findIndex((cluster) => cluster.key === key);
  if (at < 0) return (way === 1 ? clusters[0] : clusters.at(-1))?.key ?? null;
  return clusters[(at + way + clusters.length) % clusters.length]?.key ?? null;
}

/** The next cluster about which nothing is decided, going round at the end; null when all are decided. Those in `waiting` are taken as decided. */
export function nextOpen(clusters: readonly ShownCluster[], key: string | null, waiting: ReadonlySet<string> = new Set()): string | null {
  const at = clusters.findIndex((cluster) => cluster.key === key);
  const round = [...clusters.slice(at + 1), ...clusters.slice(0, at + 1)];
  return round.find((cluster) => !isDecided(cluster) && !waiting.has(cluster.key))?.key ?? null;
}

/** The clusters that one act settles together: undecided, and unanimous or different in their edges only. */
export function bulkKeys(clusters: readonly ShownCluster[], kind: "unanimous" | "boundaries"): readonly string[] {
  return clusters.filter((cluster) => cluster.state === kind && !isDecided(cluster)).map(({ key }) => key);
}

/** What one act settles in an article: such clusters, and questions about the whole article that everybody answered alike. */
export function bulkOf({ judgements, answers }: Pick<AdjudicationDocument, "judgements" | "answers">, clusters: readonly ShownCluster[], kind: "unanimous" | "boundaries"): BulkKeys {
  const isAlike = (row: AdjudicationDocument["judgements"][number] | AdjudicationDocument["answers"][number]): boolean => kind === "unanimous" && row.same && (row.decision === null || row.changedSince);
  return { clusterKeys: bulkKeys(clusters, kind), targetIds: judgements.filter(isAlike).map(({ targetId }) => targetId), setIds: answers.filter(isAlike).map(({ setId }) => setId) };
}

/** The cluster that an address names: by one of its marks (`#mark-` and the id) or by a code point of it (`?at=`); null where it names none. */
export function namedByAddress(clusters: readonly Pick<Cluster, "key" | "spans" | "start" | "end">[], { hash, search }: { readonly hash: string; readonly search: string }): string | null {
  const mark = /^#mark-(.+)$/u.exec(hash)?.[1];
  const at = /[?&]at=(\d{1,9})(?:&|$)/u.exec(search)?.[1];
  const found = clusters.find((cluster) => (mark === undefined ? at !== undefined && cluster.start <= Number(at) && Number(at) < cluster.end : cluster.spans.some(({ id }) => id === mark)));
  return found?.key ?? null;
}

import type { Cluster, ClusterSpan } from "./cluster";
import { matchMarks } from "./match-marks";
import { contentKey, type Mark } from "./same-mark";

/** A mark that the record would get out of marks that say the same. */
export type MergedMark = Mark & { readonly speaker: string | null; readonly note: string };

/**
 * The marks of a cluster, one of each annotator, that are about the same matter; marks that one of them stacked over
 * each other are in strands of their own. Null where somebody has no mark in one of them.
 */
export function strandsOf(cluster: Pick<Cluster, "spans">): ClusterSpan[][] | null {
  const byMember = new Map<string, ClusterSpan[]>();
  for (const span of cluster.spans) byMember.set(span.memberId, [...(byMember.get(span.memberId) ?? []), span]);
  const keyOf = (spans: readonly ClusterSpan[]): string => spans.map(contentKey).sort().join();
  const [first, ...others] = [...byMember.values()].map((spans) => ({ spans, key: keyOf(spans) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ spans }) => spans);
  if (!first) return null;
  const strands = first.map((span) => [span]);
  for (const other of others) {
    const { pairs, alone } = matchMarks(first, other);
    if (alone.length > 0) return null;
    for (const [mine, theirs] of pairs) strands[first.indexOf(mine)]!.push(theirs);
  }
  return strands;
}

/** What a strand says, on given words: its codes, and the speaker whom most of them name (nobody where two are named as often). Notes stay with those who wrote them. */
export function mergedMark(strand: readonly ClusterSpan[], parts: Mark["parts"]): MergedMark {
  const { targetId, framing, voice, attribution, directness, device, labelIds } = strand[0]!;
  return { parts, targetId, framing, voice, attribution, directness, device, labelIds, speaker: mostNamed(strand.flatMap(({ speaker }) => speaker ?? [])), note: "" };
}

function mostNamed(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || (second !== undefined && second[1] === first[1]) ? null : first[0];
}

/** The marks that everybody made alike; null unless the cluster is unanimous. */
export const unanimousMarks = (cluster: Cluster): MergedMark[] | null => (cluster.state !== "unanimous" ? null : (strandsOf(cluster)?.map((strand) => mergedMark(strand, strand[0]!.parts)) ?? null));

import { dawidSkene } from "@/lib/agreement/aggregation/dawid-skene";
import { labelsOf } from "@/lib/agreement/aggregation/labels";
import { characterMajority } from "@/lib/agreement/spans/character-majority";
import { marksOf } from "@/lib/agreement/spans/marks";
import { FRAMINGS, type Framing } from "@/lib/codebook/framing";
import type { Cluster } from "./cluster";
import { lengthOf } from "./same-mark";

/** A starting point for whoever settles a cluster, never a decision. */
export type Aids = {
  /** Runs of code points that more than half of those who read the place marked, and the mean share of them that did (0..1). */
  readonly majority: readonly { readonly start: number; readonly end: number; readonly share: number }[];
  /** How likely each framing, or no mark at all, is after Dawid and Skene over the article's clusters; null where too few read. */
  readonly posterior: Readonly<Record<Framing | "none", number>> | null;
};

const CLASSES = ["none", ...FRAMINGS] as const;
/** The model tells annotators from each other only where they met in a few places. */
const FEWEST_CLUSTERS = 5;
const ROUNDS = 50;

/** The framing of the longest mark that an annotator has in a cluster; of equals the one that comes first. */
function saidOf(cluster: Cluster, memberId: string): (typeof CLASSES)[number] {
  const own = cluster.spans.filter((span) => span.memberId === memberId).sort((a, b) => lengthOf(b.parts) - lengthOf(a.parts) || (a.framing < b.framing ? -1 : 1));
  return own[0]?.framing ?? "none";
}

/**
 * Consensus aids for the clusters of an article, by key; only for those that two or more read. Character majority (more
 * than half, whatever was said), and the posterior of Dawid and Skene (1979) with pseudo-counts for annotators of few
 * places, over framing or no mark, one item per cluster.
 */
export function consensusAids(clusters: readonly Cluster[]): Map<string, Aids> {
  const shared = clusters.filter(({ readers }) => readers.length > 1);
  const coders = [...new Set(shared.flatMap(({ readers }) => readers))].sort();
  const triples = shared.flatMap((cluster, item) => cluster.readers.flatMap((memberId) => [item, coders.indexOf(memberId), CLASSES.indexOf(saidOf(cluster, memberId))]));
  const posterior = shared.length < FEWEST_CLUSTERS ? null : dawidSkene(labelsOf(shared.length, coders.length, CLASSES.length, triples), { iterations: ROUNDS, pseudoCounts: true }).posterior;
  return new Map(
    shared.map((cluster, item) => {
      const marks = cluster.readers.map((memberId) => marksOf(cluster.spans.filter((span) => span.memberId === memberId).map(({ parts }) => ({ parts: parts.map(({ start, end }) => [start, end] as const), label: 0 }))));
      return [cluster.key, {
        majority: characterMajority(marks, "place").map(({ start, end, share }) => ({ start, end, share })),
        posterior: posterior && (Object.fromEntries(CLASSES.map((name, i) => [name, posterior[item * CLASSES.length + i]!])) as Record<Framing | "none", number>),
      }];
    }),
  );
}

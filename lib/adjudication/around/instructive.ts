import type { Random } from "@/lib/kernel/random";
import type { Cluster } from "../cluster";

/** A disagreement that a meeting could talk about. */
export type Candidate = { readonly articleId: string; readonly cluster: Pick<Cluster, "key" | "state" | "spans" | "readers"> };

const pairsOf = ({ spans }: Candidate["cluster"]): string[] => {
  const people = [...new Set(spans.map((one) => one.memberId))].sort();
  return people.flatMap((a, i) => people.slice(i + 1).map((b) => `${a} ${b}`));
};

/**
 * The most instructive disagreements, at most `n`, in the order in which to talk about them: each time the one with the
 * most marks for its worth, which halves with each one taken already of the same article, kind of disagreement,
 * target or pair of people. Unanimous ones teach nothing. Of equal ones, chance decides. O(n × candidates).
 */
export function instructive(candidates: readonly Candidate[], n: number, random: Random): Candidate[] {
  const open = candidates.filter(({ cluster }) => cluster.state !== "unanimous").map((one) => ({ one, chance: random.next(), traits: [`article ${one.articleId}`, `state ${one.cluster.state}`, ...new Set(one.cluster.spans.map(({ targetId }) => `target ${targetId}`)), ...pairsOf(one.cluster).map((pair) => `pair ${pair}`)] }));
  const used = new Map<string, number>();
  const taken: Candidate[] = [];
  while (taken.length < n && open.length > 0) {
    let [best, worth] = [0, -1];
    open.forEach(({ one, chance, traits }, i) => {
      // A mean, so that a cluster of many people is not punished for its many pairs.
      const seen = traits.reduce((sum, trait) => sum + (used.get(trait) ?? 0), 0) / traits.length;
      const found = one.cluster.spans.length * 0.5 ** (seen * 4);
      if (found > worth || (found === worth && chance > open[best]!.chance)) [best, worth] = [i, found];
    });
    const [next] = open.splice(best, 1);
    for (const trait of next!.traits) used.set(trait, (used.get(trait) ?? 0) + 1);
    taken.push(next!.one);
  }
  return taken;
}

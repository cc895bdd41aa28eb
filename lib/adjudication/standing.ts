import type { Cluster } from "./cluster";
import type { Decision } from "./decision";

type Decided = Pick<Decision, "id" | "number" | "outcome" | "method" | "spans">;

/** How far a cluster is decided. */
export type ClusterStanding<D> = {
  /** The decision that stands, or, where marks changed since, the newest one about some of them. */
  readonly decision: D | null;
  /** Whether marks came, went or changed since: then it is undecided. */
  readonly changedSince: boolean;
  /** The decisions that a new one has to replace. */
  readonly replaces: readonly string[];
};

/** Which decisions stand on which clusters. */
export type Standing<D> = {
  readonly clusters: ReadonlyMap<string, ClusterStanding<D>>;
  /** Marks where nobody marked. */
  readonly added: readonly D[];
  /** Decisions that settled something out of marks of which none is left. */
  readonly detached: readonly D[];
};

/** Whether a cluster has a decision on these very marks. */
export const isDecided = (standing: Pick<ClusterStanding<unknown>, "decision" | "changedSince"> | undefined): boolean => standing !== undefined && standing.decision !== null && !standing.changedSince;

/**
 * Lays the decisions on clusters that stand (nothing has replaced them) over the clusters as they are. A cluster is
 * decided where one decision is about all of its marks, each in its present version, and about no others.
 */
export function standingOn<D extends Decided>(clusters: readonly Pick<Cluster, "key" | "spans">[], decisions: readonly D[]): Standing<D> {
  const home = new Map<string, string>();
  for (const { key, spans } of clusters) for (const span of spans) home.set(span.id, key);
  const touching = new Map<string, D[]>();
  const [added, detached]: [D[], D[]] = [[], []];
  for (const decision of decisions) {
    const keys = new Set(decision.spans.flatMap(({ id }) => home.get(id) ?? []));
    for (const key of keys) touching.set(key, [...(touching.get(key) ?? []), decision]);
    if (keys.size > 0) continue;
    if (decision.method === "added") added.push(decision);
    else if (decision.outcome === "settled") detached.push(decision);
  }
  const standings = clusters.map(({ key, spans }): [string, ClusterStanding<D>] => {
    const found = (touching.get(key) ?? []).sort((a, b) => b.number - a.number);
    const exact = found.length === 1 && found[0]!.spans.length === spans.length && spans.every((span) => found[0]!.spans.some(({ id, version }) => id === span.id && version === span.version));
    return [key, { decision: found[0] ?? null, changedSince: found.length > 0 && !exact, replaces: found.map(({ id }) => id) }];
  });
  return { clusters: new Map(standings), added, detached };
}

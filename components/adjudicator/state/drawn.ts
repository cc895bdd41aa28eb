import type { AdjudicationDocument, ShownCluster } from "../types";
import { type ByBlock, clustersByBlock, settledByBlock } from "./runs";
import { standingMarks } from "./waiting";

/** What the text is drawn from, by ordinal of the block. What has no news keeps its identity, so that only blocks with news are drawn again. */
export type Drawn = {
  readonly ranges: ByBlock;
  readonly settled: ByBlock;
  readonly clusters: ReadonlyMap<number, readonly ShownCluster[]>;
  /** What `ranges` was computed from. */
  readonly of: readonly ShownCluster[];
};

const NOTHING: Drawn = { ranges: new Map(), settled: new Map(), clusters: new Map(), of: [] };

/** What the text is drawn from now. The extents of clusters are computed anew only when marks changed. */
export function drawnFrom({ article: { blocks }, added }: Pick<AdjudicationDocument, "article" | "added">, clusters: readonly ShownCluster[], before: Drawn = NOTHING): Drawn {
  const isSame = before.of.length === clusters.length && clusters.length > 0 && clusters.every((cluster, i) => cluster.spans === before.of[i]?.spans);
  const ranges = isSame ? before.ranges : clustersByBlock(blocks, clusters);
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]));
  const inBlocks = [...ranges].map(([ordinal, found]): [number, readonly ShownCluster[]] => {
    const here = [...new Set(found.map(({ id }) => id.slice(1)))].flatMap((key) => byKey.get(key) ?? []);
    const then = before.clusters.get(ordinal);
    return [ordinal, then !== undefined && then.length === here.length && then.every((one, i) => one === here[i]) ? then : here];
  });
  return { ranges, settled: settledByBlock(blocks, standingMarks(clusters, added), before.settled), clusters: new Map(inBlocks), of: clusters };
}

import type { Span } from "@/lib/annotations/span";

/** How the marks of a cluster stand to each other. One alone that others read and did not mark is `only_some`. */
export const CLUSTER_STATES = ["unanimous", "boundaries", "code", "target", "voice", "one_against_several", "only_some"] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];

/** In what the marks of a cluster differ. */
export const DIFFERENCES = ["extent", "target", "framing", "voice", "directness", "device", "labels", "presence"] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** A mark as the adjudication sees it. */
export type ClusterSpan = Span & { readonly codebookVersion: number };

/** Marks that overlap in place, whatever their target, over all annotators who submitted the article. */
export type Cluster = {
  /** The id of the mark that begins first (of several the one with the smallest id): stable as long as it stands. */
  readonly key: string;
  /** From the first to the last marked code point. */
  readonly start: number;
  readonly end: number;
  readonly spans: readonly ClusterSpan[];
  readonly state: ClusterState;
  readonly differs: readonly Difference[];
  /** Who could have made one of these marks: whose blocks hold it whole. A cluster that one alone read is unanimous of one. */
  readonly readers: readonly string[];
};

/** Why no mark, or another one than anybody made, stands. */
export const REASONS = ["ambiguous", "codebook_gap", "slip", "edge_case", "honest", "other"] as const;
export type Reason = (typeof REASONS)[number];
export { BOUNDARY_RULES, type BoundaryRule } from "@/lib/projects/adjudication-rules";

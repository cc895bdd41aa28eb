import type { Metrics } from "./metric";

/** Metrics of this family: boundary_similarity. */
export const BOUNDARIES_METRICS: Metrics = {};

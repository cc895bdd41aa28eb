import type { Metrics } from "./metric";

/** One label of many. */
export const AGGREGATION_METRICS: Metrics = {};

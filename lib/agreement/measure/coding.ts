import type { Metrics } from "./metric";

/** Coefficients of items that several people coded. */
export const CODING_METRICS: Metrics = {};

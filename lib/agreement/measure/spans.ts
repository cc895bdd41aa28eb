import type { Metrics } from "./metric";

/** Metrics of this family: span_f1, span_f1_partial_credit. */
export const SPANS_METRICS: Metrics = {};

import type { Metrics } from "./metric";

/** Metrics of this family: ualpha, ualpha_docs, alpha_u_1995, span_majority_char. */
export const UNITIZING_METRICS: Metrics = {};

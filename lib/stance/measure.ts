import type { Metrics } from "@/lib/agreement/measure/metric";

/** Estimates over outlets, for whoever wants to check them. */
export const STANCE_METRICS: Metrics = {};

import type { Metrics } from "./metric";

/** Metrics of this family: gamma_observed, gamma_replay. */
export const GAMMA_METRICS: Metrics = {};

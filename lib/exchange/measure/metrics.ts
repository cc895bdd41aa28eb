import { AGGREGATION_METRICS } from "@/lib/agreement/measure/aggregation";
import { BOUNDARIES_METRICS } from "@/lib/agreement/measure/boundaries";
import { CODING_METRICS } from "@/lib/agreement/measure/coding";
import { GAMMA_METRICS } from "@/lib/agreement/measure/gamma";
import type { Metrics } from "@/lib/agreement/measure/metric";
import { SPANS_METRICS } from "@/lib/agreement/measure/spans";
import { UNITIZING_METRICS } from "@/lib/agreement/measure/unitizing";
import { STANCE_METRICS } from "@/lib/stance/measure";

/** Everything that `npm run measure` computes, by the name under which a file asks for it. */
export const METRICS: Metrics = {
  ...CODING_METRICS,
  ...AGGREGATION_METRICS,
  ...UNITIZING_METRICS,
  ...SPANS_METRICS,
  ...BOUNDARIES_METRICS,
  ...GAMMA_METRICS,
  ...STANCE_METRICS,
};

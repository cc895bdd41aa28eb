import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { compare } from "@/lib/api/compare";
import type { compareVerdicts } from "@/lib/api/compare-verdicts";

/** The typed client of comparisons. */
export const compareApi = hc<typeof compare>(API, clientOptions).projects[":projectId"].compare;
/** The typed client of what people say of two places. */
export const verdictsApi = hc<typeof compareVerdicts>(API, clientOptions).projects[":projectId"].compare.verdicts;

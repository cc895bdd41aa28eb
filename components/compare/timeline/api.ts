import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { compareVerdicts } from "@/lib/api/compare-verdicts";

/** The typed client of what people say of two facts. */
export const factVerdicts = hc<typeof compareVerdicts>(API, clientOptions).projects[":projectId"].compare.verdicts;

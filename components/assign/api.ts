import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { batches } from "@/lib/api/batches";

/** The typed client of plans, batches and single assignments. */
export const batchesApi = hc<typeof batches>(API, clientOptions).projects[":projectId"].assignments;

import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { targets } from "@/lib/api/targets";

/** The typed client of targets. */
export const targetsApi = hc<typeof targets>(API, clientOptions).projects[":projectId"].targets;

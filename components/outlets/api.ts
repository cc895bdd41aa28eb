import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { outlets } from "@/lib/api/outlets";

/** The typed client of outlets. */
export const outletsApi = hc<typeof outlets>(API, clientOptions).projects[":projectId"].outlets;

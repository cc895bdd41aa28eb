import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { returns } from "@/lib/api/returns";

/** The typed client of returns. */
export const returnsApi = hc<typeof returns>(API, clientOptions).projects[":projectId"].assignments.return;

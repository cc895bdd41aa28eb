import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { annotations } from "@/lib/api/annotations";

/** The typed client of a pupil's own work. */
export const workApi = hc<typeof annotations>(API, clientOptions);

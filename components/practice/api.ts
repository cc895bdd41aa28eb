import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { practice } from "@/lib/api/practice";

/** The typed client of practice and keys. */
export const practiceApi = hc<typeof practice>(API, clientOptions).projects[":projectId"];

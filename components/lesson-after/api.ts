import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lessonAfter } from "@/lib/api/lesson-after";

/** The typed client of what comes after a lesson. */
export const afterApi = hc<typeof lessonAfter>(API, clientOptions).projects[":projectId"].lesson;

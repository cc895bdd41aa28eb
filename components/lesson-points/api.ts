import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lessonGrades } from "@/lib/api/lesson-grades";

/** The typed client of points and pupils' work. */
export const pointsApi = hc<typeof lessonGrades>(API, clientOptions).projects[":projectId"].lesson;

import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lessonPlan } from "@/lib/api/lesson-plan";

/** The typed client of lessons and their plans. */
export const planApi = hc<typeof lessonPlan>(API, clientOptions);

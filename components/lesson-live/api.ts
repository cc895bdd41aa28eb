import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lessonDoor } from "@/lib/api/lesson-door";
import type { lessonLive } from "@/lib/api/lesson-live";

/** The typed clients of leading a lesson, and of its door. */
export const liveApi = hc<typeof lessonLive>(API, clientOptions).projects[":projectId"].lesson;
export const doorApi = hc<typeof lessonDoor>(API, clientOptions).projects[":projectId"].lesson.door;

/** As the API tells them. */
export type ClassBoard = InferResponseType<(typeof liveApi)["board"]["$get"]>;
export type Door = InferResponseType<(typeof doorApi)["$get"]>;

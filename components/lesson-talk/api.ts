import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lesson } from "@/lib/api/lesson";
import type { lessonTalk } from "@/lib/api/lesson-talk";
import type { Lesson } from "@/lib/lessons/lesson";

/** The typed clients of a lesson, and of what its class marked. */
export const lessonApi = hc<typeof lesson>(API, clientOptions).projects[":projectId"].lesson;
export const talkApi = hc<typeof lessonTalk>(API, clientOptions).projects[":projectId"].lesson;

/** As the API tells them. */
export type ClassLesson = InferResponseType<(typeof lessonApi)["$get"]>;
/** What of a lesson its heat maps need. */
export type HeatLesson = Pick<Lesson, "articles" | "targets" | "revealed" | "sourceHidden">;
export type Heat = InferResponseType<(typeof talkApi)["heat"]["$get"]>;
export type Passage = InferResponseType<(typeof talkApi)["passage"]["$get"]>;
export type Pin = InferResponseType<(typeof talkApi)["pins"]["$get"]>["items"][number];

/** A place in an article, in code points. */
export type Place = { readonly articleId: string; readonly start: number; readonly end: number };

import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lti } from "@/lib/api/lti";
import type { ltiLesson } from "@/lib/api/lti-lesson";

/** The typed clients of coming from a course, and of what a lesson has to do with one. */
export const ltiApi = hc<typeof lti>(API, clientOptions);
export const ltiLessonApi = hc<typeof ltiLesson>(API, clientOptions);

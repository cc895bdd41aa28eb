import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { lessonWriting } from "@/lib/api/lesson-writing";

/** The typed client of headlines, votes and the last question. */
export const writingApi = hc<typeof lessonWriting>(API, clientOptions).projects[":projectId"].lesson;

/** Names who writes, so that nobody writes for another on a machine that they share. */
export const as = (memberId: string) => ({ headers: { "Member-Id": memberId } });

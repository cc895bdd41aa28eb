import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { annotations } from "@/lib/api/annotations";
import type { returns } from "@/lib/api/returns";

/** The typed clients of returns and histories. */
export const returnsApi = hc<typeof returns>(API, clientOptions).projects[":projectId"].assignments;
export const spansApi = hc<typeof annotations>(API, clientOptions).projects[":projectId"].articles[":articleId"].spans;

/** What happened to an assignment, as the API tells it. */
export type History = InferResponseType<(typeof returnsApi)[":assignmentId"]["history"]["$get"]>;
export type HistoryEvent = History["events"][number];
export type HistorySpan = Extract<HistoryEvent, { kind: "returned" }>["spans"][number];
export type Changes = NonNullable<Extract<HistoryEvent, { kind: "submitted" }>["changes"]>;

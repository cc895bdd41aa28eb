import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { threads } from "@/lib/api/threads";

/** The typed client of discussions. */
export const threadApi = hc<typeof threads>(API, clientOptions).projects[":projectId"].assignments[":assignmentId"].thread;

/** A discussion as the API tells it. */
export type Thread = InferResponseType<(typeof threadApi)["$get"]>;
export type Message = Thread["messages"][number];

import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { revisions } from "@/lib/api/revisions";

/** The typed client of the texts that an article had. */
export const revisionsApi = hc<typeof revisions>(API, clientOptions).projects[":projectId"].articles[":articleId"].revisions;

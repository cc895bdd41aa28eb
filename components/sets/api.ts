import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { articleSets } from "@/lib/api/article-sets";

/** The typed client of sets. */
export const setsApi = hc<typeof articleSets>(API, clientOptions).projects[":projectId"]["article-sets"];

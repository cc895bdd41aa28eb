import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { copies } from "@/lib/api/copies";

/** The typed client of copies. */
export const copiesApi = hc<typeof copies>(API, clientOptions).projects[":projectId"].articles[":articleId"].copies;

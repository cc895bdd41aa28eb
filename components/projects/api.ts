import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { projects } from "@/lib/api/projects";

/** The typed client of projects. */
export const projectsApi = hc<typeof projects>(API, clientOptions);

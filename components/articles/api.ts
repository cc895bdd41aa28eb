import { hc } from "hono/client";
import { API, ApiProblem, clientOptions, type Problem } from "@/components/api/client";
import type { articles } from "@/lib/api/articles";
import type { assignments } from "@/lib/api/assignments";

/** The typed clients of this area. */
export const articlesApi = hc<typeof articles>(API, clientOptions);
export const assignmentsApi = hc<typeof assignments>(API, clientOptions);

/** The problem behind a thrown thing; anything that is not ours is thrown on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  throw error;
}

/** The message for one field of a refused request ("/url" → url), as a sentence. */
export function fieldError(problem: Problem | null, field: string): string | undefined {
  const message = problem?.errors?.find((error) => error.path === `/${field}` || error.path.startsWith(`/${field}/`))?.message;
  return message === undefined ? undefined : `${message.slice(0, 1).toUpperCase()}${message.slice(1)}${message.endsWith(".") ? "" : "."}`;
}

import { hc } from "hono/client";
import { API, ApiProblem, clientOptions, type Problem } from "@/components/api/client";
import type { codebook } from "@/lib/api/codebook";

/** The typed client of the codebook. */
export const codebookApi = hc<typeof codebook>(API, clientOptions).projects[":projectId"].codebook;

/** The problem behind a thrown thing; anything that is not ours is thrown on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  throw error;
}

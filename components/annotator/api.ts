import { API, ApiProblem, unwrap } from "@/components/api/client";
import type { AnnotateDocument, AssignmentState } from "./types";

/** A write that is ready to be sent, and sent again unchanged. Plain data, so that it can be stored. */
export type WriteRequest = { readonly method: "POST" | "PATCH" | "PUT" | "DELETE"; readonly path: string; readonly body: Readonly<Record<string, unknown>> };

/** What became of a write. `retry`: the server could not be reached or could not answer; the same request may be sent again. */
export type Outcome =
  | { readonly kind: "done"; readonly body: unknown }
  | { readonly kind: "conflict"; readonly current: unknown; readonly version: number | null; readonly sentence: string }
  | { readonly kind: "refused"; readonly sentence: string; /** What stands in the way of a submission, by its stable name. */ readonly reason?: string | undefined }
  | { readonly kind: "retry"; readonly signedOut: boolean; readonly sentence: string };

/** What a submission answers. */
export type Submitted = { readonly state: AssignmentState; readonly nextId: string | null; readonly submittedAt?: string | undefined };

/** Everything the annotate screen shows. Throws `ApiProblem`. */
export function fetchDocument(projectId: string, assignmentId: string): Promise<AnnotateDocument> {
  return unwrap<AnnotateDocument>(fetch(`${API}/projects/${projectId}/assignments/${assignmentId}/document`));
}

/** Sends one write under its operation id. Never throws: every ending is an outcome. */
export async function send(request: WriteRequest, operationId: string): Promise<Outcome> {
  const { method, path, body } = request;
  const answer = fetch(`${API}${path}`, { method, headers: { "Content-Type": "application/json", "Operation-Id": operationId }, body: JSON.stringify(body) });
  try {
    return { kind: "done", body: await unwrap<unknown>(answer) };
  } catch (error) {
    if (error instanceof ApiProblem) return outcomeOf(error);
    return { kind: "retry", signedOut: false, sentence: "The server gave no usable answer." };
  }
}

function outcomeOf({ problem }: ApiProblem): Outcome {
  const { status, detail } = problem;
  if (status === 0 || status >= 500 || status === 429 || status === 408 || status === 401) return { kind: "retry", signedOut: status === 401, sentence: detail };
  if (status === 409 && "current" in problem) {
    const current = problem.current ?? null;
    // A row that was deleted is null, with its version beside it.
    return { kind: "conflict", current, version: versionIn(current) ?? versionIn(problem), sentence: detail };
  }
  return { kind: "refused", sentence: detail, ...("reason" in problem && typeof problem.reason === "string" ? { reason: problem.reason } : {}) };
}

/** The version in an answer or a row; null when it names none. */
export function versionIn(body: unknown): number | null {
  const version = typeof body === "object" && body !== null && "version" in body ? body.version : null;
  return typeof version === "number" ? version : null;
}

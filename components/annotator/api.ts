import { API, ApiProblem, unwrap } from "@/components/api/client";
import { unanswered } from "@/components/words/unanswered";
import type { Standing } from "./state/elsewhere";
import type { AnnotateDocument, AssignmentState } from "./types";

/** A write that is ready to be sent, and sent again unchanged. Plain data, so that it can be stored. */
export type WriteRequest = { readonly method: "POST" | "PATCH" | "PUT" | "DELETE"; readonly path: string; readonly body: Readonly<Record<string, unknown>> };

/** What became of a write. `retry`: the server could not be reached or could not answer; the same request may be sent again. */
export type Outcome =
  | { readonly kind: "done"; readonly body: unknown }
  | { readonly kind: "conflict"; readonly current: unknown; readonly version: number | null; readonly sentence: string }
  | { readonly kind: "refused"; readonly sentence: string; /** What stands in the way of a submission, by its stable name. */ readonly reason?: string | undefined; /** It is said to strangers as well, so it may only mean that somebody else is signed in. */ readonly doubtful?: boolean | undefined }
  | { readonly kind: "retry"; readonly signedOut: boolean; /** Somebody else is signed in. */ readonly other?: boolean | undefined; readonly sentence: string };

/** What a submission answers. */
export type Submitted = { readonly state: AssignmentState; readonly nextId: string | null; readonly submittedAt?: string | undefined };

/** Everything the annotate screen shows. Throws `ApiProblem`. */
export function fetchDocument(projectId: string, assignmentId: string): Promise<AnnotateDocument> {
  return unwrap<AnnotateDocument>(fetch(`${API}/projects/${projectId}/assignments/${assignmentId}/document`));
}

/** How far one's own work is on the server. Throws `ApiProblem`. */
export function fetchStanding(projectId: string, assignmentId: string): Promise<Standing> {
  return unwrap<Standing>(fetch(`${API}/projects/${projectId}/assignments/${assignmentId}/changes`));
}

/** How long an answer may take before the same request is sent again. */
const PATIENCE_MS = 20_000;

/** Sends one write under its operation id, in the name of a member. Never throws: every ending is an outcome. */
export async function sendAs(memberId: string, request: WriteRequest, operationId: string): Promise<Outcome> {
  const { method, path, body } = request;
  const headers = { "Content-Type": "application/json", "Operation-Id": operationId, "Member-Id": memberId };
  try {
    // Of a laptop that slept, the request from before may never end.
    const answer = fetch(`${API}${path}`, { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE_MS) });
    return { kind: "done", body: await unwrap<unknown>(answer) };
  } catch (error) {
    if (error instanceof ApiProblem) return outcomeOf(error);
    return { kind: "retry", signedOut: false, sentence: unanswered("unusable").detail };
  }
}

/** Whether this member is who is signed in; null when nobody can tell just now. */
export async function isSignedIn({ projectId, memberId }: { readonly projectId: string; readonly memberId: string }): Promise<boolean | null> {
  try {
    return (await unwrap<{ memberId: string }>(fetch(`${API}/projects/${projectId}`, { signal: AbortSignal.timeout(PATIENCE_MS) }))).memberId === memberId;
  } catch (error) {
    return error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 403) ? false : null;
  }
}

function outcomeOf({ problem }: ApiProblem): Outcome {
  const { status, detail, code } = problem;
  if (code === "other_member") return { kind: "retry", signedOut: false, other: true, sentence: detail };
  if (status === 0 || status >= 500 || status === 429 || status === 408 || status === 401) return { kind: "retry", signedOut: status === 401, sentence: detail };
  if (status === 409 && "current" in problem) {
    const current = problem.current ?? null;
    // A row that was deleted is null, with its version beside it.
    return { kind: "conflict", current, version: versionIn(current) ?? versionIn(problem), sentence: detail };
  }
  return { kind: "refused", sentence: detail, ...(status === 403 || status === 404 ? { doubtful: true } : {}), ...("reason" in problem && typeof problem.reason === "string" ? { reason: problem.reason } : {}) };
}

/** The version in an answer or a row; null when it names none. */
export function versionIn(body: unknown): number | null {
  const version = typeof body === "object" && body !== null && "version" in body ? body.version : null;
  return typeof version === "number" ? version : null;
}

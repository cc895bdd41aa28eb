import { unanswered } from "@/components/words/unanswered";
import { newId } from "@/lib/kernel/id";

/** A problem document as the API sends it. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | null;
  readonly current?: unknown;
  /** Pairs of articles of which somebody said that they are no copies. */
  readonly split?: readonly { articleId: string; otherId: string }[];
  readonly errors?: readonly { path: string; message: string }[];
};

/** A refused or failed request; `problem.detail` is a sentence for the person. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = "ApiProblem";
  }
}

/** Where every typed client points: `hc<typeof articles>(API, clientOptions)`. */
export const API = "/api/v1";

/** `fetch` for the typed clients: JSON unless the caller names another type, and an Operation-Id on every write that has none. */
const apiFetch: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  if (init?.method && init.method !== "GET") {
    if (!headers.has("Content-Type")) headers.set("Content-Type", "application/json");
    if (!headers.has("Operation-Id")) headers.set("Operation-Id", newId());
  }
  return fetch(input, { ...init, headers, ...(init?.method !== "GET" && init?.body == null ? { body: "{}" } : {}) });
};
export const clientOptions = { fetch: apiFetch } as const;

/** The problem of a request that got no answer. */
export const unreachable = (): Problem => ({ status: 0, code: "unreachable", ...unanswered("gone"), requestId: null });

/** The problem in a refusal, whatever its body is. */
export const refusal = (status: number, body: Partial<Problem>): Problem => ({ code: "internal", ...unanswered("unusable"), requestId: null, ...body, status });

/** The JSON of a good answer; throws `ApiProblem` for any other, also when there was no answer at all. */
export async function unwrap<T>(answer: Promise<{ ok: boolean; status: number; json(): Promise<T> }>): Promise<T> {
  let response: { ok: boolean; status: number; json(): Promise<T> };
  try {
    response = await answer;
  } catch {
    throw new ApiProblem(unreachable());
  }
  if (response.ok) return response.json();
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  throw new ApiProblem(refusal(response.status, body));
}

import { hc } from "hono/client";
import { API, ApiProblem, clientOptions, type Problem, refusal, unreachable } from "@/components/api/client";
import type { account } from "@/lib/api/account";
import type { join } from "@/lib/api/join";
import type { session } from "@/lib/api/session";
import type { setup } from "@/lib/api/setup";

/** The typed clients of this area. */
export const accountApi = hc<typeof account>(API, clientOptions);
export const joinApi = hc<typeof join>(API, clientOptions);
export const sessionApi = hc<typeof session>(API, clientOptions);
export const setupApi = hc<typeof setup>(API, clientOptions);

/** The problem behind a thrown thing; anything that is not ours is thrown on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  throw error;
}

/** What is wrong with one field of a refused request ("/person/login"). */
export const faultAt = (problem: Problem | null, path: string): string | undefined => problem?.errors?.find((error) => error.path === path)?.message;

/** Whether a refusal is already said beside a field whose path begins so. */
export const atField = (problem: Problem, path: string): boolean => problem.errors?.some((error) => error.path.startsWith(path)) ?? false;

async function ask(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(`/api/auth/${path}`, init).catch(() => null);
  if (!response) throw new ApiProblem(unreachable());
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok) throw new ApiProblem(refusal(response.status, body));
  return body;
}

/** Posts to next-auth's door with its CSRF token; answers with the address to go to. */
export async function knock(path: "callback/password" | "callback/phrase" | "signin/email" | `signin/${string}`, body: Record<string, string>): Promise<string> {
  const { csrfToken } = await ask("csrf");
  const { url } = await ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...body, csrfToken }) });
  return typeof url === "string" ? url : "/";
}

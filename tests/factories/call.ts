import { sessionCookie } from "@/lib/accounts/server/credential";
import { api } from "@/lib/api/app";
import { newId } from "@/lib/kernel/id";

// Answers have many shapes, and a test names the keys that it reads.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = { status: number; headers: Headers; text: string; body: Record<string, any> };
export type CallOptions = { op?: string; headers?: Record<string, string>; raw?: string; bytes?: Uint8Array };

/** Sends one request to the API in this process, as our own pages would: same origin, JSON, a fresh operation id. */
export async function call(who: { session: string } | null, method: string, path: string, payload?: unknown, options: CallOptions = {}): Promise<Answer> {
  const headers = new Headers({ host: "localhost", "x-forwarded-for": "192.0.2.1", ...(who ? { cookie: `${sessionCookie()}=${who.session}` } : {}) });
  if (method !== "GET") {
    headers.set("content-type", "application/json");
    headers.set("origin", "http://localhost");
    headers.set("sec-fetch-site", "same-origin");
    headers.set("operation-id", options.op ?? newId());
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const body = (options.bytes as BodyInit | undefined) ?? options.raw ?? (method === "GET" ? undefined : JSON.stringify(payload ?? {}));
  const response = await api.request(`http://localhost/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: /^application\/(problem\+)?json\b/u.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : {} };
}

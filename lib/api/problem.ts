import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { AppError, notFound } from "@/lib/kernel/errors";
import { log } from "@/lib/platform/log";

const TITLES: Record<number, string> = {
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  409: "Changed elsewhere",
  413: "Too large",
  415: "Wrong content type",
  422: "Something is not right",
  429: "Too many tries",
  500: "Something broke on our side",
  503: "Not available just now",
};

/** Any thrown thing as an RFC 9457 problem document with a stable code and the request id. */
export function problem(c: Context, error: unknown): Response {
  const known = error instanceof AppError ? error : null;
  const status = known?.status ?? 500;
  const requestId = c.get("requestId") as string;
  if (!known) log.error({ requestId, path: c.req.path, err: error instanceof Error ? { name: error.name, message: error.message.slice(0, 500), stack: error.stack } : String(error) }, "unexpected error");
  for (const [name, value] of Object.entries(known?.headers ?? {})) c.header(name, value);
  return c.body(
    JSON.stringify({
      type: `about:blank#${known?.code ?? "internal"}`,
      title: TITLES[status] ?? "Something is not right",
      status,
      code: known?.code ?? "internal",
      detail: known?.detail ?? "Something went wrong that should not have. Nothing you sent was half done; try again, or show the request id to whoever runs this machine.",
      requestId,
      ...known?.extra,
    }),
    status as ContentfulStatusCode,
    { "Content-Type": "application/problem+json" },
  );
}

export const notFoundProblem = (c: Context): Response => problem(c, notFound());

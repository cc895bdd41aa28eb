import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { isHttps } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { Actor } from "./actor";

/** The answer as next-auth gives it to a pages-style handler; we use that form because it needs no request scope of Next. */
export class Collected {
  code = 200;
  readonly headers = new Map<string, string | string[]>();
  sent: unknown = "";
  status(code: number): this {
    this.code = code;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return this.headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }
  send(body: unknown): void {
    this.sent = body;
  }
  json(body: unknown): void {
    this.sent = body;
  }
  end(): void {}

  /** The Set-Cookie lines so far. */
  cookies(): string[] {
    const lines = this.getHeader("set-cookie") ?? [];
    return typeof lines === "string" ? [lines] : lines;
  }
  /** Where next-auth wants to send the browser. */
  redirect(): string | undefined {
    const sent = this.sent as { url?: unknown } | null;
    const place = this.getHeader("location") ?? sent?.url;
    return typeof place === "string" ? place : undefined;
  }
}

/** A JSON answer of the sign-in door, with its headers and the cookies that next-auth set. */
export function plain(_actor: Actor, status: number, body: unknown, cookies: readonly string[] = [], type = "application/json"): Response {
  const response = new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
  return framed(response, cookies);
}

/** A redirect, likewise. */
export const moved = (_actor: Actor, place: string, cookies: readonly string[]): Response => framed(new Response(null, { status: 302, headers: { Location: place } }), cookies);

function framed(response: Response, cookies: readonly string[]): Response {
  for (const line of cookies) response.headers.append("Set-Cookie", line);
  const set = (name: string, value: string) => response.headers.set(name, value);
  set("Cache-Control", "private, no-store");
  set("Vary", "Cookie");
  set("X-Content-Type-Options", "nosniff");
  set("Referrer-Policy", "no-referrer");
  set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  if (isHttps()) set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

/** Any refusal as the same kind of problem document that the API gives. */
export function refused(actor: Actor, error: unknown): Response {
  const known = error instanceof AppError ? error : null;
  const requestId = newId();
  if (!known) log.error({ requestId, err: error instanceof Error ? error.message.slice(0, 300) : "unknown" }, "sign-in door failed");
  const response = plain(
    actor,
    known?.status ?? 500,
    { type: `about:blank#${known?.code ?? "internal"}`, title: "Sign-in", status: known?.status ?? 500, code: known?.code ?? "internal", detail: known?.detail ?? "Something went wrong that should not have. Try again.", requestId, ...known?.extra },
    [],
    "application/problem+json",
  );
  for (const [name, value] of Object.entries(known?.headers ?? {})) response.headers.set(name, value);
  return response;
}


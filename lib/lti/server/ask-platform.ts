import "server-only";
import { isIP } from "node:net";
import { request } from "undici";
import type { Actor } from "@/lib/accounts/server/actor";
import { isPublicAddress, usualMeans } from "@/lib/articles/server/fetching/means";
import { publicAgent } from "@/lib/articles/server/fetching/request-page";
import { err, ok, type Result } from "@/lib/kernel/result";
import { env } from "@/lib/platform/env";
import { isLoopback, platformAddress } from "../addresses";

/** Why a platform gave no answer that can be used; a word for the log and for `lti_score.fault`. */
export type PlatformFault = "address" | "private_address" | "no_answer" | "status" | "too_large" | "not_json";

const MILLISECONDS = 5_000;
const BYTES = 256 * 1024;

/** Whether platforms on this machine itself are allowed: for tests with a platform of our own. */
export const allowsLoopback = (_actor: Actor): boolean => env().SLANTWISE_LTI_LOOPBACK === "1";

export type Question = { readonly method: "GET" | "POST"; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/**
 * Asks a platform and reads its answer as JSON (null for an empty one). https only, public addresses only (looked up
 * when connecting), no redirects, 5 seconds and 256 kB in all. It never throws for what a platform does.
 */
export async function askPlatform(actor: Actor, address: string, question: Question): Promise<Result<unknown, PlatformFault>> {
  const loopback = allowsLoopback(actor);
  const url = platformAddress(address, loopback);
  if (!url.ok) return err("address");
  const here = loopback && isLoopback(url.value);
  const host = url.value.hostname.replace(/^\[|\]$/gu, "");
  if (!here && isIP(host) !== 0 && !isPublicAddress(host)) return err("private_address");
  const agent = publicAgent({ ...usualMeans(), milliseconds: MILLISECONDS, quietMilliseconds: MILLISECONDS, ...(here ? { isPublic: () => true } : {}) });
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), MILLISECONDS);
  try {
    const response = await request(url.value, { dispatcher: agent, method: question.method, signal: deadline.signal, headers: { accept: "application/json", "user-agent": "Slantwise", ...question.headers }, body: question.body ?? null });
    // What is taken down unread says so as an error, which nobody else would hear.
    response.body.on("error", () => {});
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of response.body as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > BYTES) return err("too_large");
      pieces.push(piece);
    }
    if (response.statusCode < 200 || response.statusCode > 299) return err("status");
    const text = Buffer.concat(pieces).toString("utf8").trim();
    return text === "" ? ok(null) : parsed(text);
  } catch (error) {
    return err(wasPrivate(error) ? "private_address" : "no_answer");
  } finally {
    clearTimeout(timer);
    await agent.destroy();
  }
}

function parsed(text: string): Result<unknown, PlatformFault> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err("not_json");
  }
}

function wasPrivate(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("trouble" in cause && (cause.trouble as { code?: unknown }).code === "private_address") return true;
  }
  return false;
}

import { createHash } from "node:crypto";
import { AppError, invalid } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import type { Op } from "@/lib/projects/operation";

/** Bytes of a JSON body unless a route says otherwise. */
export const BODY_LIMIT = 1024 * 1024;
/** Bytes of a body that carries an article: 2,000,000 code points, escaped. */
export const ARTICLE_BODY_LIMIT = 10 * 1024 * 1024;

/** Refuses a cookie-borne write that does not come from our own pages. A literal `null` origin is a foreign one. */
export function checkOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const host = headers.get("host");
  const sameHost = origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
  const fine = site === null ? sameHost : site === "same-origin" && (origin === null || sameHost);
  if (!fine) throw new AppError("bad_origin", "This request did not come from a page of this site, so nothing was changed.");
}

/** Refuses what was made by another member than whoever is signed in by now, as on a machine that people share. A request that names nobody is whose session it is. */
export function checkMember(headers: Headers, memberId: string): void {
  const named = headers.get("member-id");
  if (named !== null && named.toLowerCase() !== memberId) throw new AppError("other_member", "Somebody else is signed in here. The change waits for the person who made it.");
}

/** Refuses any body that is not of the route's own type. But for the forms of learning platforms, it is none that a form of another site can send. */
export function checkContentType(headers: Headers, wanted: "application/json" | "application/octet-stream" | "application/x-www-form-urlencoded"): void {
  const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== wanted) throw new AppError("unsupported_media_type", `Send the body as ${wanted}.`);
}

/** Reads a body of at most `limit` bytes, whatever Content-Length claims. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    const reader = request.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        throw new AppError("too_large", `The body is larger than ${limit.toLocaleString("en")} bytes.`, { limit });
      }
      chunks.push(value);
    }
  }
  return Buffer.concat(chunks);
}

/** A body as text, decoded strictly. */
export function decodeBody(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid("The body is not valid UTF-8.");
  }
}

/** The fields of a posted form; one that comes twice, or holds U+0000, is refused. */
export function formOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) throw invalid(`The field ${name.slice(0, 80)} is given more than once.`);
    if (`${name}${value}`.includes("\u0000")) throw invalid("A field holds the character U+0000, which no text may hold.");
    fields.set(name, value);
  }
  return fields;
}

/** Parses JSON and refuses U+0000 and lone surrogates in every string and key, naming the place. */
export function parseJson(text: string): unknown {
  if (text === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(`The body is not JSON: ${(error as Error).message}.`);
  }
  const errors: { path: string; message: string }[] = [];
  checkStrings(value, "", errors);
  if (errors.length > 0) throw invalid(`${errors[0]!.path || "The body"}: ${errors[0]!.message}`, { errors });
  return value;
}

/** As many wrong places as an answer names, and as deep as any body of ours goes, with room to spare. */
export const MOST_ERRORS = 20;
const DEEPEST = 40;

function checkStrings(value: unknown, path: string, errors: { path: string; message: string }[], depth = 0): void {
  if (errors.length >= MOST_ERRORS) return;
  if (depth > DEEPEST) throw invalid(`The body is nested more than ${DEEPEST} levels deep.`);
  if (typeof value === "string") {
    const nul = value.indexOf("\u0000");
    if (nul >= 0) errors.push({ path, message: `holds the character U+0000 at position ${nul}, which no text may hold.` });
    else if (!value.isWellFormed()) errors.push({ path, message: `holds half of a surrogate pair at position ${loneSurrogate(value)}; the text was cut inside a character.` });
  } else if (Array.isArray(value)) value.forEach((item, index) => checkStrings(item, `${path}/${index}`, errors, depth + 1));
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) {
      checkStrings(key, `${path}/(key)`, errors, depth + 1);
      checkStrings(item, `${path}/${key}`, errors, depth + 1);
    }
}

function loneSurrogate(text: string): number {
  let at = 0;
  for (const char of text) {
    if (!char.isWellFormed()) return at;
    at += char.length;
  }
  return at;
}

/** Reads `Operation-Id` (a UUID made by the client) and fingerprints the request with it. */
export function operationOf(request: Request, path: string, body: Uint8Array): Op {
  const id = request.headers.get("operation-id");
  if (!isId(id)) throw invalid("Name the change with a UUID in the header Operation-Id; repeat it when you send the same change again.");
  return { id: id.toLowerCase(), digest: createHash("sha256").update(`${request.method} ${path}\n`).update(body).digest("base64url") };
}

import "server-only";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, request, type Dispatcher } from "undici";
import type { Actor } from "@/lib/accounts/server/actor";
import { joined } from "@/lib/articles/formats/lines";
import { megabytes } from "@/lib/articles/formats/limits";
import type { Trouble } from "@/lib/articles/formats/trouble";
import { err, ok, type Result } from "@/lib/kernel/result";
import type { FetchMeans } from "./means";

/** A response: where it leads, or what it holds. */
export type Answer = { readonly moved: string } | { readonly bytes: Uint8Array; readonly mediaType: string | null };

/** Stands for a refusal while a connection or stream is taken down. */
export class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}

const PRIVATE: Trouble = { code: "private_address", message: "This address leads into a private network. It is not fetched." };
const TYPES = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|pdf))$/u;
const MOVED = [301, 302, 303, 307, 308];

/** An agent that connects to public addresses only: names are looked up when it connects, so what was checked is what is used. */
export function publicAgent(means: FetchMeans): Agent {
  const lookup: LookupFunction = (host, options, done) => {
    means.resolve(host).then(
      (found) => {
        // One that is not public is enough: a name that answers with both is a trap.
        if (found.length === 0) return done(new Refused({ code: "unknown_host", message: "There is no such address." }), "", 0);
        if (!found.every(means.isPublic)) return done(new Refused(PRIVATE), "", 0);
        const all = found.map((address) => ({ address, family: isIP(address) }));
        if (options.all === true) done(null, all);
        else done(null, all[0]?.address ?? "", all[0]?.family);
      },
      () => done(new Refused({ code: "unknown_host", message: "There is no such address." }), "", 0),
    );
  };
  // eslint-disable-next-line no-restricted-syntax -- undici's word for how it opens a connection, no relation of Prisma's
  return new Agent({ connect: { lookup, timeout: means.milliseconds }, headersTimeout: means.milliseconds, bodyTimeout: means.quietMilliseconds, maxHeaderSize: 16 * 1024, connections: 1, pipelining: 0 });
}

/** Whether an address may be fetched at all: http or https, a usual port, nobody's name or password, no private network. */
export function checkedAddress(text: string, means: FetchMeans): Result<URL, Trouble> {
  if (!URL.canParse(text)) return err({ code: "bad_address", message: "This is no web address." });
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return err({ code: "bad_address", message: "Only addresses that begin with http:// or https:// are fetched." });
  if (url.username !== "" || url.password !== "") return err({ code: "bad_address", message: "This address has a name or password in it. It is not fetched." });
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (!means.ports.includes(port)) return err({ code: "bad_port", message: `Port ${port} is not one of web pages. Only 80 and 443 are fetched.` });
  // The parser has already turned decimal, hexadecimal and octal hosts and other dots into plain ones; no lookup follows for these.
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) !== 0 && !means.isPublic(host)) return err(PRIVATE);
  url.hash = "";
  return ok(url);
}

/** Asks for one address, without following where it leads. `signal` ends it. */
export async function ask(_actor: Actor, url: URL, agent: Agent, means: FetchMeans, signal: AbortSignal): Promise<Result<Answer, Trouble>> {
  try {
    const response = await request(url, {
      dispatcher: agent,
      method: "GET",
      signal,
      headers: { "user-agent": "Slantwise (article import, at a person's request)", accept: "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8", "accept-encoding": "gzip, deflate, br" },
    });
    // What is taken down unread says so as an error, which nobody else would hear.
    response.body.on("error", () => {});
    try {
      return await answerOf(response, means);
    } finally {
      response.body.destroy();
    }
  } catch (error) {
    return err(troubleOf(error, signal));
  }
}

async function answerOf({ statusCode, headers, body }: Dispatcher.ResponseData, means: FetchMeans): Promise<Result<Answer, Trouble>> {
  const header = (name: string): string | null => [headers[name]].flat()[0] ?? null;
  const location = header("location");
  if (MOVED.includes(statusCode) && location !== null) return ok({ moved: location });
  if (statusCode !== 200) return err({ code: "http_status", message: `The site answers with ${statusCode} instead of a page.` });
  const mediaType = header("content-type");
  const type = mediaType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "" && !TYPES.test(type)) return err({ code: "wrong_type", message: `There is no page at this address but ${type.slice(0, 80)}.` });
  const large: Trouble = { code: "response_too_large", message: `The page has more than ${megabytes(means.bytes)}.` };
  if (Number(header("content-length") ?? 0) > means.bytes) return err(large);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpacked(body, header("content-encoding"))) {
    size += piece.length;
    if (size > means.bytes) return err(large);
    pieces.push(piece);
  }
  return ok({ bytes: joined(pieces, size), mediaType });
}

const UNPACK = new Map(Object.entries({ gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress }));

/** The body without its packing; what is packed twice or in another way is refused. */
function unpacked(body: Readable, packing: string | null): AsyncIterable<Buffer> {
  const make = UNPACK.get(packing?.trim().toLowerCase() ?? "");
  if (make !== undefined) return pipeline(body, make(), () => {});
  if (packing !== null && packing.trim() !== "" && packing.trim().toLowerCase() !== "identity") {
    throw new Refused({ code: "unknown_packing", message: "The page comes packed in a way that is not read." });
  }
  return body;
}

function troubleOf(error: unknown, signal: AbortSignal): Trouble {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refused) return cause.trouble;
    if (cause instanceof AggregateError) for (const each of cause.errors as unknown[]) if (each instanceof Refused) return each.trouble;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (signal.aborted || /TIMEOUT/u.test(code)) return { code: "too_slow", message: "The site takes too long to answer." };
  if (/^(?:Z_|ERR_BROTLI|ERR_ZLIB)/u.test(code)) return { code: "broken_response", message: "The page comes packed and cannot be unpacked." };
  return { code: "no_answer", message: "The site does not answer, or breaks off." };
}

import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { err, ok, type Result } from "@/lib/kernel/result";
import { megabytes, type Limits } from "./limits";
import { joined } from "./lines";
import { partOf } from "./mime";
import type { Trouble } from "./trouble";

/** A response of a web server as an archive keeps it: status, media type and the body as the reader of the page got it. */
export type HttpResponse = { readonly status: number; readonly mediaType: string | null; readonly body: () => Result<Uint8Array, Trouble> };

/** Reads a response; null for what is none. The body is unpacked only when asked for, and not beyond the limit of a page. */
export function httpResponse(bytes: Uint8Array, limits: Limits): HttpResponse | null {
  const line = bytes.indexOf(10);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/u.exec(String.fromCharCode(...bytes.subarray(0, Math.min(Math.max(line, 0), 200))))?.[1];
  if (status === undefined) return null;
  const { headers, body } = partOf(bytes.subarray(line + 1));
  return {
    status: Number(status),
    mediaType: headers.get("content-type") ?? null,
    body: () => unpacked(/\bchunked\b/iu.test(headers.get("transfer-encoding") ?? "") ? withoutChunks(body) : body, headers.get("content-encoding") ?? "", limits),
  };
}

const UNPACK = new Map(Object.entries({ gzip: gunzipSync, "x-gzip": gunzipSync, deflate: inflateSync, br: brotliDecompressSync }));

function unpacked(body: Uint8Array, packing: string, limits: Limits): Result<Uint8Array, Trouble> {
  const unpack = UNPACK.get(packing.trim().toLowerCase());
  // Some programs unpack a body and leave the header as it was.
  if (unpack === undefined || (/gzip/iu.test(packing) && body[0] !== 0x1f)) return ok(body);
  const most = Math.min(limits.pageBytes, Math.max(64 * 1024, limits.ratio * body.length));
  try {
    return ok(new Uint8Array(unpack(body, { maxOutputLength: most })));
  } catch (error) {
    const large = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return err(large ? { code: "page_too_large", message: `The page becomes more than ${megabytes(most)} when unpacked.` } : { code: "broken_response", message: "The page is packed and cannot be unpacked." });
  }
}

/** A body without the lengths between its chunks; as it stands where they are not there. */
function withoutChunks(body: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < body.length; ) {
    const line = body.indexOf(10, at);
    const digits = line === -1 ? undefined : /^([\da-f]{1,8})[ \t]*(?:;.*)?\r?$/isu.exec(String.fromCharCode(...body.subarray(at, Math.min(line, at + 200))))?.[1];
    if (digits === undefined) return size === 0 ? body : joined(pieces, size);
    const length = Number.parseInt(digits, 16);
    if (length === 0) break;
    const piece = body.subarray(line + 1, line + 1 + length);
    pieces.push(piece);
    size += piece.length;
    at = line + 1 + length;
    if (body[at] === 13) at += 1;
    if (body[at] === 10) at += 1;
  }
  return joined(pieces, size);
}

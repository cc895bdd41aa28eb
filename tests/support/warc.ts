import { gzipSync } from "node:zlib";
import { latin1, utf8 } from "@/tests/support/read-all";

/** Bytes one after the other. */
export const together = (...pieces: readonly (Uint8Array | string)[]): Uint8Array => new Uint8Array(Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? utf8(piece) : piece))));

/** A response of a web server as it stands in an archive. */
export const http = (body: Uint8Array | string, { status = 200, type = "text/html; charset=utf-8", more = "" } = {}): Uint8Array =>
  together(`HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\n${more}\r\n`, body);

/** A record of a web archive. */
export function warc(content: Uint8Array | string, { type = "response", address = "https://buoy.example/a", media = "application/http; msgtype=response", length = "" } = {}): Uint8Array {
  const bytes = typeof content === "string" ? utf8(content) : content;
  return together(
    latin1(`WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-02T10:00:00Z\r\nWARC-Target-URI: ${address}\r\nContent-Type: ${media}\r\nContent-Length: ${length === "" ? bytes.length : length}\r\n\r\n`),
    bytes,
    "\r\n\r\n",
  );
}

/** Records each packed by itself, as programs write them. */
export const packed = (...records: readonly Uint8Array[]): Uint8Array => together(...records.map((record) => new Uint8Array(gzipSync(record))));

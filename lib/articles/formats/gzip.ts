import { pipeline, Readable } from "node:stream";
import { createInflateRaw, inflateRawSync, constants } from "node:zlib";
import type { Limits } from "./limits";
import { asBuffer, joined, WINDOW } from "./lines";
import type { ByteSource } from "./record";

/** A piece of a file that was packed by itself: what it unpacks to, and where it ends; null bytes = more than is held. */
export type Member = { readonly bytes: Uint8Array | null; readonly head: Uint8Array; readonly end: number } | { readonly fault: "bomb" | "damaged" };

/** Of what is too large to hold, this much of the beginning is kept. */
const HEAD = 64 * 1024;

/**
 * Unpacks the gzip member that begins at a byte, holding at most `hold` bytes; a longer one is read through to find its
 * end. Ends early where it becomes more than `limits.ratio` times larger.
 */
export async function memberAt(source: ByteSource, at: number, hold: number, limits: Limits): Promise<Member> {
  const start = dataStart(await source.read(at, HEAD));
  if (start === null) return { fault: "damaged" };
  const inflate = createInflateRaw();
  const plain = pipeline(Readable.from(piecesOf(source, at + start), { objectMode: false, highWaterMark: 1 }), inflate, () => {});
  let pieces: Uint8Array[] = [];
  let [size, head]: [number, Uint8Array | null] = [0, null];
  try {
    for await (const piece of plain as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > Math.max(HEAD, limits.ratio * inflate.bytesWritten)) return { fault: "bomb" };
      if (head === null || size <= hold) pieces.push(piece);
      if (size > hold && head === null) [head, pieces] = [joinedHead(pieces), []];
    }
  } catch {
    return { fault: "damaged" };
  }
  const bytes = size > hold ? null : joined(pieces, size);
  // Behind the data stand checksum and length, four bytes each.
  return { bytes, head: head ?? bytes?.subarray(0, HEAD) ?? new Uint8Array(), end: at + start + inflate.bytesWritten + 8 };
}

function joinedHead(pieces: readonly Uint8Array[]): Uint8Array {
  return joined(pieces, pieces.reduce((sum, piece) => sum + piece.length, 0)).subarray(0, HEAD);
}

async function* piecesOf(source: ByteSource, from: number): AsyncGenerator<Buffer> {
  for (let at = from; at < source.size; ) {
    const piece = await source.read(at, HEAD);
    if (piece.length === 0) return;
    yield asBuffer(piece);
    at += piece.length;
  }
}

/** How long the header of a gzip member is (RFC 1952), or null where there is none. */
function dataStart(bytes: Uint8Array): number | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return at < bytes.length ? at : null;
}

/** Where the next member begins whose first bytes are these words, from a byte on; null where there is none. */
export async function nextMember(source: ByteSource, from: number, words: string): Promise<number | null> {
  for (let at = from; at < source.size; ) {
    const window = asBuffer(await source.read(at, WINDOW));
    if (window.length === 0) return null;
    for (let i = window.indexOf(MAGIC); i !== -1; i = window.indexOf(MAGIC, i + 1)) {
      if (await beginsWith(source, at + i, words)) return at + i;
    }
    // A mark may stand across the seam.
    at += Math.max(1, window.length - 2);
  }
  return null;
}

const MAGIC = Buffer.from([0x1f, 0x8b, 8]);

async function beginsWith(source: ByteSource, at: number, words: string): Promise<boolean> {
  const bytes = await source.read(at, 512);
  const start = dataStart(bytes);
  if (start === null) return false;
  try {
    const plain = inflateRawSync(bytes.subarray(start, start + 256), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: WINDOW });
    return plain.subarray(0, words.length).toString("latin1") === words;
  } catch {
    return false;
  }
}

import type { ByteSource, Cursor } from "./record";

/** What is read of a file at once. */
export const WINDOW = 1 << 20;

/** A line without its end: where it begins and where the next one does. Null bytes: it is longer than what is taken. */
export type Line = { readonly bytes: Uint8Array | null; readonly start: number; readonly end: number; readonly number: number };

/**
 * The lines of a file from a byte on that begins one, with memory for one line: what is longer than `longest` bytes is
 * passed over, and so are empty lines. Ends are `\n`; a `\r` before it is left to the reader.
 */
export async function* linesOf(source: ByteSource, from: { readonly byte: number; readonly line: number }, longest: number): AsyncGenerator<Line> {
  let [start, number] = [from.byte, from.line];
  let held: Uint8Array[] = [];
  let size = 0;
  const hold = (piece: Uint8Array) => {
    size += piece.length;
    if (size > longest) held = [];
    else if (piece.length > 0) held.push(piece);
  };
  const line = (end: number): Line => ({ bytes: size > longest ? null : joined(held, size), start, end, number });
  for (let at = from.byte; at < source.size; ) {
    const window = await source.read(at, WINDOW);
    if (window.length === 0) break;
    let seen = 0;
    for (let end = window.indexOf(10); end !== -1; end = window.indexOf(10, seen)) {
      hold(window.subarray(seen, end));
      // Empty lines are many where somebody means harm.
      if (size > 1 || (size === 1 && held[0]?.[0] !== 13)) yield line(at + end + 1);
      [held, size, seen] = [[], 0, end + 1];
      start = at + seen;
      number += 1;
    }
    hold(window.subarray(seen));
    at += window.length;
  }
  if (start < source.size) yield line(source.size);
}

/** Pieces as one array; a single one is not copied. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return new Uint8Array(only.buffer, only.byteOffset, only.length);
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Bytes in memory as a source. */
export const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

/** The same bytes as Node's own array, which finds words in them; nothing is copied. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** All the bytes of a source; only for what is known to be small. */
export async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at < source.size) {
    const piece = await source.read(at, source.size - at);
    if (piece.length === 0) break;
    pieces.push(piece);
    at += piece.length;
  }
  const all = joined(pieces, at);
  // A view would keep, and send along to a worker, all that its source holds beside it.
  return all.byteLength === all.buffer.byteLength ? all : all.slice();
}

/** Whether a cursor stands at the end of a source, so that there is nothing to read on. */
export const isRead = (source: ByteSource, from: Cursor | null): boolean => from !== null && from.byte >= source.size;

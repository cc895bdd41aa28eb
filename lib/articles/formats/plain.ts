import { charsetOf, decodeText } from "./decode";
import { megabytes, type Limits } from "./limits";
import { wholeOf } from "./lines";
import { tooLong } from "./mapping";
import type { ByteSource, Cursor, ReadResult } from "./record";
import { refuse, take, type Trouble } from "./trouble";

/** Where reading ends in a file that is one record. */
export const endOf = (source: ByteSource): Cursor => ({ record: 1, byte: source.size, line: 0 });

/** All bytes of a page or document, or why there are too many. */
export async function pageBytes(source: ByteSource, limits: Limits): Promise<Uint8Array | Trouble> {
  if (source.size <= limits.pageBytes) return wholeOf(source);
  return { code: "page_too_large", message: `The file has ${megabytes(source.size)}. A page or document may have ${megabytes(limits.pageBytes)}.` };
}

/** A text file: one record. */
export async function* readPlain(source: ByteSource, options: { mediaType: string | null; limits: Limits }): AsyncGenerator<ReadResult> {
  const next = endOf(source);
  const bytes = await pageBytes(source, options.limits);
  if (!(bytes instanceof Uint8Array)) return yield refuse({}, bytes, next);
  const decoded = decodeText(bytes, charsetOf(options.mediaType));
  if (!decoded.ok) return yield refuse({}, decoded.error, next);
  const long = tooLong(decoded.value, options.limits);
  if (long !== null) return yield refuse({}, long, next);
  yield take({ place: {}, content: { kind: "text", text: decoded.value }, fields: {}, raw: { mediaType: "text/plain", bytes } }, next);
}

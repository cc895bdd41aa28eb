import { byteOrderMark, charsetOf, decodeText } from "./decode";
import { megabytes, type Limits } from "./limits";
import { inMemory, wholeOf } from "./lines";
import type { ByteSource } from "./record";
import type { Trouble } from "./trouble";

/**
 * A table as UTF-8, so that it can be read in pieces: the source itself where it says nothing else, otherwise (UTF-16,
 * a declared legacy encoding) its text in memory, up to the size of a page. Cursors then count bytes of the UTF-8 form.
 */
export async function tableSource(source: ByteSource, mediaType: string | null, limits: Limits): Promise<ByteSource | Trouble> {
  const mark = byteOrderMark(await source.read(0, 4));
  const declared = charsetOf(mediaType)?.toLowerCase() ?? null;
  if (mark === null ? declared === null || /^(?:utf-?8|us-ascii)$/u.test(declared) : mark.encoding === "utf-8") return source;
  if (source.size > limits.pageBytes) {
    return { code: "encoding_too_large", message: `A table that is not in UTF-8 may have ${megabytes(limits.pageBytes)}. Save it as UTF-8 and try again.` };
  }
  const decoded = decodeText(await wholeOf(source), declared);
  return decoded.ok ? inMemory(new TextEncoder().encode(decoded.value)) : decoded.error;
}

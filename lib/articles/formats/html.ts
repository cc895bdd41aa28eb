import { charsetInHtml, charsetOf, decodeText } from "./decode";
import type { Limits } from "./limits";
import { endOf, pageBytes } from "./plain";
import type { ByteSource, Fields, ReadResult } from "./record";
import { refuse, take } from "./trouble";

/** A saved page: one record. Its media type's charset counts before the one in the page. */
export async function* readHtml(source: ByteSource, options: { mediaType: string | null; limits: Limits }): AsyncGenerator<ReadResult> {
  const bytes = await pageBytes(source, options.limits);
  if (!(bytes instanceof Uint8Array)) return yield refuse({}, bytes, endOf(source));
  yield pageOf(bytes, { charset: charsetOf(options.mediaType), fields: {}, raw: { mediaType: "text/html", bytes } }, source);
}

/** A record of the bytes of a page, or the refusal of what is no text. */
export function pageOf(page: Uint8Array, given: { charset: string | null; fields: Fields; raw: { mediaType: string; bytes: Uint8Array } }, source: ByteSource): ReadResult {
  const decoded = decodeText(page, given.charset ?? charsetInHtml(page), { kind: "html" });
  if (!decoded.ok) return refuse({}, decoded.error, endOf(source));
  return take({ place: {}, content: { kind: "html", html: decoded.value }, fields: given.fields, raw: given.raw }, endOf(source));
}

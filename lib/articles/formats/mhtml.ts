import { charsetOf } from "./decode";
import { pageOf } from "./html";
import type { Limits } from "./limits";
import { bodyOf, firstPage, partOf } from "./mime";
import { endOf, pageBytes } from "./plain";
import type { ByteSource, Fields, ReadResult } from "./record";
import { refuse } from "./trouble";

/**
 * A page saved as one file (MHTML): one record, of the page alone. Where a browser wrote from which address and when it
 * was saved, both are fields.
 */
export async function* readMhtml(source: ByteSource, options: { limits: Limits }): AsyncGenerator<ReadResult> {
  const bytes = await pageBytes(source, options.limits);
  if (!(bytes instanceof Uint8Array)) return yield refuse({}, bytes, endOf(source));
  const message = partOf(bytes);
  const page = firstPage(message);
  if (page === null) return yield refuse({}, { code: "no_page", message: "There is no HTML page in this file." }, endOf(source));
  const address = message.headers.get("snapshot-content-location") ?? page.headers.get("content-location") ?? "";
  const fields: Fields = {
    ...(/^https?:\/\//iu.test(address) ? { url: address.slice(0, 2000) } : {}),
    ...(message.headers.has("date") ? { capturedAt: message.headers.get("date")?.slice(0, 100) ?? "" } : {}),
  };
  yield pageOf(bodyOf(page), { charset: charsetOf(page.headers.get("content-type") ?? null), fields, raw: { mediaType: "multipart/related", bytes } }, source);
}

import { charsetInHtml, charsetOf, decodeText } from "./decode";
import { memberAt } from "./gzip";
import { httpResponse } from "./http-response";
import { megabytes, type Limits } from "./limits";
import { tooLong } from "./mapping";
import { endOf } from "./plain";
import type { ByteSource, Content, Cursor, Fields, Passed, ReadResult } from "./record";
import { pass, refuse, take, type Trouble } from "./trouble";
import { packedRecords, plainRecords } from "./warc-records";

/** A page of an archive. */
type Page = { readonly mediaType: string; readonly body: () => ReturnType<NonNullable<ReturnType<typeof httpResponse>>["body"]> };

/**
 * The pages of a web archive (WARC, packed or not): responses with status 200 and saved resources that are HTML or plain
 * text, each with its address and the moment of its capture. Images, scripts, requests and the like are no articles and
 * are passed over. In cursors `byte` is where the next record begins.
 */
export async function* readWarc(source: ByteSource, options: { packed: boolean; from: Cursor | null; limits: Limits }): AsyncGenerator<ReadResult | Passed> {
  const { limits, from } = options;
  if (options.packed && from === null && !(await isPackedWarc(source, limits))) {
    return yield refuse({}, { code: "gzip", message: "This is a gzip archive. Unpack it and import what is in it." }, endOf(source));
  }
  let record = from?.record ?? 0;
  for await (const found of options.packed ? packedRecords(source, from ?? { byte: 0, line: 0 }, limits) : plainRecords(source, from?.byte ?? 0, limits)) {
    const next = (): Cursor => ({ record: ++record, ...found.next });
    if ("trouble" in found) {
      yield refuse({}, found.trouble, next());
      continue;
    }
    const address = (found.headers.get("warc-target-uri") ?? "").replace(/^<|>$/gu, "").slice(0, 2000);
    const place = address === "" ? {} : { entry: address };
    const page = pageOf(found.headers, found.body, limits);
    if (page === null) {
      yield pass({ record, ...found.next });
      continue;
    }
    if (!found.whole) {
      yield refuse(place, { code: "page_too_large", message: `This page has more than ${megabytes(limits.pageBytes)}.` }, next());
      continue;
    }
    const fields: Fields = { ...(address === "" ? {} : { url: address }), ...(found.headers.has("warc-date") ? { capturedAt: (found.headers.get("warc-date") ?? "").slice(0, 40) } : {}) };
    const body = page.body();
    const content = body.ok ? contentOf(body.value, page.mediaType, limits) : body.error;
    if ("code" in content) yield refuse(place, content, next());
    else yield take({ place, content, fields, raw: { mediaType: page.mediaType, bytes: body.ok ? body.value : new Uint8Array() } }, next());
  }
}

async function isPackedWarc(source: ByteSource, limits: Limits): Promise<boolean> {
  const first = await memberAt(source, 0, limits.pageBytes, limits);
  return !("fault" in first) && String.fromCharCode(...first.head.subarray(0, 7)) === "WARC/1.";
}

const isPage = (mediaType: string | null): boolean => /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\s*(?:;|$)/iu.test((mediaType ?? "").slice(0, 500));

function pageOf(headers: ReadonlyMap<string, string>, bytes: Uint8Array, limits: Limits): Page | null {
  const type = headers.get("warc-type");
  const mediaType = headers.get("content-type") ?? null;
  if (type === "resource") return mediaType !== null && isPage(mediaType) ? { mediaType, body: () => ({ ok: true, value: bytes }) } : null;
  if (type !== "response" || !/^\s*application\/http\b/iu.test(mediaType ?? "")) return null;
  const response = httpResponse(bytes, limits);
  if (response === null || response.status !== 200 || response.mediaType === null || !isPage(response.mediaType)) return null;
  return { mediaType: response.mediaType.slice(0, 200), body: response.body };
}

function contentOf(bytes: Uint8Array, mediaType: string, limits: Limits): Content | Trouble {
  if (bytes.length === 0) return { code: "empty", message: "This page is empty." };
  const html = !/^\s*text\/plain/iu.test(mediaType);
  const decoded = decodeText(bytes, charsetOf(mediaType) ?? (html ? charsetInHtml(bytes) : null), { kind: html ? "html" : "text" });
  if (!decoded.ok) return decoded.error;
  return html ? { kind: "html", html: decoded.value } : (tooLong(decoded.value, limits) ?? { kind: "text", text: decoded.value });
}

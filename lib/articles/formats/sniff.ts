import { byteOrderMark } from "./decode";
import type { Trouble } from "./trouble";

/** What a file is read as. */
export type Format = "text" | "html" | "mhtml" | "csv" | "jsonl" | "json" | "zip" | "pdf" | "warc" | "gzip" | "feed";

/** How many bytes `formatOf` looks at. */
export const SNIFFED = 4096;

/** First bytes (as Latin-1) of what is no article, and what to call it. */
const FOREIGN: readonly (readonly [start: string, at: number, name: string])[] = [
  ["\x89PNG\r\n", 0, "a PNG image"],
  ["\xFF\xD8\xFF", 0, "a JPEG image"],
  ["GIF8", 0, "a GIF image"],
  ["WEBP", 8, "a WebP image"],
  ["II*\0", 0, "a TIFF image"],
  ["MM\0*", 0, "a TIFF image"],
  ["ftyp", 4, "a video or an image"],
  ["ID3", 0, "a sound recording"],
  ["OggS", 0, "a sound recording"],
  ["\x1AE\xDF\xA3", 0, "a video"],
  ["\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "an old or encrypted Office document (.doc, .xls, .ppt)"],
  ["{\\rtf", 0, "an RTF document"],
  ["7z\xBC\xAF\x27\x1C", 0, "a 7-Zip archive"],
  ["Rar!\x1A\x07", 0, "a RAR archive"],
  ["\xFD7zXZ\0", 0, "an xz archive"],
  ["BZh", 0, "a bzip2 archive"],
  ["\x28\xB5\x2F\xFD", 0, "a Zstandard archive"],
  ["ustar", 257, "a tar archive"],
  ["SQLite format 3\0", 0, "an SQLite database"],
  ["\x7FELF", 0, "a program"],
  ["MZ\x90", 0, "a program"],
  ["wOF2", 0, "a font"],
  ["%!PS", 0, "a PostScript document"],
];

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map(Object.entries<Format>({
  csv: "csv", tsv: "csv", tab: "csv", jsonl: "jsonl", ndjson: "jsonl", json: "json",
  html: "html", htm: "html", xhtml: "html", mhtml: "mhtml", mht: "mhtml", eml: "mhtml",
  rss: "feed", atom: "feed", warc: "warc", txt: "text", text: "text", md: "text",
}));
/** What comes along with a saved page. */
const BESIDES: { readonly [extension: string]: string } = { css: "a style sheet", js: "a script", mjs: "a script", map: "a script", svg: "an SVG image", ico: "an icon", woff: "a font", woff2: "a font", ttf: "a font", download: "a script" };
const BY_MEDIA_TYPE: ReadonlyMap<string, Format> = new Map(Object.entries<Format>({
  "text/csv": "csv", "text/tab-separated-values": "csv", "application/jsonl": "jsonl", "application/x-ndjson": "jsonl", "application/json": "json",
  "text/html": "html", "application/xhtml+xml": "html", "multipart/related": "mhtml", "message/rfc822": "mhtml",
  "application/rss+xml": "feed", "application/atom+xml": "feed", "text/plain": "text",
}));

/**
 * What a file is: its bytes decide, then its name, then the media type with which it came; what has none of them is text.
 * `head` holds its first `SNIFFED` bytes. What cannot hold an article is named ("This is a PNG image").
 */
export function formatOf(head: Uint8Array, name: string, mediaType: string | null): Format | Trouble {
  const start = String.fromCharCode(...head.subarray(0, SNIFFED));
  const foreign = FOREIGN.find(([mark, at]) => start.startsWith(mark, at));
  if (foreign !== undefined) return { code: "not_an_article", message: `This is ${foreign[2]}. Words cannot be read from it.` };
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (/^\s{0,200}%PDF-/u.test(start.slice(0, 1024))) return "pdf";
  if (start.startsWith("\x1F\x8B")) return "gzip";
  if (start.startsWith("WARC/1.")) return "warc";
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(name.slice(-20))?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(BESIDES, extension)) return { code: "not_an_article", message: `This is ${BESIDES[extension]}. Words cannot be read from it.` };
  const named = BY_EXTENSION.get(extension) ?? null;
  const typed = BY_MEDIA_TYPE.get((mediaType ?? "").split(";")[0]?.trim().toLowerCase() ?? "") ?? null;
  const said = named ?? typed;
  const text = (byteOrderMark(head)?.encoding.startsWith("utf-16") ? start.replaceAll("\0", "") : start).replace(/^(?:ï»¿|ÿþ|þÿ)/u, "").trimStart();
  if (said === "csv" || said === "mhtml") return said;
  if (said === "jsonl" || said === "json") return text.startsWith("[") || isSpread(text) ? "json" : "jsonl";
  if (isFeed(text)) return "feed";
  if (/^(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<!--[^>]{0,1000}-->\s{0,100})?<(?:!doctype\s{1,20}html|html|head|body|meta|title)[\s>]/iu.test(text)) return "html";
  if (/^(?:from|mime-version|content-type|subject|date): /iu.test(text) && /^(?:mime-version|content-type): /imu.test(text) && /\bmultipart\/related\b/iu.test(text)) return "mhtml";
  if (text.startsWith("<?xml") && said !== "html") return { code: "unknown_xml", message: "This is XML of a kind that is not read." };
  return said ?? "text";
}

/** Whether a JSON object is written over several lines, so that its lines are none. */
const isSpread = (text: string): boolean => text.startsWith("{") && /^[^\n]{0,4000}[{[,][ \t\r]{0,100}\n/u.test(text);

const isFeed = (text: string): boolean =>
  /^(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<\?xml-stylesheet[^>]{0,500}\?>\s{0,100})?(?:<!--[^>]{0,1000}-->\s{0,100})?<(?:rss|feed|rdf:RDF)[\s>]/u.test(text);

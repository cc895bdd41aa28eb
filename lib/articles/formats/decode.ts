import { err, ok, type Result } from "@/lib/kernel/result";
import { decodeUtf8, utf8Length } from "@/lib/text/utf8";
import { count, type Trouble } from "./trouble";

/** Control characters other than tab and line ends, and halves of surrogate pairs. Marks of direction are kept. */
const REFUSED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}/u;
/** HTML counts the form feed among its spaces. */
const REFUSED_IN_HTML = /[\u0000-\u0008\u000B\u000E-\u001F]|\p{Surrogate}/u;

/** The charset of a media type ("text/html; charset=windows-1252"), or null. */
export function charsetOf(mediaType: string | null): string | null {
  return /;[ \t]*charset[ \t]*=[ \t]*"?([\w.:-]{1,40})/iu.exec((mediaType ?? "").slice(0, 1000))?.[1] ?? null;
}

/** The charset that an HTML page declares in its first 4,096 bytes (in `meta`, or as XML), or null. */
export function charsetInHtml(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 4096));
  const found = charsetInXml(bytes) ?? /<meta\b[^>]{0,300}\bcharset[ \t]*=[ \t]*["']?[ \t]*([\w.:-]{1,40})/iu.exec(head)?.[1] ?? null;
  // A page whose declaration can be read byte by byte is not in UTF-16, whatever it says (HTML standard, 13.2.3.2).
  return found !== null && /^utf-?16/iu.test(found) ? "utf-8" : found;
}

/** The encoding of an XML declaration, or null. */
export function charsetInXml(bytes: Uint8Array): string | null {
  return /^(?:ï»¿)?<\?xml\b[^>]{0,200}\bencoding[ \t]*=[ \t]*["']([\w.:-]{1,40})/u.exec(latin1(bytes.subarray(0, 300)))?.[1] ?? null;
}

/** The encoding that a byte order mark tells, with the length of the mark. */
export function byteOrderMark(bytes: Uint8Array): { encoding: "utf-8" | "utf-16le" | "utf-16be" | "utf-32"; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 };
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return { encoding: "utf-32", length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}

/**
 * The text of bytes without its byte order mark. The mark decides the encoding, then what is declared, then UTF-8;
 * nothing is guessed and nothing replaced. Refuses, with the byte: what is not of the encoding, U+0000, control
 * characters other than tab and line ends, and lone surrogates. `byte` counts from 0 in the file, in which the bytes
 * begin at `start`.
 */
export function decodeText(bytes: Uint8Array, declared: string | null, { kind = "text", start = 0 }: { kind?: "text" | "html"; start?: number } = {}): Result<string, Trouble> {
  const found = byteOrderMark(bytes);
  // Files that were put together have marks of UTF-8 within them; any other counts at the beginning of a file alone.
  const mark = start === 0 || found?.encoding === "utf-8" ? found : null;
  const decoded = decodeAs(bytes, mark?.encoding ?? declared?.toLowerCase() ?? "utf-8", start);
  if (!decoded.ok) return decoded;
  const text = decoded.value.text.replace(/^\uFEFF/u, "");
  const at = (kind === "html" ? REFUSED_IN_HTML : REFUSED).exec(text)?.index;
  if (at === undefined) return ok(text);
  const byte = start + (mark?.length ?? 0) + bytesBefore(text.slice(0, at), decoded.value.encoding, bytes);
  return err({ code: nameOf(text, at).code, byte, message: `The text has ${nameOf(text, at).words} at byte ${count(byte)}. Remove it and try again.` });
}

/** The first character of a text that is not taken, with its place in code points from 1; null where all are taken. */
export function refusedIn(text: string, kind: "text" | "html" = "text"): (Trouble & { readonly words: string }) | null {
  const found = (kind === "html" ? REFUSED_IN_HTML : REFUSED).exec(text);
  if (found === null) return null;
  const { code, words } = nameOf(text, found.index);
  const place = [...text.slice(0, found.index)].length + 1;
  return { code, words: `${words} as its character ${count(place)}`, message: `The text has ${words} as its character ${count(place)}. Remove it and try again.` };
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function nameOf(text: string, at: number): { code: string; words: string } {
  const unit = text.charCodeAt(at);
  if (unit === 0) return { code: "nul", words: "a null character (U+0000)" };
  if (unit >= 0xd800) return { code: "lone_surrogate", words: "half a character (a lone surrogate)" };
  return { code: "control", words: `a control character (U+${unit.toString(16).toUpperCase().padStart(4, "0")})` };
}

/** How many bytes of a file stand before what follows its first `text`. */
function bytesBefore(text: string, encoding: string, bytes: Uint8Array): number {
  if (encoding === "utf-8") return utf8Length(text);
  return encoding.startsWith("utf-16") ? 2 * text.length : longestWhere(bytes, (head) => new TextDecoder(encoding).decode(head, { stream: true }).length <= text.length);
}

function decodeAs(bytes: Uint8Array, label: string, start: number): Result<{ text: string; encoding: string }, Trouble> {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return err({ code: "unknown_encoding", message: `The encoding ${label.slice(0, 40)} is not one that is read. Save the file as UTF-8 and try again.` });
  }
  const { encoding } = decoder;
  if (encoding === "utf-8") {
    const decoded = decodeUtf8(bytes);
    if (decoded.ok) return ok({ text: decoded.value, encoding });
    const byte = start + decoded.error.byte;
    return err({ code: "not_utf8", byte, message: `This is not UTF-8: byte ${count(byte)} cannot be read. Save the file as UTF-8 and try again.` });
  }
  try {
    const text = decoder.decode(bytes);
    return ok({ text: encoding === "windows-1252" ? windows1252(text) : text, encoding });
  } catch {
    return err(brokenIn(bytes, encoding, start));
  }
}

/** Bytes 0x80 to 0x9F in windows-1252 (Encoding standard): Node 20 decodes the label as ISO 8859-1 does. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const windows1252 = (text: string): string => text.replace(/[\u0080-\u009F]/gu, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));

function brokenIn(bytes: Uint8Array, encoding: string, start: number): Trouble {
  const at = encoding.startsWith("utf-16") ? loneHalf(bytes, encoding === "utf-16le") : firstBroken(bytes, encoding);
  const byte = start + at;
  if (encoding.startsWith("utf-16") && at < bytes.length - 1) {
    return { code: "lone_surrogate", byte, message: `The text has half a character (a lone surrogate) at byte ${count(byte)}. Remove it and try again.` };
  }
  return { code: "not_in_encoding", byte, message: `This is not ${encoding}, as it says: byte ${count(byte)} cannot be read. Save the file as UTF-8 and try again.` };
}

function loneHalf(bytes: Uint8Array, little: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const unit = view.getUint16(i, little);
    if ((unit & 0xf800) !== 0xd800) continue;
    const next = i + 3 < bytes.length ? view.getUint16(i + 2, little) : 0;
    if (unit >= 0xdc00 || (next & 0xfc00) !== 0xdc00) return i;
    i += 2;
  }
  return bytes.length - 1;
}

/** Where a legacy encoding breaks: behind the longest beginning that still decodes. */
const firstBroken = (bytes: Uint8Array, encoding: string): number =>
  longestWhere(bytes, (head) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
      return true;
    } catch {
      return false;
    }
  });

/** How long the longest beginning is of which something holds that holds of none longer and not of the whole; found by halving. */
function longestWhere(bytes: Uint8Array, holds: (head: Uint8Array) => boolean): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (holds(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

import { asBuffer } from "./lines";

/** A part of a MIME message: its headers by lower-case name, and its bytes, not yet decoded. */
export type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array };

const LATIN1 = new TextDecoder("latin1");
const MOST_HEADERS = 64 * 1024;
const MOST_PARTS = 10_000;
const DEPTH = 5;

/** The first `text/html` part of a message, looking into parts within parts; null where there is none. Later ones are frames. */
export function firstPage(message: Part, depth = 0): Part | null {
  const type = message.headers.get("content-type") ?? "text/plain";
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(type)) return message;
  const boundary = parameterOf(type, "boundary");
  if (!/^\s*multipart\//iu.test(type) || boundary === null || depth >= DEPTH) return null;
  for (const part of partsOf(message.body, boundary)) {
    const page = firstPage(part, depth + 1);
    if (page !== null) return page;
  }
  return null;
}

/** Headers (folded lines joined) and body of a message or part. */
export function partOf(bytes: Uint8Array): Part {
  const end = endOfHeaders(bytes);
  const lines = LATIN1.decode(bytes.subarray(0, Math.min(end.headers, MOST_HEADERS))).split(/\r?\n/u);
  const headers = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    const named = /^([!-9;-~]{1,80}):[ \t]*/u.exec(line);
    if (/^[ \t]/u.test(line) && last !== null) headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else if (named !== null) {
      last = (named[1] ?? "").toLowerCase();
      if (headers.has(last)) last = null;
      else headers.set(last, line.slice(named[0].length).trim());
    }
  }
  return { headers, body: bytes.subarray(end.body) };
}

function endOfHeaders(bytes: Uint8Array): { headers: number; body: number } {
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return { headers: at, body: at + 2 };
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return { headers: at, body: at + 3 };
  }
  return { headers: bytes.length, body: bytes.length };
}

function parameterOf(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]{1,100})"|([^\\s;"]{1,100}))`, "iu").exec(value.slice(0, 2000));
  return found?.[1] ?? found?.[2] ?? null;
}

function* partsOf(body: Uint8Array, boundary: string): Generator<Part> {
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const all = asBuffer(body);
  let from = -1;
  for (let at = all.indexOf(mark), n = 0; at !== -1 && n < MOST_PARTS; at = all.indexOf(mark, at + mark.length)) {
    if (at > 0 && all[at - 1] !== 10) continue;
    if (from !== -1) {
      yield partOf(all.subarray(from, at));
      n += 1;
    }
    const line = all.indexOf(10, at);
    if (line === -1 || all.subarray(at + mark.length, at + mark.length + 2).toString("latin1") === "--") return;
    from = line + 1;
  }
  // A message that is cut off still has its last part.
  if (from !== -1 && from < all.length) yield partOf(all.subarray(from));
}

/** The bytes of a part without its transfer encoding. */
export function bodyOf(part: Part): Uint8Array {
  const encoding = (part.headers.get("content-transfer-encoding") ?? "").toLowerCase();
  if (encoding === "base64") return new Uint8Array(Buffer.from(LATIN1.decode(part.body), "base64"));
  return encoding === "quoted-printable" ? fromQuotedPrintable(part.body) : part.body;
}

function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0x3d) out[length++] = byte;
    else if (bytes[i + 1] === 10) i += 1;
    else if (bytes[i + 1] === 13 && bytes[i + 2] === 10) i += 2;
    else {
      const value = /^[\da-f]{2}$/iu.test(String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0)) ? Number.parseInt(String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0), 16) : null;
      out[length++] = value ?? byte;
      if (value !== null) i += 2;
    }
  }
  return out.subarray(0, length);
}

import { memberAt, nextMember } from "./gzip";
import { megabytes, type Limits } from "./limits";
import { asBuffer, WINDOW } from "./lines";
import { partOf } from "./mime";
import type { ByteSource } from "./record";
import type { Trouble } from "./trouble";

/** A record of a web archive, or why it cannot be read; reading goes on at `next`. Of what is too large only the beginning is there. */
export type WarcRecord = { readonly next: { readonly byte: number; readonly line: number } } & (
  | { readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array; readonly whole: boolean }
  | { readonly trouble: Trouble }
);

const HEADERS = 16 * 1024;
const BEGIN = "WARC/1.";
const DAMAGED: Trouble = { code: "broken_record", message: "A record of this archive is damaged. Reading goes on with the next." };
const BOMB: Trouble = { code: "gzip_bomb", message: "A record of this archive becomes enormous when unpacked, as a gzip bomb does. It is not unpacked." };

type Parsed = { readonly headers: ReadonlyMap<string, string>; readonly start: number; readonly length: number };

/** The header of the record that begins these bytes, and where its content stands in them; null for what is none. */
function headerOf(bytes: Uint8Array): Parsed | null {
  const line = bytes.indexOf(10);
  // A header in which another record begins is none, however many of them stand in a row.
  if (line === -1 || !String.fromCharCode(...bytes.subarray(0, BEGIN.length)).startsWith(BEGIN)) return null;
  const begin = asBuffer(bytes.subarray(0, HEADERS)).indexOf(`\n${BEGIN}`, line, "latin1");
  const head = bytes.subarray(line + 1, begin === -1 ? HEADERS : begin);
  const { headers, body } = partOf(head);
  const length = headers.get("content-length") ?? "";
  if (!/^\d{1,15}$/u.test(length) || body.length === 0 && Number(length) > 0) return null;
  return { headers, start: line + 1 + head.length - body.length, length: Number(length) };
}

/** The records of an archive that is not packed. */
export async function* plainRecords(source: ByteSource, from: number, limits: Limits): AsyncGenerator<WarcRecord> {
  for (let at = from; at < source.size; ) {
    const found = headerOf(await source.read(at, HEADERS));
    if (found === null || at + found.start + found.length > source.size) {
      at = await nextBegin(source, at + 1);
      yield { trouble: DAMAGED, next: { byte: at, line: 0 } };
      continue;
    }
    const start = at + found.start;
    at = await behindBlank(source, start + found.length);
    const fits = found.length <= limits.pageBytes;
    yield { headers: found.headers, body: await bytesAt(source, start, fits ? found.length : HEADERS), whole: fits, next: { byte: at, line: 0 } };
  }
}

/** Two empty lines stand behind the content of a record; what follows them is looked for, so that more of them do no harm. */
async function behindBlank(source: ByteSource, from: number): Promise<number> {
  for (let [at, length] = [from, 64]; at < source.size; length = WINDOW) {
    const piece = await source.read(at, length);
    const next = piece.findIndex((byte) => byte !== 13 && byte !== 10);
    if (next >= 0) return at + next;
    if (piece.length === 0) break;
    at += piece.length;
  }
  return source.size;
}

async function bytesAt(source: ByteSource, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const piece = await source.read(start + at, length - at);
    if (piece.length === 0) break;
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function nextBegin(source: ByteSource, from: number): Promise<number> {
  for (let at = from; at < source.size; ) {
    const window = asBuffer(await source.read(at, WINDOW));
    if (window.length === 0) break;
    const found = window.indexOf(`\n${BEGIN}`, 0, "latin1");
    if (found !== -1) return at + found + 1;
    at += Math.max(1, window.length - BEGIN.length);
  }
  return source.size;
}

/** The records of an archive in which each is packed by itself, as all programs write them; `line` counts those within one member. */
export async function* packedRecords(source: ByteSource, from: { readonly byte: number; readonly line: number }, limits: Limits): AsyncGenerator<WarcRecord> {
  let skip = from.line;
  for (let at = from.byte; at < source.size; ) {
    const member = await memberAt(source, at, limits.pageBytes + HEADERS, limits);
    if ("fault" in member) {
      at = (await nextMember(source, at + 3, BEGIN)) ?? source.size;
      yield { trouble: member.fault === "bomb" ? BOMB : DAMAGED, next: { byte: at, line: 0 } };
      continue;
    }
    const here = at;
    at = member.end;
    if (member.bytes === null) {
      const found = headerOf(member.head);
      yield found === null ? { trouble: DAMAGED, next: { byte: at, line: 0 } } : { ...tooLarge(found, member.head, limits), next: { byte: at, line: 0 } };
    } else yield* recordsIn(member.bytes, here, at, skip);
    skip = 0;
  }
}

/** One record that is too large is passed over; many in one member cannot be read piece by piece. */
function tooLarge(found: Parsed, head: Uint8Array, limits: Limits): { headers: ReadonlyMap<string, string>; body: Uint8Array; whole: false } | { trouble: Trouble } {
  if (found.length > limits.pageBytes) return { headers: found.headers, body: head.subarray(found.start), whole: false };
  return { trouble: { code: "packed_as_one", message: `This archive is packed as one piece of more than ${megabytes(limits.pageBytes)}. Unpack it to .warc and import that.` } };
}

function* recordsIn(bytes: Uint8Array, start: number, end: number, skip: number): Generator<WarcRecord> {
  for (let at = 0, line = 1; at < bytes.length; line++) {
    const found = headerOf(bytes.subarray(at));
    const stop = found === null ? bytes.length : at + found.start + found.length;
    let after = stop;
    while (bytes[after] === 13 || bytes[after] === 10) after += 1;
    const next = after >= bytes.length ? { byte: end, line: 0 } : { byte: start, line };
    if (line > skip) {
      if (found === null || stop > bytes.length) yield { trouble: DAMAGED, next };
      else yield { headers: found.headers, body: bytes.subarray(at + found.start, stop), whole: true, next };
    }
    at = after;
  }
}

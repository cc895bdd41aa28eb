import { LIMITS, type Limits } from "@/lib/articles/formats/limits";
import { inMemory } from "@/lib/articles/formats/lines";
import { readRecords } from "@/lib/articles/formats/read-records";
import type { ByteSource, Cursor, Mapping, ReadResult } from "@/lib/articles/formats/record";

type Given = { mediaType?: string; mapping?: Mapping; from?: Cursor; limits?: Partial<Limits> };

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes as Latin-1 writes them: one per character. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

export const utf16 = (text: string, order: "le" | "be"): Uint8Array => {
  const all = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(all.buffer);
  [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((unit, i) => view.setUint16(2 * i, unit, order === "le"));
  return all;
};

/** A source that gives at most `piece` bytes at once, so that every seam is met. */
export const inPieces = (bytes: Uint8Array, piece: number): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + Math.min(length, piece)),
});

/** Everything that a file gives. */
export async function readAll(from: Uint8Array | string | ByteSource, name: string, given: Given = {}): Promise<ReadResult[]> {
  const source = typeof from === "string" ? inMemory(utf8(from)) : from instanceof Uint8Array ? inMemory(from) : from;
  const found: ReadResult[] = [];
  const options = { name, mediaType: given.mediaType ?? null, mapping: given.mapping ?? null, from: given.from ?? null, limits: { ...LIMITS, ...given.limits } };
  for await (const each of readRecords(source, options)) if (!("passed" in each)) found.push(each);
  return found;
}

/** A result in few words: the text or HTML of a record, or "line: code" of a refusal. */
export function brief(result: ReadResult): string {
  if ("refused" in result) return `${[result.refused.place.entry, result.refused.place.line].filter((part) => part !== undefined).join(" ")}: ${result.refused.code}`;
  const { content } = result.record;
  return content.kind === "text" ? content.text : content.html;
}

/** The sentence and byte of the only refusal of a file. */
export async function refusalOf(from: Uint8Array | string | ByteSource, name: string, given: Given = {}): Promise<{ code: string; message: string; byte?: number }> {
  const found = await readAll(from, name, given);
  const [only] = found;
  if (found.length !== 1 || only === undefined || !("refused" in only)) throw new Error(`not one refusal: ${found.map(brief).join(" | ").slice(0, 500)}`);
  const { code, message, byte } = only.refused;
  return byte === undefined ? { code, message } : { code, message, byte };
}

/** Reads on from every place in a file and says where that gives something else than reading through. */
export async function differsFromAll(from: Uint8Array | string, name: string, given: Given = {}): Promise<number[]> {
  const all = await readAll(from, name, given);
  const wrong: number[] = [];
  for (const [i, { next }] of all.entries()) {
    // The way through a job's row and back.
    const rest = await readAll(from, name, { ...given, from: JSON.parse(JSON.stringify(next)) as Cursor });
    if (JSON.stringify(rest.map(plainly)) !== JSON.stringify(all.slice(i + 1).map(plainly))) wrong.push(i);
  }
  return wrong;
}

const plainly = (result: ReadResult) => ({ ...result, ...("record" in result ? { record: { ...result.record, raw: result.record.raw?.bytes.length } } : {}) });

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { log } from "@/lib/platform/log";
import { LIMITS } from "../../formats/limits";
import type { ReadFile } from "../../formats/read-records";
import type { Cursor, Passed, ReadResult } from "../../formats/record";
import { readAddresses } from "../fetching/read-addresses";
import { chunkSource, type ChunkSource } from "./chunk-source";
import { withHead } from "./mappings";
import { filesOf, type OpenFile, type OpenImport } from "./open-imports";
import { resultBytes } from "./reading-messages";

/** What a batch has of one file, read on from the file's cursor up to its own, nothing where all was passed over; `last` when the file ends with it. */
export type Part = { readonly file: OpenFile; readonly results: ReadResult[]; cursor: Cursor | null; last: boolean };
/** Results that are handled in one go: a few of a large file, or those of many small ones. */
export type Batch = readonly Part[];
export type BatchSize = { readonly records: number; readonly bytes: number; readonly milliseconds: number };
/** How files are read: `careful` after a failure, so that no batch has more than one file and the one to blame is known. */
export type Reading = { readonly read: ReadFile; readonly careful: boolean };

/**
 * Reads on in the files of an import that are not done, batch by batch, in their order. A file that breaks its reader
 * ends with a refusal that says so; when the database does not answer, that is thrown, for the file is not to blame.
 */
export async function* batchesOf(actor: MemberActor, open: OpenImport, reading: Reading, size: () => BatchSize): AsyncGenerator<Batch> {
  let parts: Part[] = [];
  let [records, bytes, begun] = [0, 0, performance.now()];
  const isFull = (): boolean => {
    const limit = size();
    return records >= limit.records || bytes >= limit.bytes || performance.now() - begun >= limit.milliseconds;
  };
  const taken = (): Batch => {
    const batch = parts;
    [parts, records, bytes, begun] = [[], 0, 0, performance.now()];
    return batch;
  };
  for await (const next of filesOf(actor, open)) {
    const source = chunkSource(actor, next);
    const file = await withHead(actor, next, source);
    let part: Part = { file, results: [], cursor: file.cursor, last: false };
    parts.push(part);
    try {
      for await (const result of resultsOf(actor, file, source, open.source === "feed", reading.read)) {
        part.cursor = result.next;
        if (!("passed" in result)) {
          part.results.push(result);
          records += 1;
          bytes += resultBytes(result);
        }
        if (!isFull()) continue;
        yield taken();
        part = { file: { ...file, cursor: result.next }, results: [], cursor: result.next, last: false };
        parts.push(part);
        begun = performance.now();
      }
    } catch (error) {
      if (source.lost() !== undefined) throw error;
      log.error({ err: error, fileId: file.id }, "a file broke its reader");
      const last = part.cursor ?? { record: 0, byte: 0, line: 1 };
      part.cursor = { ...last, record: last.record + 1 };
      part.results.push({ next: part.cursor, refused: { place: {}, code: "broken", message: "The file breaks off, or is not what its name says." } });
      records += 1;
    }
    part.last = true;
    if (reading.careful || isFull()) yield taken();
  }
  if (parts.length > 0) yield parts;
}

/** How many records and refusals a batch has. */
export const sizeOf = (batch: Batch): number => batch.reduce((sum, { results }) => sum + results.length, 0);

/** By how many bytes a batch gets its import on. */
export const bytesIn = (batch: Batch): number =>
  batch.reduce((sum, part) => {
    const far = (cursor: Cursor | null): number => Math.min(part.file.bytes, cursor?.byte ?? 0);
    return sum + (part.last ? part.file.bytes : far(part.cursor)) - far(part.file.cursor);
  }, 0);

/** What a file gives from its cursor on; of addresses, what stands there. */
const resultsOf = (actor: MemberActor, file: OpenFile, source: ChunkSource, isFeed: boolean, read: ReadFile): AsyncGenerator<ReadResult | Passed> =>
  file.addresses !== null
    ? readAddresses(actor, file.addresses, { feed: isFeed, from: file.cursor, read })
    : read(source, { name: file.name, mediaType: file.mediaType === "" ? null : file.mediaType, mapping: file.mapping, from: file.cursor, limits: LIMITS });

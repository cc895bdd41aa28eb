import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { log } from "@/lib/platform/log";
import { LIMITS } from "../../formats/limits";
import { readRecords } from "../../formats/read-records";
import type { ReadResult } from "../../formats/record";
import { readAddresses } from "../fetching/read-addresses";
import { chunkSource, type ChunkSource } from "./chunk-source";
import type { OpenFile } from "./open-imports";

/** A few results of a file that are handled in one go; `last` when the file ends with them. */
export type Batch = { readonly results: readonly ReadResult[]; readonly last: boolean };
export type BatchSize = { readonly records: number; readonly bytes: number; readonly milliseconds: number };

const weight = (result: ReadResult): number => ("refused" in result ? 200 : (result.record.raw?.bytes.length ?? 0) + ("text" in result.record.content ? result.record.content.text.length : result.record.content.html.length));

/**
 * Reads on in a file from its cursor, batch by batch. A file that breaks its reader ends with a refusal that says so;
 * when the database does not answer, that is thrown, for the file is not to blame.
 */
export async function* batchesOf(actor: MemberActor, file: OpenFile, isFeed: boolean, size: () => BatchSize): AsyncGenerator<Batch> {
  const source = chunkSource(actor, file);
  let results: ReadResult[] = [];
  let [bytes, begun] = [0, performance.now()];
  let last = file.cursor ?? { record: 0, byte: 0, line: 1 };
  try {
    for await (const result of resultsOf(actor, file, source, isFeed)) {
      results.push(result);
      last = result.next;
      bytes += weight(result);
      const limit = size();
      if (results.length < limit.records && bytes < limit.bytes && performance.now() - begun < limit.milliseconds) continue;
      yield { results, last: false };
      [results, bytes, begun] = [[], 0, performance.now()];
    }
  } catch (error) {
    if (source.lost() !== undefined) throw error;
    log.error({ err: error, fileId: file.id }, "a file broke its reader");
    results.push({ next: { ...last, record: last.record + 1 }, refused: { place: {}, code: "broken", message: "The file breaks off, or is not what its name says." } });
  }
  yield { results, last: true };
}

/** What a file gives from its cursor on; of addresses, what stands there. */
const resultsOf = (actor: MemberActor, file: OpenFile, source: ChunkSource, isFeed: boolean): AsyncGenerator<ReadResult> =>
  file.url !== null
    ? readAddresses(actor, file.url.split("\n"), { feed: isFeed, from: file.cursor })
    : readRecords(source, { name: file.name, mediaType: file.mediaType === "" ? null : file.mediaType, mapping: file.mapping, from: file.cursor, limits: LIMITS });

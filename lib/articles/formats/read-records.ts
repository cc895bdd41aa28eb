import { readCsv } from "./csv";
import { readJsonArray, readJsonl } from "./jsonl";
import type { Limits } from "./limits";
import { isRead } from "./lines";
import { endOf, readPlain } from "./plain";
import type { ByteSource, Cursor, Mapping, ReadResult } from "./record";
import { formatOf, SNIFFED } from "./sniff";
import { tableSource } from "./table-source";
import { refuse, type Trouble } from "./trouble";

/** How a file is to be read: its name and media type as they came, the columns of a table (null = guessed), and from where on. */
export type ReadOptions = {
  readonly name: string;
  readonly mediaType: string | null;
  readonly mapping: Mapping | null;
  readonly from: Cursor | null;
  readonly limits: Limits;
};

/**
 * The articles-to-be of a file, one by one, in its order, and a refusal for each thing in it that is not taken; never
 * throws for what a file holds. Reading on from any `next` (same file, same options) gives what would have followed.
 * A file is held in memory only where it is one document; tables and archives are read piece by piece.
 * `next.record` counts results from the start of the file, `next.byte` is how far into the file reading is, for progress.
 */
export async function* readRecords(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadResult> {
  if (source.size === 0) return yield* only(source, options.from, { code: "empty", message: "The file is empty." });
  const format = formatOf(await source.read(0, SNIFFED), options.name, options.mediaType);
  if (typeof format !== "string") return yield* only(source, options.from, format);
  switch (format) {
    case "csv":
    case "jsonl":
    case "json": {
      const table = await tableSource(source, options.mediaType, options.limits);
      if ("code" in table) return yield* only(source, options.from, table);
      return yield* { csv: readCsv, jsonl: readJsonl, json: readJsonArray }[format](table, options);
    }
    default:
      // One document is one result: after it there is nothing.
      if (isRead(source, options.from)) return;
      return yield* readPlain(source, options);
  }
}

/** A file that is refused whole: one refusal, and nothing after it. */
function* only(source: ByteSource, from: Cursor | null, trouble: Trouble): Generator<ReadResult> {
  if (!isRead(source, from)) yield refuse({}, trouble, endOf(source));
}

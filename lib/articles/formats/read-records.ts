import { readCsv } from "./csv";
import { readFeedFile } from "./feed";
import { readHtml } from "./html";
import { readJsonArray, readJsonl } from "./jsonl";
import type { Limits } from "./limits";
import { isRead } from "./lines";
import { readMhtml } from "./mhtml";
import { readPdf } from "./pdf";
import { endOf, readPlain } from "./plain";
import type { ByteSource, Cursor, Mapping, Passed, ReadResult } from "./record";
import { formatOf, SNIFFED } from "./sniff";
import { tableSource } from "./table-source";
import { refuse } from "./trouble";
import { readWarc } from "./warc";
import { NESTED, readZip, type ReadInner } from "./zip";

/** How a file is to be read: its name and media type as they came, the columns of a table (null = guessed), and from where on. */
export type ReadOptions = {
  readonly name: string;
  readonly mediaType: string | null;
  readonly mapping: Mapping | null;
  readonly from: Cursor | null;
  readonly limits: Limits;
  /** Told of each file of an archive before it is unpacked: its name, and from where reading goes on without it. */
  readonly begins?: (name: string, past: Cursor) => void;
};

/** Reads a file, here or elsewhere: `readRecords`. */
export type ReadFile = (source: ByteSource, options: ReadOptions) => AsyncGenerator<ReadResult | Passed>;

/**
 * The articles-to-be of a file, one by one, in its order, and a refusal for each thing in it that is not taken; never
 * throws for what a file holds. Reading on from any `next` (same file, same options) gives what would have followed.
 * What is passed over (images of a web archive) gives a place to rest, and nothing else.
 * A file is held in memory only where it is one document; tables and archives are read piece by piece.
 * `next.record` counts results from the start of the file, `next.byte` is how far into the file reading is, for progress.
 */
export async function* readRecords(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadResult | Passed> {
  yield* readFile(source, options, readWithin);
}

/** Reads a file of an archive: as any other, but archives within it are not opened. */
async function* readWithin(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadResult | Passed> {
  yield* readFile(source, options, null);
}

async function* readFile(source: ByteSource, options: ReadOptions, inner: ReadInner | null): AsyncGenerator<ReadResult | Passed> {
  const format = source.size === 0 ? { code: "empty", message: "The file is empty." } : formatOf(await source.read(0, SNIFFED), options.name, options.mediaType);
  if (format === "csv" || format === "jsonl" || format === "json") return yield* readTable(source, options, { csv: readCsv, jsonl: readJsonl, json: readJsonArray }[format]);
  if (isRead(source, options.from)) return;
  if (typeof format !== "string") return yield refuse({}, format, endOf(source));
  switch (format) {
    case "zip":
      return yield* readZip(source, options, inner);
    case "html":
      return yield* readHtml(source, options);
    case "warc":
      return yield* readWarc(source, { ...options, packed: false });
    case "gzip":
      if (inner === null) return yield refuse({}, NESTED, endOf(source));
      return yield* readWarc(source, { ...options, packed: true });
    case "pdf":
      return yield* readPdf(source, options);
    case "feed":
      return yield* readFeedFile(source, options);
    case "mhtml":
      return yield* readMhtml(source, options);
    case "text":
      return yield* readPlain(source, options);
  }
}

/** Tables count bytes in their UTF-8 form, which may be longer than the file. */
async function* readTable(source: ByteSource, options: ReadOptions, read: typeof readCsv): AsyncGenerator<ReadResult> {
  const table = await tableSource(source, options.mediaType, options.limits);
  if (!("code" in table)) yield* read(table, options);
  else if (!isRead(source, options.from)) yield refuse({}, table, endOf(source));
}

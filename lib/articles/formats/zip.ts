import { openArchive, type Archive } from "./archive";
import { kindOf } from "./document-parts";
import { readDocx } from "./docx";
import { readEpub } from "./epub";
import { inMemory } from "./lines";
import { endOf } from "./plain";
import type { ReadOptions } from "./read-records";
import type { ByteSource, Cursor, Passed, ReadResult } from "./record";
import { pass, refuse, type Trouble } from "./trouble";

/** Reads one file of an archive. */
export type ReadInner = (source: ByteSource, options: ReadOptions) => AsyncGenerator<ReadResult | Passed>;

/** Said of an archive in an archive. */
export const NESTED: Trouble = { code: "nested_archive", message: "This is an archive within an archive. Unpack it and import it by itself." };

/** What operating systems and version control put into archives by themselves. */
const SYSTEM = /(?:^|\/)(?:__MACOSX|\.git)\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/u;

/**
 * A ZIP file: a Word document, a book, or an archive whose files are read one by one, each like a file by itself. An
 * archive within an archive is refused. `inner` is null within an archive.
 */
export async function* readZip(source: ByteSource, options: ReadOptions, inner: ReadInner | null): AsyncGenerator<ReadResult | Passed> {
  const { limits, from } = options;
  const archive = await openArchive(source, limits);
  if ("code" in archive) return yield refuse({}, archive, endOf(source));
  const kind = kindOf(archive);
  if (typeof kind !== "string") return yield refuse({}, kind, endOf(source));
  if (kind === "docx") return yield* readDocx(source, archive, limits);
  if (kind === "epub") return yield* readEpub(source, archive, { from, limits });
  if (inner === null) return yield refuse({}, NESTED, endOf(source));
  yield* readFiles(source, archive, options, inner);
}

/** In cursors `line` is the number of the entry from 0, and `inner` the place within it. */
async function* readFiles(source: ByteSource, archive: Archive, options: ReadOptions, inner: ReadInner): AsyncGenerator<ReadResult | Passed> {
  const { from } = options;
  let record = from?.record ?? 0;
  const { entries } = archive;
  for (let i = from?.line ?? 0; i < entries.length; i++) {
    const entry = entries[i];
    if (entry === undefined || SYSTEM.test(entry.name)) continue;
    const far = Math.floor((source.size * (i + 1)) / (entries.length + 1));
    const after = (): Cursor => ({ record: ++record, byte: far, line: i + 1 });
    options.begins?.(entry.name, { record: record + 1, byte: far, line: i + 1 });
    const bytes = await archive.bytesOf(entry);
    if (!bytes.ok) {
      yield refuse({ entry: entry.name }, bytes.error, after());
      continue;
    }
    const resumed = i === from?.line ? (from.inner ?? null) : null;
    for await (const found of inner(inMemory(bytes.value), { ...options, name: entry.name, mediaType: null, from: resumed })) {
      if ("passed" in found) {
        yield pass({ record, byte: far, line: i, inner: found.next });
        continue;
      }
      const next: Cursor = { record: ++record, byte: far, line: i, inner: found.next };
      yield "record" in found
        ? { record: { ...found.record, place: within(entry.name, found.record.place) }, next }
        : { refused: { ...found.refused, place: within(entry.name, found.refused.place) }, next };
    }
  }
}

const within = (name: string, place: { entry?: string; line?: number }) => ({ ...place, entry: place.entry === undefined ? name : `${name}/${place.entry}` });

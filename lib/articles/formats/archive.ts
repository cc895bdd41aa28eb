import { EventEmitter } from "node:events";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { err, ok, type Result } from "@/lib/kernel/result";
import { megabytes, type Limits } from "./limits";
import { asBuffer, joined, WINDOW } from "./lines";
import type { ByteSource } from "./record";
import { count, type Trouble } from "./trouble";

/** An entry of a ZIP archive; `trouble` says why it is not opened, from what the archive says of it. */
export type ArchiveEntry = { readonly name: string; readonly bytes: number; readonly at: number; readonly trouble: Trouble | null };

/** A ZIP archive: its entries (folders are none) and the bytes of each, which are unpacked one at a time. */
export type Archive = { readonly entries: readonly ArchiveEntry[]; readonly bytesOf: (entry: ArchiveEntry) => Promise<Result<Uint8Array, Trouble>> };

/** Below this, packed data may become as large as it likes. */
const HARMLESS = 64 * 1024;

/**
 * Opens a ZIP archive, reading its list of contents alone. Refused whole: damaged archives, too many entries, entries
 * that share bytes. An entry is refused for its name (absolute, with "..", a drive, U+0000, twice), as a link, when
 * encrypted or packed in another way than deflate, and for what it would unpack to. What an entry says of its size is
 * held against it while it is unpacked, so the sum of what archives say is a true limit.
 */
export async function openArchive(source: ByteSource, limits: Limits): Promise<Archive | Trouble> {
  const reader = new SourceReader(source);
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(reader, source.size, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > limits.entries) return { code: "too_many_entries", message: `The archive has ${count(zip.entryCount)} entries. It may have ${count(limits.entries)}.` };
    const found: Entry[] = [];
    for await (const entry of zip.eachEntry()) found.push(entry);
    if (overlapping(found)) return { code: "overlapping_entries", message: "Entries of this archive share their bytes, as in a ZIP bomb. It is not unpacked." };
    return archiveOf(zip, found, reader, limits);
  } catch (error) {
    return reader.rethrow(error);
  }
}

function archiveOf(zip: ZipFile, found: readonly Entry[], reader: SourceReader, limits: Limits): Archive {
  const seen = new Set<string>();
  const byName = new Map<ArchiveEntry, Entry>();
  let sum = 0;
  for (const entry of found) {
    const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (name.endsWith("/") && entry.uncompressedSize === 0) continue;
    let trouble = nameTrouble(name) ?? (seen.has(name) ? { code: "duplicate_name", message: "The archive has two entries of this name." } : null) ?? packingTrouble(entry, limits);
    seen.add(name);
    if (trouble === null && (sum += entry.uncompressedSize) > limits.unpackedBytes) {
      trouble = { code: "archive_too_large", message: `With this entry the archive unpacks to more than ${megabytes(limits.unpackedBytes)}.` };
    }
    byName.set({ name: shown(name), bytes: entry.uncompressedSize, at: entry.relativeOffsetOfLocalHeader, trouble }, entry);
  }
  const bytesOf = async (of: ArchiveEntry): Promise<Result<Uint8Array, Trouble>> => {
    const entry = byName.get(of);
    if (of.trouble !== null || entry === undefined) return err(of.trouble ?? { code: "broken_archive", message: "The archive has no such entry." });
    try {
      return await unpacked(zip, entry);
    } catch (error) {
      return err(reader.rethrow(error));
    }
  };
  return { entries: [...byName.keys()], bytesOf };
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Result<Uint8Array, Trouble>> {
  const pieces: Uint8Array[] = [];
  let [size, sum] = [0, 0];
  const said = entry.uncompressedSize;
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const plain = entry.compressionMethod === 0 ? packed : pipeline(packed, createInflateRaw(), () => {});
  for await (const piece of plain as AsyncIterable<Buffer>) {
    size += piece.length;
    // Leaving the loop ends the streams, so no more is unpacked than was announced.
    if (size > said) return err({ code: "lying_size", message: `The archive says that this entry has ${count(said)} bytes, and it has more.` });
    sum = crc32(piece, sum);
    pieces.push(piece);
  }
  if (size < said) return err({ code: "lying_size", message: `The archive says that this entry has ${count(said)} bytes, and it has ${count(size)}.` });
  return sum === entry.crc32 ? ok(joined(pieces, size)) : err({ code: "broken_entry", message: "This entry is damaged: its checksum is wrong." });
}

function nameTrouble(name: string): Trouble | null {
  const trouble = (what: string): Trouble => ({ code: "unsafe_name", message: `The name of this entry ${what}. It is not unpacked.` });
  if (name.includes("\0")) return trouble("has a null character");
  if (name.startsWith("/")) return trouble("is absolute");
  if (/^[a-z]:/iu.test(name)) return trouble("begins with a drive");
  if (name.split("/").includes("..")) return trouble("leads out of the archive");
  return name === "" ? trouble("is empty") : null;
}

function packingTrouble(entry: Entry, limits: Limits): Trouble | null {
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) return { code: "link", message: "This entry is a link to another file. It is not followed." };
  if (entry.isEncrypted()) return { code: "encrypted", message: "This entry is encrypted. Unpack it with its password and try again." };
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return { code: "unknown_packing", message: `This entry is packed in a way that is not read (method ${entry.compressionMethod}).` };
  if (entry.uncompressedSize > limits.pageBytes) return { code: "page_too_large", message: `This entry has ${megabytes(entry.uncompressedSize)}. It may have ${megabytes(limits.pageBytes)}.` };
  if (entry.uncompressedSize > Math.max(HARMLESS, limits.ratio * entry.compressedSize)) {
    return { code: "zip_bomb", message: `This entry becomes more than ${count(limits.ratio)} times larger when unpacked, as a ZIP bomb does. It is not unpacked.` };
  }
  return null;
}

/** Whether two entries claim the same bytes of the file. A local header has 30 bytes and the name. */
function overlapping(entries: readonly Entry[]): boolean {
  const ranges = entries
    .map((entry) => ({ start: entry.relativeOffsetOfLocalHeader, end: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize }))
    .sort((a, b) => a.start - b.start);
  return ranges.some((range, i) => i > 0 && range.start < (ranges[i - 1]?.end ?? 0));
}

/** A name as reports show it: without control characters, and not without end. */
const shown = (name: string): string => name.replace(/[\p{Cc}\p{Surrogate}]/gu, "\uFFFD").slice(0, 500);

/** Reads a source for yauzl. What the source itself throws (a lost database) is thrown on, never called a damaged archive. */
class SourceReader extends EventEmitter {
  private lost: unknown = null;

  constructor(private readonly source: ByteSource) {
    super();
  }

  rethrow(error: unknown): Trouble {
    if (this.lost !== null) throw this.lost;
    const message = error instanceof Error ? error.message : "";
    if (/strong encryption/iu.test(message)) return { code: "encrypted", message: "The archive is encrypted. Unpack it with its password and try again." };
    return { code: "broken_archive", message: `The archive is damaged or cut off${message === "" ? "" : `: ${message.replace(/\s+/gu, " ").replace(/\.$/u, "").slice(0, 200)}`}.` };
  }

  read(buffer: Buffer, offset: number, length: number, position: number, done: (error: Error | null, read?: number) => void): void {
    this.into(buffer, offset, length, position).then(
      (full) => done(full ? null : new Error("it ends too early")),
      (error: unknown) => done(error as Error),
    );
  }

  createReadStream({ start, end }: { start: number; end: number }): Readable {
    return Readable.from(this.pieces(start, end), { objectMode: false });
  }

  _readStreamForRange(start: number, end: number): Readable {
    return this.createReadStream({ start, end });
  }

  close(done: (error: Error | null) => void): void {
    done(null);
  }

  ref(): void {}
  unref(): void {}

  private async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const piece = await this.bytes(at, Math.min(WINDOW, end - at));
      if (piece.length === 0) throw new Error("it ends too early");
      yield asBuffer(piece);
      at += piece.length;
    }
  }

  private async into(buffer: Buffer, offset: number, length: number, position: number): Promise<boolean> {
    for (let done = 0; done < length; ) {
      const piece = await this.bytes(position + done, length - done);
      if (piece.length === 0) return false;
      buffer.set(piece, offset + done);
      done += piece.length;
    }
    return true;
  }

  private async bytes(offset: number, length: number): Promise<Uint8Array> {
    try {
      return offset < this.source.size ? await this.source.read(offset, length) : new Uint8Array();
    } catch (error) {
      this.lost = error;
      throw error;
    }
  }
}

import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { Problem } from "@/scripts/problem";

/*
 * The file: a line with the format's name, a line with the header as JSON, a line with the header's sha256; then for
 * each table of the header, in its order, frames of 4 bytes length and that many bytes of COPY text, a frame of length
 * 0, and the sha256 of the table's text; at the end the line END.
 */

const NAME = "SLANTWISE-BACKUP 1\n";
const END = "END\n";
const LARGEST_FRAME = 1 << 26;

/** One table of a backup: `hash` is over its rows whatever their order, see tables.ts. */
export interface TableHeader {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly hash: string;
}

/** What stands at the beginning of a backup. */
export interface Header {
  readonly program: string;
  readonly createdAt: string;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly sequences: Readonly<Record<string, string>>;
  readonly tables: readonly TableHeader[];
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();

/** Writes the lines before the tables. */
export async function writeHeader(file: FileHandle, header: Header): Promise<void> {
  const json = JSON.stringify(header);
  await file.write(`${NAME}${json}\n${sha256(json).toString("hex")}\n`);
}

/** Writes the text of one table. */
export async function writeTable(file: FileHandle, chunks: AsyncIterable<Buffer>): Promise<void> {
  const hash = createHash("sha256");
  const length = Buffer.alloc(4);
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    hash.update(chunk);
    length.writeUInt32BE(chunk.length);
    await file.write(Buffer.concat([length, chunk]));
  }
  length.writeUInt32BE(0);
  await file.write(Buffer.concat([length, hash.digest()]));
}

/** Writes the last line. */
export async function writeEnd(file: FileHandle): Promise<void> {
  await file.write(END);
}

/** Reads a backup from its beginning to its end; every method throws a Problem naming the place where it is damaged. */
export interface Reader {
  readonly header: Header;
  table(table: TableHeader): AsyncGenerator<Buffer>;
  end(): Promise<void>;
}

/** Opens a backup and checks its header. */
export async function openBackup(file: FileHandle): Promise<Reader> {
  let at = 0;
  const damaged = (place: string, what: string) =>
    new Problem(`The backup is damaged in ${place}, at byte ${at}: ${what}. Nothing was restored. Use another copy of the file.`);

  const take = async (bytes: number, place: string): Promise<Buffer> => {
    const buffer = Buffer.alloc(bytes);
    let have = 0;
    while (have < bytes) {
      const { bytesRead } = await file.read(buffer, have, bytes - have, at + have);
      if (bytesRead === 0) throw damaged(place, "the file ends here");
      have += bytesRead;
    }
    at += bytes;
    return buffer;
  };

  const line = async (place: string): Promise<string> => {
    const parts: Buffer[] = [];
    for (;;) {
      const buffer = Buffer.alloc(65_536);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw damaged(place, "the file ends here");
      const stop = buffer.subarray(0, bytesRead).indexOf(10);
      const taken = buffer.subarray(0, stop === -1 ? bytesRead : stop);
      parts.push(taken);
      at += taken.length + (stop === -1 ? 0 : 1);
      if (stop !== -1) return Buffer.concat(parts).toString("utf8");
      if (parts.length > 256) throw damaged(place, "the line has no end");
    }
  };

  const first = await file.read(Buffer.alloc(NAME.length), 0, NAME.length, 0);
  if (first.buffer.toString("latin1") !== NAME) throw new Problem("This is not a backup of Slantwise, or one of another format.");
  at = NAME.length;
  const json = await line("the header");
  if ((await line("the header")) !== sha256(json).toString("hex")) throw damaged("the header", "its checksum does not fit");
  const header = JSON.parse(json) as Header;

  return {
    header,
    async *table({ name }) {
      const place = `the table ${name}`;
      const hash = createHash("sha256");
      for (;;) {
        const length = (await take(4, place)).readUInt32BE();
        if (length === 0) break;
        if (length > LARGEST_FRAME) throw damaged(place, "the length of a piece makes no sense");
        const chunk = await take(length, place);
        hash.update(chunk);
        yield chunk;
      }
      if (!hash.digest().equals(await take(32, place))) throw damaged(place, "its checksum does not fit");
    },
    async end() {
      if ((await take(END.length, "its end")).toString() !== END) throw damaged("its end", "the last line is missing");
      const { bytesRead } = await file.read(Buffer.alloc(1), 0, 1, at);
      if (bytesRead !== 0) throw damaged("its end", "something follows the last line");
    },
  };
}

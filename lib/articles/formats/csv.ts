import { decodeText } from "./decode";
import { rowsOf, type Row } from "./csv-rows";
import { isRead } from "./lines";
import { megabytes, type Limits } from "./limits";
import { guessMapping, mapped } from "./mapping";
import type { ByteSource, Cursor, Mapping, ReadResult } from "./record";
import { count, refuse, take, type Trouble } from "./trouble";

/** The first row of a CSV file and what follows from it. */
export type CsvHead = { readonly delimiter: number; readonly columns: readonly string[]; readonly after: { readonly byte: number; readonly line: number } };

/** So much of a file is looked at to find out what divides its cells. */
const HEAD_BYTES = 1 << 20;
/** The most columns of a table, and the most keys of objects that are offered. */
export const MOST_COLUMNS = 1000;
const DELIMITERS = [",", ";", "\t"].map((mark) => mark.charCodeAt(0));

/**
 * The header of a CSV file and what divides its cells (comma, semicolon or tab): what makes the most of the first rows as
 * long as the header. Names that stand twice get a number, empty ones too. Refuses a file without a header that can be read.
 */
export async function csvHead(source: ByteSource, limits: Limits): Promise<CsvHead | Trouble> {
  const mark = await source.read(0, 3);
  const byte = mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf ? 3 : 0;
  // A quotation mark that is never closed would otherwise be followed to the end of the file, for each delimiter.
  const head: ByteSource = { size: Math.min(source.size, HEAD_BYTES), read: (offset, length) => source.read(offset, Math.min(length, HEAD_BYTES - offset)) };
  const tried = [];
  for (const delimiter of DELIMITERS) tried.push(await tryDelimiter(head, byte, delimiter, limits));
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.header === null) return { code: "no_header", message: "The file has no first line with the names of its columns." };
  const cells = "bytes" in best.header ? cellsOf(best.header.bytes, best.delimiter, best.header.start) : { code: best.header.fault, message: faultOf(best.header, limits) };
  if (!Array.isArray(cells)) return { ...cells, message: `The line with the names of the columns cannot be read. ${cells.message}` };
  if (cells.length > MOST_COLUMNS) return { code: "too_many_columns", message: `The file has ${count(cells.length)} columns. It may have ${count(MOST_COLUMNS)}.` };
  return { delimiter: best.delimiter, columns: numbered(cells), after: { byte: best.header.end, line: best.header.nextLine } };
}

async function tryDelimiter(source: ByteSource, byte: number, delimiter: number, limits: Limits) {
  let header: Row | null = null;
  let [width, score, seen] = [0, 0, 0];
  for await (const row of rowsOf(source, { byte, line: 1 }, delimiter, limits)) {
    const cells = "bytes" in row ? cellsOf(row.bytes, delimiter, row.start) : null;
    const columns = Array.isArray(cells) ? cells.length : 0;
    if (header === null) [header, width] = [row, columns];
    // One column is what every wrong delimiter gives.
    if (width > 1 && columns === width) score += 1 + width / 1000;
    if (++seen > 10) break;
  }
  return { delimiter, header, score };
}

function numbered(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = cell.trim().slice(0, 200) || `column ${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The cells of one row, without the quotation marks around them; a sentence where its bytes, which begin at `start` of the file, are no text. */
export function cellsOf(bytes: Uint8Array, delimiter: number, start: number): string[] | Trouble {
  const decoded = decodeText(bytes, null, { start });
  if (!decoded.ok) return decoded.error;
  const text = decoded.value.replace(/\r?\n$|\r$/u, "");
  const mark = String.fromCharCode(delimiter);
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const end = indexOrEnd(text, mark, at);
      cells.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    let close = at + 1;
    while (close < text.length && (text[close] !== '"' || text[close + 1] === '"')) close = text[close] === '"' ? close + 2 : indexOrEnd(text, '"', close + 1);
    cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = indexOrEnd(text, mark, close) + 1;
  }
  return cells;
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

function faultOf(row: Row & { fault: string }, limits: Limits): string {
  const line = `Line ${count(row.line)}`;
  if (row.fault === "cell_too_large") return `${line} has a cell of more than ${megabytes(limits.cellBytes)}.`;
  if (row.fault === "row_too_large") return `${line} begins a row of more than ${megabytes(limits.pageBytes)}.`;
  if (row.fault === "quote_never_closed") return `${line} has a quotation mark that is never closed.`;
  return `${line} has a cell that goes on after its closing quotation mark. Write marks within a cell twice.`;
}

/** The records of a CSV file; rows that cannot be read are refused one by one, with their line. */
export async function* readCsv(source: ByteSource, options: { mapping: Mapping | null; from: Cursor | null; limits: Limits }): AsyncGenerator<ReadResult> {
  const { limits } = options;
  if (isRead(source, options.from)) return;
  const head = await csvHead(source, limits);
  const end: Cursor = { record: (options.from?.record ?? 0) + 1, byte: source.size, line: 0 };
  if ("code" in head) return yield refuse({ line: 1 }, head, end);
  const mapping = options.mapping ?? guessMapping(head.columns);
  const lacking = lackingWords(mapping, head.columns);
  if (lacking !== null) return yield refuse({}, lacking, end);
  const places = new Map(head.columns.map((name, i) => [name, i] as const));
  const from = options.from ?? { record: 0, ...head.after };
  let record = from.record;
  for await (const row of rowsOf(source, from, head.delimiter, limits)) {
    const next: Cursor = { record: ++record, byte: row.end, line: row.nextLine, ...(row.byLine ? { byLine: true } : {}) };
    const place = { line: row.line };
    if ("fault" in row) {
      yield refuse(place, { code: row.fault, message: faultOf(row, limits) }, next);
      continue;
    }
    const cells = cellsOf(row.bytes, head.delimiter, row.start);
    if (!Array.isArray(cells)) {
      yield refuse(place, { ...cells, message: `Line ${count(row.line)}: ${cells.message}` }, next);
      continue;
    }
    if (cells.length !== head.columns.length) {
      const message = `Line ${count(row.line)} has ${cells.length} cells and the first line has ${head.columns.length}.`;
      yield refuse(place, { code: "unequal_columns", message }, next);
      continue;
    }
    const found = mapped((column) => cells[places.get(column) ?? -1] ?? null, mapping, limits);
    yield found.ok
      ? take({ place, ...found.value, raw: null }, next)
      : refuse(place, { ...found.error, message: `Line ${count(row.line)}: ${found.error.message}` }, next);
  }
}

/** Why a mapping cannot be used with these columns, or null. */
export function lackingWords(mapping: Mapping, columns: readonly string[]): Trouble | null {
  const words = [mapping.text, mapping.html].filter((name) => name != null);
  if (words.some((name) => columns.includes(name))) return null;
  return { code: "no_text_column", message: `Choose what holds the words of the articles. The file has: ${columns.slice(0, 30).join(", ").slice(0, 500)}.` };
}

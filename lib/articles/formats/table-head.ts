import { storable } from "@/lib/text/storable";
import { cellsOf, csvHead } from "./csv";
import { rowsOf } from "./csv-rows";
import { arrayHead, jsonArray, jsonlHead, wordsOf } from "./jsonl";
import { LIMITS } from "./limits";
import { guessMapping } from "./mapping";
import type { ByteSource, Mapping } from "./record";
import { formatOf, SNIFFED } from "./sniff";
import { tableSource } from "./table-source";

/** What a table looks like before it is read: its columns (or keys), up to five rows with cells cut to 200 characters, and a guess. */
export type TableHead = { readonly kind: "csv" | "jsonl"; readonly columns: readonly string[]; readonly sample: readonly string[][]; readonly guessed: Mapping };

const ROWS = 5;
const CELL = 200;

/** The head of a CSV file, of JSON lines or of a JSON list; null for whatever else a file is, and for a table that cannot be read. */
export async function tableHead(source: ByteSource, options: { readonly name: string; readonly mediaType: string | null }): Promise<TableHead | null> {
  const format = formatOf(await source.read(0, SNIFFED), options.name, options.mediaType);
  if (format !== "csv" && format !== "jsonl" && format !== "json") return null;
  const table = await tableSource(source, options.mediaType, LIMITS);
  if ("code" in table) return null;
  if (format === "csv") return headOfCsv(table);
  const list = format === "json" ? await jsonArray(table, LIMITS) : null;
  if (list !== null && !Array.isArray(list)) return null;
  const { columns, items } = list === null ? await jsonlHead(table, LIMITS) : arrayHead(list);
  if (columns.length === 0) return null;
  const sample = items.slice(0, ROWS).map((item) => columns.map((key) => cut(wordsOf(item, key) ?? "")));
  return { kind: "jsonl", columns, sample, guessed: guessMapping(columns) };
}

async function headOfCsv(table: ByteSource): Promise<TableHead | null> {
  const head = await csvHead(table, LIMITS);
  if ("code" in head) return null;
  const sample: string[][] = [];
  let seen = 0;
  for await (const row of rowsOf(table, head.after, head.delimiter, LIMITS)) {
    const cells = "bytes" in row ? cellsOf(row.bytes, head.delimiter, row.start) : null;
    if (Array.isArray(cells) && cells.length === head.columns.length) sample.push(cells.map(cut));
    if (sample.length === ROWS || ++seen > 100) break;
  }
  return { kind: "csv", columns: head.columns, sample, guessed: guessMapping(head.columns) };
}

/** Cut between characters, never within one. */
const cut = (cell: string): string => storable([...cell.slice(0, 2 * CELL)].slice(0, CELL).join("").replace(/\p{Surrogate}$/u, ""));

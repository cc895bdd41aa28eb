import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "@/lib/kernel/result";

/** What is wrong on a line, counted from 1. */
export type TableError = { readonly line: number; readonly message: string };
/** A row by the names of its columns; a column that the table lacks holds "" everywhere. */
export type TableRow<Column extends string> = { readonly line: number; readonly cell: (column: Column) => string };
/** How each column may be called, in lower case. */
export type TableColumns<Column extends string> = Readonly<Record<Column, readonly string[]>>;

type Line = { record: string[]; info: { lines: number } };

/** What stands between the column names most often. */
function delimiterOf(csv: string): string {
  const head = csv.slice(0, 10_000).split("\n", 1)[0] ?? "";
  const count = (mark: string): number => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * Reads a table that fits into memory from CSV with a line of column names, in whatever order; cells are trimmed, other
 * columns left out. Refused with the line where it is not CSV, lacks a column that is needed, or has more rows than `limit`.
 */
export function readTable<Column extends string>(csv: string, columns: TableColumns<Column>, needed: readonly NoInfer<Column>[], limit: number): Result<TableRow<Column>[], TableError[]> {
  let records: Line[];
  try {
    records = parse(csv, { bom: true, info: true, skip_empty_lines: true, trim: true, delimiter: delimiterOf(csv), to: limit + 2 }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err([{ line: typeof error["lines"] === "number" ? error["lines"] : 1, message: messageOf(error) }]);
  }
  const [head, ...rest] = records;
  if (!head) return err([{ line: 1, message: "The table is empty." }]);
  const places = new Map((Object.keys(columns) as Column[]).map((column) => [column, head.record.findIndex((name) => columns[column].includes(name.toLowerCase()))]));
  const missing = needed.filter((column) => (places.get(column) ?? -1) < 0);
  if (missing.length > 0) return err(missing.map((column) => ({ line: 1, message: `There is no column called ${columns[column].join(" or ")}.` })));
  if (rest.length === 0) return err([{ line: 1, message: "The table has column names and no rows." }]);
  if (rest.length > limit) return err([{ line: limit + 2, message: `The limit is ${limit.toLocaleString("en")} rows.` }]);
  return ok(rest.map(({ record, info }) => ({ line: info.lines, cell: (column) => record[places.get(column) ?? -1] ?? "" })));
}

function messageOf(error: CsvError): string {
  if (error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH") return "The line has another number of cells than the line of column names.";
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "A quotation mark opens a cell and never closes it.";
  return "The line is not CSV: a quotation mark stands where none may.";
}

import { stringify } from "csv-stringify/sync";

/** What a cell can hold. Text is defused; numbers and truth values never are. */
export type Cell = string | number | boolean | null;

/** Told to spreadsheets that would otherwise take UTF-8 for something else. */
export const BOM = "\uFEFF";

// What a spreadsheet runs, also full-width, and behind apostrophes: so that undoing is exact.
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/u;

/**
 * Text that a spreadsheet shows instead of running it: one apostrophe before a text that begins, after any
 * apostrophes, with = + - @, a tab, a line break, U+0000 or a full-width = + - @.
 */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes back what `defuse` did. */
export const undefuse = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** Records as CSV after RFC 4180: comma, CRLF, quotes where needed; true and false in words; null as an empty cell. */
export function csvRecords(records: readonly (readonly Cell[])[]): string {
  return stringify(
    records.map((record) => record.map((cell) => (typeof cell === "string" ? defuse(cell) : cell))),
    { record_delimiter: "\r\n", quoted_match: /[\r\n]/u, cast: { boolean: String, number: String } },
  );
}

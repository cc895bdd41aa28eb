import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "@/lib/kernel/result";
import { isDay } from "./provenance";

/** What somebody outside says of one outlet; `number` where the value is one. */
export type Rating = { readonly name: string; readonly value: string; readonly number: number | null; readonly scale: string; readonly note: string; readonly ratedOn: string | null };
/** What is wrong on a line, counted from 1. */
export type RatingError = { readonly line: number; readonly message: string };

export const MAX_RATINGS = 10_000;
const MOST_ERRORS = 50;
const COLUMNS = { name: ["name", "outlet"], value: ["rating", "value"], scale: ["scale"], note: ["note"], date: ["date"] } as const;
const LONGEST = { name: 200, value: 100, scale: 200, note: 1000 } as const;

type Column = keyof typeof COLUMNS;
type Line = { record: string[]; info: { lines: number } };

/** What stands between the column names most often. */
function delimiterOf(csv: string): string {
  const head = csv.slice(0, 10_000).split("\n", 1)[0] ?? "";
  const count = (mark: string): number => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Reads a table of ratings from CSV with a line of column names: name or outlet, rating or value, and, where given, scale, note and date (YYYY-MM-DD). Other columns are left out. */
export function readRatings(csv: string): Result<Rating[], RatingError[]> {
  let records: Line[];
  try {
    records = parse(csv, { bom: true, info: true, skip_empty_lines: true, trim: true, delimiter: delimiterOf(csv), to: MAX_RATINGS + 2 }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err([{ line: typeof error["lines"] === "number" ? error["lines"] : 1, message: messageOf(error) }]);
  }
  const [head, ...rest] = records;
  if (!head) return err([{ line: 1, message: "The table is empty." }]);
  const place = (column: Column): number => head.record.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name.toLowerCase()));
  const places = { name: place("name"), value: place("value"), scale: place("scale"), note: place("note"), date: place("date") };
  if (places.name < 0) return err([{ line: 1, message: "There is no column called name or outlet." }]);
  if (places.value < 0) return err([{ line: 1, message: "There is no column called rating or value." }]);
  if (rest.length === 0) return err([{ line: 1, message: "The table has column names and no rows." }]);
  if (rest.length > MAX_RATINGS) return err([{ line: MAX_RATINGS + 2, message: `The limit is ${MAX_RATINGS.toLocaleString("en")} rows.` }]);
  const errors: RatingError[] = [];
  const ratings = rest.map(({ record, info }): Rating => {
    const cell = (column: Column): string => (places[column] < 0 ? "" : (record[places[column]] ?? ""));
    const wrong = (message: string) => errors.push({ line: info.lines, message });
    if (cell("name") === "") wrong("The name is missing.");
    if (cell("value") === "") wrong("The rating is missing.");
    for (const column of ["name", "value", "scale", "note"] as const) if ([...cell(column)].length > LONGEST[column]) wrong(`The ${column} has more than ${LONGEST[column]} characters.`);
    if (cell("date") !== "" && !isDay(cell("date"))) wrong(`“${cell("date").slice(0, 40)}” is not a day as YYYY-MM-DD.`);
    return { name: cell("name"), value: cell("value"), number: numberOf(cell("value")), scale: cell("scale"), note: cell("note"), ratedOn: cell("date") || null };
  });
  return errors.length > 0 ? err(errors.slice(0, MOST_ERRORS)) : ok(ratings);
}

/** A plain number with a point, as programs write it; everything else stays words. */
const numberOf = (value: string): number | null => (/^[+\-−]?\d{1,15}(?:\.\d{1,15})?$/u.test(value) ? Number(value.replace("−", "-")) : null);

function messageOf(error: CsvError): string {
  if (error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH") return "The line has another number of cells than the line of column names.";
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "A quotation mark opens a cell and never closes it.";
  return "The line is not CSV: a quotation mark stands where none may.";
}

import { err, ok, type Result } from "@/lib/kernel/result";
import { isDay } from "./provenance";
import { readTable, type TableError } from "./small-table";

/** What somebody outside says of one outlet; `number` where the value is one. */
export type Rating = { readonly name: string; readonly value: string; readonly number: number | null; readonly scale: string; readonly note: string; readonly ratedOn: string | null };

export const MAX_RATINGS = 10_000;
const MOST_ERRORS = 50;
const COLUMNS = { name: ["name", "outlet"], value: ["rating", "value"], scale: ["scale"], note: ["note"], date: ["date"] } as const;
const LONGEST = { name: 200, value: 100, scale: 200, note: 1000 } as const;

/** Reads a table of ratings from CSV with a line of column names: name or outlet, rating or value, and, where given, scale, note and date (YYYY-MM-DD). Other columns are left out. */
export function readRatings(csv: string): Result<Rating[], TableError[]> {
  const table = readTable(csv, COLUMNS, ["name", "value"], MAX_RATINGS);
  if (!table.ok) return table;
  const errors: TableError[] = [];
  const ratings = table.value.map(({ line, cell }): Rating => {
    const wrong = (message: string) => errors.push({ line, message });
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

import type { CodingTable } from "../coding/coding-table";
import { BadInput, type Fields } from "./metric";
import { eachAt, formAt, listAt, nameAt, numberAt, numbersAt, numberFrom, refuse, wholeAt } from "./read";

/** A coded table read from a file: `ordered` tells whether its categories have a declared or numeric order. */
export type Coded = { readonly table: CodingTable; readonly ordered: boolean };

type Code = string | number;

/** The `matrix` form: rows are items, columns coders, null is not coded; `categories` is the declared scale where it is given. @throws BadInput */
export function matrixAt(input: Fields): Coded {
  formAt(input, "matrix");
  const rows = eachAt(input["matrix"], "input.matrix", (row, place) => eachAt(row, place, codeAt));
  const coders = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== coders) throw new BadInput(`input.matrix[${i}]`, `should have ${coders} codes like the first row, and has ${row.length}`);
  });
  const declared = input["categories"] === undefined ? null : categoriesAt(input["categories"]);
  const categories = declared ?? observed(rows);
  const indexOf = new Map(categories.map((category, index) => [category, index]));
  const values = new Int16Array(rows.length * coders);
  rows.forEach((row, item) =>
    row.forEach((code, coder) => {
      const index = code === null ? -1 : indexOf.get(code);
      if (index === undefined) refuse(`input.matrix[${item}][${coder}]`, "one of input.categories", code);
      values[item * coders + coder] = index;
    }),
  );
  return coded(categories, declared !== null, rows.length, coders, values);
}

/** The `counts` form: rows are items, columns categories, cells how many coders. Who they were does not matter to what is computed. @throws BadInput */
export function countsAt(input: Fields): Coded {
  formAt(input, "counts");
  const rows = eachAt(input["counts"], "input.counts", (row, place) => eachAt(row, place, (cell, at) => wholeAt(cell, at, 0, 10_000)));
  const q = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== q) throw new BadInput(`input.counts[${i}]`, `should have ${q} counts like the first row, and has ${row.length}`);
  });
  const coders = rows.reduce((most, row) => Math.max(most, row.reduce((sum, n) => sum + n, 0)), 0);
  const values = new Int16Array(rows.length * coders).fill(-1);
  rows.forEach((row, item) => {
    let at = item * coders;
    row.forEach((n, category) => {
      values.fill(category, at, at + n);
      at += n;
    });
  });
  const categories = input["categories"] === undefined ? Array.from({ length: q }, (_, i) => i) : categoriesAt(input["categories"], q);
  return coded(categories, input["categories"] !== undefined, rows.length, coders, values);
}

/** A two-coder table: q×q counts, rows of the first coder, and its categories in their order. */
export type TwoCoders = { readonly counts: Float64Array; readonly categories: readonly Code[] };

/** The `table2` form. @throws BadInput */
export function table2At(input: Fields): TwoCoders {
  formAt(input, "table2");
  const rows = listAt(input["table"], "input.table");
  const q = rows.length;
  if (q === 0) throw new BadInput("input.table", "should have at least one row");
  const counts = rows.flatMap((row, i) => {
    const cells = numbersAt(row, `input.table[${i}]`, q);
    cells.forEach((cell, k) => numberFrom(cell, `input.table[${i}][${k}]`, 0));
    return cells;
  });
  const categories = input["categories"] === undefined ? Array.from({ length: q }, (_, i) => i) : categoriesAt(input["categories"], q);
  return { counts: Float64Array.from(counts), categories };
}

/** Disagreement weights of one's own, q×q. @throws BadInput unless symmetric, ≥ 0 and 0 on the diagonal */
export function weightsAt(value: unknown, q: number): Float64Array {
  const place = "input.disagreementWeights";
  const rows = eachAt(value, place, (row, at) => numbersAt(row, at, q));
  if (rows.length !== q) throw new BadInput(place, `should have ${q} rows, and has ${rows.length}`);
  rows.forEach((row, c) =>
    row.forEach((weight, k) => {
      const at = `${place}[${c}][${k}]`;
      if (c === k && weight !== 0) refuse(at, "0, since it is on the diagonal", weight);
      numberFrom(weight, at, 0);
      if (weight !== rows[k]?.[c]) refuse(at, `equal to ${place}[${k}][${c}]`, weight);
    }),
  );
  return Float64Array.from(rows.flat());
}

function codeAt(value: unknown, place: string): Code | null {
  if (value === null || typeof value === "string") return value;
  return typeof value === "number" ? numberAt(value, place) : refuse(place, "a number, a name or null", value);
}

function categoriesAt(value: unknown, length?: number): Code[] {
  const place = "input.categories";
  const categories = eachAt(value, place, (entry, at) => codeAt(entry, at) ?? nameAt(entry, at));
  categories.forEach((category, i) => {
    if (categories.indexOf(category) < i) refuse(`${place}[${i}]`, "named once", category);
  });
  if (length !== undefined && categories.length !== length) throw new BadInput(place, `should have ${length} categories, and has ${categories.length}`);
  if (categories.length > 32_767) throw new BadInput(place, "has more than 32767 categories");
  return categories;
}

/** What occurs: numbers by size, then names by their letters. */
function observed(rows: readonly (readonly (Code | null)[])[]): Code[] {
  const codes = [...new Set(rows.flat())].filter((code) => code !== null);
  const numbers = codes.filter((code) => typeof code === "number").sort((a, b) => a - b);
  if (codes.length > 32_767) throw new BadInput("input.matrix", "has more than 32767 different codes");
  return [...numbers, ...codes.filter((code) => typeof code === "string").sort()];
}

function coded(categories: readonly Code[], declared: boolean, items: number, coders: number, values: Int16Array): Coded {
  const numbers = categories.filter((category) => typeof category === "number");
  const scale = numbers.length === categories.length ? numbers : null;
  return { ordered: declared || scale !== null, table: { items, coders, categories: categories.map(String), scale, values } };
}

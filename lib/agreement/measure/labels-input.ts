import { type Labels, labelsOf } from "../aggregation/labels";
import { BadInput, type Fields } from "./metric";
import { eachAt, formAt, listAt, nameAt, refuse } from "./read";

/** Labels of a file, and the names behind their indices. */
export type NamedLabels = { readonly labels: Labels; readonly items: readonly string[]; readonly coders: readonly string[]; readonly categories: readonly string[] };

/**
 * The `labels` form: rows of [item, annotator, label]. Names are taken in the order of `labelOrder` and `annotatorOrder`
 * where the file has them, else sorted. @throws BadInput
 */
export function labelsAt(input: Fields): NamedLabels {
  formAt(input, "labels");
  const rows = eachAt(input["rows"], "input.rows", (row, place): [string, string, string] => {
    const entries = listAt(row, place);
    if (entries.length !== 3) throw new BadInput(place, `should be [item, annotator, label], and has ${entries.length} entries`);
    return [nameAt(entries[0], `${place}[0]`), nameAt(entries[1], `${place}[1]`), nameAt(entries[2], `${place}[2]`)];
  });
  const items = sorted(rows.map(([item]) => item));
  const coders = orderAt(input, "annotatorOrder") ?? sorted(rows.map(([, coder]) => coder));
  const categories = orderAt(input, "labelOrder") ?? sorted(rows.map(([, , label]) => label));
  const [itemAt, coderAt, labelAt] = [items, coders, categories].map((names) => new Map(names.map((name, index) => [name, index])));
  const triples = rows.flatMap(([item, coder, label], i) => [
    itemAt?.get(item) ?? 0,
    coderAt?.get(coder) ?? refuse(`input.rows[${i}][1]`, "one of input.annotatorOrder", coder),
    labelAt?.get(label) ?? refuse(`input.rows[${i}][2]`, "one of input.labelOrder", label),
  ]);
  return { labels: labelsOf(items.length, coders.length, categories.length, triples), items, coders, categories };
}

function orderAt(input: Fields, key: string): string[] | null {
  if (input[key] === undefined) return null;
  const names = eachAt(input[key], `input.${key}`, nameAt);
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) refuse(`input.${key}[${i}]`, "named once", name);
  });
  return names;
}

/** Each name once: by size where all are numbers, else by their letters. */
function sorted(names: readonly string[]): string[] {
  const once = [...new Set(names)];
  const numeric = once.every((name) => name.trim() !== "" && Number.isFinite(Number(name)));
  return numeric ? once.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1)) : once.sort();
}

import { BadInput, type Fields } from "./metric";
import { eachAt, fieldsAt, listAt, nameAt, wholeAt } from "./read";

/** The longest text whose characters are counted. */
export const LONGEST = 1_000_000_000;

/** A unit of a file: half-open, in characters of the text, with its label. */
export type Unit = { readonly start: number; readonly end: number; readonly label: string };
/** A text of a file: each coder with the units they marked, which may be none. */
export type Doc = { readonly length: number; readonly coders: readonly (readonly Unit[])[] };

/** The units of the list at `place`, each `[start, end, label]` within `from` to `to`. @throws BadInput */
export function unitsAt(value: unknown, place: string, from = 0, to = LONGEST): Unit[] {
  return eachAt(value, place, (entry, at) => {
    const [start, end, label] = listAt(entry, at);
    const unit = { start: wholeAt(start, `${at}[0]`, from, to), end: wholeAt(end, `${at}[1]`, from, to), label: nameAt(label, `${at}[2]`) };
    if (unit.start >= unit.end) throw new BadInput(at, "should end after it begins");
    return unit;
  });
}

/** The coders at `place`, an object of names and their units, in its order. @throws BadInput */
export function codersAt(value: unknown, place: string, from: number, to: number): Unit[][] {
  return Object.entries(fieldsAt(value, place)).map(([name, units]) => unitsAt(units, `${place}.${name}`, from, to));
}

/** The texts of `input.docs`. @throws BadInput */
export function docsOf(input: Fields): Doc[] {
  return eachAt(input["docs"], "input.docs", (entry, at) => {
    const doc = fieldsAt(entry, at);
    const length = wholeAt(doc["length"], `${at}.length`, 0, LONGEST);
    return { length, coders: codersAt(doc["coders"], `${at}.coders`, 0, length) };
  });
}

/** The names of the labels in the order in which they are first met. */
export const labelsIn = (...lists: readonly (readonly Unit[])[]): string[] => [...new Set(lists.flat().map(({ label }) => label))];

/** Units of coders as quadruples coder, start, end, number of the label, with `origin` as place 0. */
export const quadruples = (coders: readonly (readonly Unit[])[], labels: readonly string[], origin = 0): number[] =>
  coders.flatMap((units, coder) => units.flatMap(({ start, end, label }) => [coder, start - origin, end - origin, labels.indexOf(label)]));

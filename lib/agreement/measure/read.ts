import { BadInput, type Fields } from "./metric";

/** How a value is named in a message: its JSON, cut short. */
function named(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Refuses the value at `place`. @throws BadInput always */
export function refuse(place: string, wanted: string, value: unknown): never {
  throw new BadInput(place, `should be ${wanted}, and is ${named(value)}`);
}

/** The object at `place`. @throws BadInput */
export function fieldsAt(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(place, "an object", value);
  return value as Fields;
}

/** The list at `place`. @throws BadInput */
export function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) refuse(place, "a list", value);
  return value;
}

/** Beyond this a square or a product leaves the numbers of a computer. */
const MOST = 1e100;

/** The number at `place`. @throws BadInput also beyond ±1e100 */
export function numberAt(value: unknown, place: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) refuse(place, "a number", value);
  if (Math.abs(value) > MOST) refuse(place, "a number between -1e100 and 1e100", value);
  return value;
}

/** The number of at least `least` at `place`. @throws BadInput */
export function numberFrom(value: unknown, place: string, least: number): number {
  const number = numberAt(value, place);
  if (number < least) refuse(place, `a number of ${least} or more`, value);
  return number;
}

/** The whole number from `least` to `most` at `place`. @throws BadInput */
export function wholeAt(value: unknown, place: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    refuse(place, most === Number.MAX_SAFE_INTEGER ? `a whole number of ${least} or more` : `a whole number from ${least} to ${most}`, value);
  }
  return value as number;
}

/** The name at `place`: a string, or a number as it is written. @throws BadInput */
export function nameAt(value: unknown, place: string): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") refuse(place, "a name", value);
  return value;
}

/** Every entry of the list at `place`, read by `read`. @throws BadInput */
export function eachAt<T>(value: unknown, place: string, read: (entry: unknown, place: string) => T): T[] {
  return listAt(value, place).map((entry, i) => read(entry, `${place}[${i}]`));
}

/** The numbers of the list at `place`; `length` of them where it is given. @throws BadInput */
export function numbersAt(value: unknown, place: string, length?: number): number[] {
  const numbers = eachAt(value, place, numberAt);
  if (length !== undefined && numbers.length !== length) throw new BadInput(place, `should have ${length} numbers, and has ${numbers.length}`);
  return numbers;
}

/** Refuses a form of input that the metric does not take; a file without one is taken as it is. @throws BadInput */
export function formAt(input: Fields, ...forms: readonly string[]): void {
  const form = input["form"];
  if (form !== undefined && !forms.includes(form as string)) refuse("input.form", forms.map((one) => `"${one}"`).join(" or "), form);
}

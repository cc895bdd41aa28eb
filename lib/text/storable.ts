// U+0000 and halves of surrogate pairs: no database stores the first, no UTF-8 has the second.
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text with U+FFFD for every character that no database stores (U+0000, halves of surrogate pairs); as long as before. */
export const storable = (text: string): string => text.replace(UNSTORABLE, "\ufffd");

/** A value as JSON has it, with every text and every key in it made storable. Bytes and moments stay as they are. */
export function storableIn<T>(value: T): T {
  if (typeof value === "string") return storable(value) as T;
  if (value === null || typeof value !== "object" || value instanceof Uint8Array || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(storableIn) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storable(key), storableIn(one as unknown)])) as T;
}

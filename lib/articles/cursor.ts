import { isId } from "@/lib/kernel/id";

/** A place in the list: behind or before the article with this moment and id; `at` is its number in the list, for show only. */
export type Cursor = { readonly createdAt: string; readonly id: string; readonly at: number };

/** The cursor as it stands in an address. */
export const writeCursor = (cursor: Cursor): string => `${Date.parse(cursor.createdAt).toString(36)}.${cursor.id}.${cursor.at}`;

/** Reads what `writeCursor` wrote; null for anything else. */
export function readCursor(text: string): Cursor | null {
  const [moment = "", id = "", at = "", ...rest] = text.split(".");
  if (rest.length > 0 || !/^[0-9a-z]{1,9}$/u.test(moment) || !isId(id) || !/^\d{1,9}$/u.test(at)) return null;
  const time = new Date(Number.parseInt(moment, 36));
  return Number.isNaN(time.getTime()) ? null : { createdAt: time.toISOString(), id: id.toLowerCase(), at: Number(at) };
}

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

/** A place in a search: behind the article with this rank (a float of 32 bits) and id; `at` is its number in the list, for show only. */
export type RankCursor = { readonly rank: number; readonly id: string; readonly at: number };

const bits = new DataView(new ArrayBuffer(4));

/** The place as it stands in an address, with every bit of the rank. */
export function writeRankCursor({ rank, id, at }: RankCursor): string {
  bits.setFloat32(0, rank);
  return `r${bits.getUint32(0).toString(36)}.${id}.${at}`;
}

/** Reads what `writeRankCursor` wrote; null for anything else. */
export function readRankCursor(text: string): RankCursor | null {
  const [rank = "", id = "", at = "", ...rest] = text.split(".");
  if (rest.length > 0 || !/^r[0-9a-z]{1,7}$/u.test(rank) || !isId(id) || !/^\d{1,9}$/u.test(at)) return null;
  const number = Number.parseInt(rank.slice(1), 36);
  if (number > 0xffffffff) return null;
  bits.setUint32(0, number);
  const value = bits.getFloat32(0);
  return Number.isFinite(value) ? { rank: value, id: id.toLowerCase(), at: Number(at) } : null;
}

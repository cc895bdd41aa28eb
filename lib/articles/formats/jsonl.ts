import { z } from "zod";
import { err, ok, type Result } from "@/lib/kernel/result";
import { storable } from "@/lib/text/storable";
import { lackingWords, MOST_COLUMNS } from "./csv";
import { decodeText } from "./decode";
import { megabytes, type Limits } from "./limits";
import { isRead, linesOf, wholeOf, type Line } from "./lines";
import { guessMapping, mapped } from "./mapping";
import type { ByteSource, Cursor, Mapping, ReadResult } from "./record";
import { count, refuse, take, type Trouble } from "./trouble";

/** Keys are shown and remembered, so that those are taken as they are written everywhere. */
const objectSchema = z.record(z.string(), z.unknown()).transform((item) => (Object.keys(item).every((key) => storable(key) === key) ? item : Object.fromEntries(Object.entries(item).map(([key, value]) => [storable(key), value]))));
/** What a key may hold: words, a number, or several words (as of authors or paragraphs). Objects within objects are not looked into. */
const valueSchema = z.union([z.string(), z.number().transform(String), z.array(z.string()), z.null()]);

type Options = { readonly mapping: Mapping | null; readonly from: Cursor | null; readonly limits: Limits };
type Item = { readonly [key: string]: unknown };

/** How far into a file keys are looked for. */
const HEAD_BYTES = 1 << 20;
const HEAD_LINES = 100;

/** The first objects of a file of JSON lines, and all the keys they have, in their order. */
export async function jsonlHead(source: ByteSource, limits: Limits): Promise<{ columns: string[]; items: Item[] }> {
  const items: Item[] = [];
  for await (const line of linesOf(source, { byte: 0, line: 1 }, limits.pageBytes)) {
    const item = objectOf(line, limits);
    if (item.ok && item.value !== null) items.push(item.value);
    if (line.number >= HEAD_LINES || line.end >= HEAD_BYTES) break;
  }
  return { columns: keysOf(items), items };
}

const keysOf = (items: readonly Item[]): string[] => [...new Set(items.flatMap((item) => Object.keys(item).slice(0, MOST_COLUMNS)))].slice(0, MOST_COLUMNS);

/** What a key of an object holds, as words, with `between` between several; null where it is not there or holds something else. */
export function wordsOf(item: Item, key: string, between = ", "): string | null {
  const value = valueSchema.safeParse(Object.hasOwn(item, key) ? item[key] : null);
  if (!value.success) return null;
  return Array.isArray(value.data) ? value.data.join(between) : value.data;
}

/** The object of a line; null for a blank line. */
function objectOf(line: Line, limits: Limits): Result<Item | null, Trouble> {
  const at = `Line ${count(line.number)}`;
  if (line.bytes === null) return err({ code: "line_too_large", message: `${at} has more than ${megabytes(limits.pageBytes)}.` });
  const decoded = decodeText(line.bytes, null, { start: line.start });
  if (!decoded.ok) return err({ ...decoded.error, message: `${at}: ${decoded.error.message}` });
  if (decoded.value.trim() === "") return ok(null);
  try {
    const item = objectSchema.safeParse(JSON.parse(decoded.value));
    return item.success ? ok(item.data) : err({ code: "not_an_object", message: `${at} is JSON, but no object in braces.` });
  } catch {
    return err({ code: "not_json", message: `${at} is not JSON.` });
  }
}

/** The records of a file of JSON lines; a line that cannot be read is refused, and the rest goes on. Blank lines are passed over. */
export async function* readJsonl(source: ByteSource, options: Options): AsyncGenerator<ReadResult> {
  const { limits } = options;
  if (isRead(source, options.from)) return;
  const { columns } = options.mapping === null ? await jsonlHead(source, limits) : { columns: [] };
  const mapping = options.mapping ?? guessMapping(columns);
  const from = options.from ?? { record: 0, byte: 0, line: 1 };
  if (options.mapping === null && columns.length > 0) {
    const lacking = lackingWords(mapping, columns);
    if (lacking !== null) return yield refuse({}, lacking, { record: from.record + 1, byte: source.size, line: from.line });
  }
  let record = from.record;
  for await (const line of linesOf(source, from, limits.pageBytes)) {
    const item = objectOf(line, limits);
    if (item.ok && item.value === null) continue;
    const next: Cursor = { record: ++record, byte: line.end, line: line.number + 1 };
    if (!item.ok) yield refuse({ line: line.number }, item.error, next);
    else if (item.value !== null) yield oneItem(item.value, line.number, `Line ${count(line.number)}`, mapping, limits, next);
  }
}

function oneItem(item: Item, line: number, at: string, mapping: Mapping, limits: Limits, next: Cursor): ReadResult {
  for (const key of [mapping.text, mapping.html]) {
    if (key == null || !Object.hasOwn(item, key) || valueSchema.safeParse(item[key]).success) continue;
    return refuse({ line }, { code: "not_words", message: `${at}: “${key}” holds no words.` }, next);
  }
  const found = mapped((key) => wordsOf(item, key, key === mapping.text || key === mapping.html ? "\n\n" : ", "), mapping, limits);
  if (!found.ok) return refuse({ line }, { ...found.error, message: `${at}: ${found.error.message}` }, next);
  return take({ place: { line }, ...found.value, raw: null }, next);
}

/** The list of a JSON file, which is read whole; one object is a list of one. */
export async function jsonArray(source: ByteSource, limits: Limits): Promise<unknown[] | Trouble> {
  if (source.size > limits.pageBytes) {
    return { code: "list_too_large", message: `A JSON list is read whole, up to ${megabytes(limits.pageBytes)}. Write one object per line (JSON lines) and try again.` };
  }
  const decoded = decodeText(await wholeOf(source), null);
  if (!decoded.ok) return decoded.error;
  try {
    const list: unknown = JSON.parse(decoded.value);
    if (Array.isArray(list)) return list;
    return objectSchema.safeParse(list).success ? [list] : { code: "not_a_list", message: "The file is JSON, but neither a list nor an object." };
  } catch (error) {
    return { code: "not_json", message: `The file is not JSON. ${error instanceof SyntaxError ? `${error.message.slice(0, 200)}.` : ""}`.trim() };
  }
}

/** The keys and first objects of a JSON list. */
export const arrayHead = (list: readonly unknown[]): { columns: string[]; items: Item[] } => {
  const items = list.slice(0, HEAD_LINES).flatMap((each) => {
    const item = objectSchema.safeParse(each);
    return item.success ? [item.data] : [];
  });
  return { columns: keysOf(items), items };
};

/** The records of a JSON file that is one list. In places and cursors, `line` is the number of the object in the list, from 1. */
export async function* readJsonArray(source: ByteSource, options: Options): AsyncGenerator<ReadResult> {
  const { limits } = options;
  if (isRead(source, options.from)) return;
  const end: Cursor = { record: (options.from?.record ?? 0) + 1, byte: source.size, line: 0 };
  const list = await jsonArray(source, limits);
  if (!Array.isArray(list)) return yield refuse({}, list, end);
  const { columns } = arrayHead(list);
  const mapping = options.mapping ?? guessMapping(columns);
  const lacking = lackingWords(mapping, columns);
  if (lacking !== null) return yield refuse({}, lacking, end);
  let record = options.from?.record ?? 0;
  for (let i = (options.from?.line ?? 1) - 1; i < list.length; i++) {
    const next: Cursor = { record: ++record, byte: Math.floor((source.size * (i + 1)) / list.length), line: i + 2 };
    const item = objectSchema.safeParse(list[i]);
    const at = `Object ${count(i + 1)}`;
    yield item.success
      ? oneItem(item.data, i + 1, at, mapping, limits, next)
      : refuse({ line: i + 1 }, { code: "not_an_object", message: `${at} of the list is no object in braces.` }, next);
  }
}

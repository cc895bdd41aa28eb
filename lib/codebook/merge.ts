import type { CodebookContent } from "./content";
import { mergeOrder } from "./merge-order";
import { same } from "./same";

/**
 * A place that two coordinators changed in different ways. `path` leads to it by keys and ids; what one of them took
 * away is undefined there. A path that ends in `ORDER` is about the order of a list, and holds ids.
 */
export type Conflict = { readonly path: readonly string[]; readonly base: unknown; readonly mine: unknown; readonly theirs: unknown };

/** The last step of a path to the order of a list. */
export const ORDER = "(order)";

type Item = { readonly id: string };
type Fields = Readonly<Record<string, unknown>>;

/** Lists whose items are known by their ids. Everything else that is not a record below is one value. */
const LISTS: readonly string[] = ["framing", "rules", "sets", "labels"];
const isList = (path: readonly string[]): boolean => LISTS.includes(path.at(-1) ?? "");
const isRecord = (path: readonly string[]): boolean => path.length === 0 || path.at(-1) === "asks" || isList(path.slice(0, -1));

/**
 * Joins what two people made of the same content, field by field. Where only one of them changed a field, the change
 * stands; where both did in different ways it is a conflict, and the merged content has `theirs` until one is chosen.
 */
export function mergeContents(base: CodebookContent, mine: CodebookContent, theirs: CodebookContent): { merged: CodebookContent; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const merged = merge(base, mine, theirs, [], conflicts) as CodebookContent;
  return { merged, conflicts };
}

function merge(base: unknown, mine: unknown, theirs: unknown, path: readonly string[], conflicts: Conflict[]): unknown {
  if (same(mine, theirs) || same(base, mine)) return theirs;
  if (same(base, theirs)) return mine;
  const whole = base !== undefined && mine !== undefined && theirs !== undefined;
  if (whole && isList(path)) return mergeList(base as Item[], mine as Item[], theirs as Item[], path, conflicts);
  if (whole && isRecord(path)) return mergeRecord(base as Fields, mine as Fields, theirs as Fields, path, conflicts);
  conflicts.push({ path, base, mine, theirs });
  // What one took away and the other went on with is kept.
  return theirs === undefined ? mine : theirs;
}

const mergeRecord = (base: Fields, mine: Fields, theirs: Fields, path: readonly string[], conflicts: Conflict[]): Fields =>
  Object.fromEntries([...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((key) => [key, merge(base[key], mine[key], theirs[key], [...path, key], conflicts)] as const).filter(([, value]) => value !== undefined));

function mergeList(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[], path: readonly string[], conflicts: Conflict[]): Item[] {
  const [was, here, there] = [base, mine, theirs].map((list) => new Map(list.map((item) => [item.id, item]))) as [Map<string, Item>, Map<string, Item>, Map<string, Item>];
  const kept = new Map<string, Item>();
  for (const id of new Set([...there.keys(), ...here.keys()])) {
    const item = merge(was.get(id), here.get(id), there.get(id), [...path, id], conflicts) as Item | undefined;
    if (item !== undefined) kept.set(id, item);
  }
  const order = mergeOrder([...was.keys()], [...here.keys()], [...there.keys()], new Set(kept.keys()));
  if (order.conflict) conflicts.push({ path: [...path, ORDER], base: [...was.keys()], mine: [...here.keys()], theirs: [...there.keys()] });
  return order.ids.flatMap((id) => kept.get(id) ?? []);
}

/** The merged content with one side's choice at the place of a conflict. */
export function choose(merged: CodebookContent, conflict: Conflict, side: "mine" | "theirs"): CodebookContent {
  return put(merged, conflict.path, conflict[side]) as CodebookContent;
}

function put(at: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(at)) {
    const items = at as Item[];
    if (step === ORDER) return sorted(items, value as string[]);
    if (!items.some((item) => item.id === step)) return rest.length === 0 && value !== undefined ? [...items, value] : items;
    return items.map((item) => (item.id === step ? put(item, rest, value) : item)).filter((item) => item !== undefined);
  }
  const fields = at as Fields;
  return { ...fields, [step]: put(fields[step], rest, value) };
}

// Items that the order does not know stay behind the one that they stand behind.
function sorted(items: readonly Item[], order: readonly string[]): Item[] {
  const { ids } = mergeOrder(order, order, items.map((item) => item.id), new Set(items.map((item) => item.id)), order);
  return ids.flatMap((id) => items.filter((item) => item.id === id));
}

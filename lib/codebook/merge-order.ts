/**
 * The order of a list out of the orders that two people gave it. What all three lists have keeps the order of
 * whoever changed it; both changing it in different ways is a conflict, and `theirs` stands (or `forced`, where
 * given). Anything else follows what it stood behind; of two at the same place the smaller id comes first.
 */
export function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[], kept: ReadonlySet<string>, forced?: readonly string[]): { ids: string[]; conflict: boolean } {
  const everywhere = new Set(base.filter((id) => kept.has(id) && mine.includes(id) && theirs.includes(id)));
  const common = (list: readonly string[]): string[] => list.filter((id) => everywhere.has(id));
  const [was, here, there] = [common(base), common(mine), common(theirs)];
  const equal = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
  const conflict = !equal(here, there) && !equal(was, here) && !equal(was, there);
  const spine = forced ? common(forced) : equal(was, there) ? here : there;
  return { ids: place(spine, followers([mine, theirs], everywhere, kept), kept), conflict };
}

/** For every id (or "", the beginning) what comes directly behind it and is not everywhere. */
function followers(lists: readonly (readonly string[])[], everywhere: ReadonlySet<string>, kept: ReadonlySet<string>): Map<string, string[]> {
  const before = new Map<string, string>();
  for (const list of lists) {
    let last = "";
    for (const id of list.filter((one) => kept.has(one))) {
      if (!everywhere.has(id)) before.set(id, before.has(id) && before.get(id)! < last ? before.get(id)! : last);
      last = id;
    }
  }
  const behind = new Map<string, string[]>();
  for (const [id, at] of before) behind.set(at, [...(behind.get(at) ?? []), id].toSorted());
  return behind;
}

function place(spine: readonly string[], behind: ReadonlyMap<string, readonly string[]>, kept: ReadonlySet<string>): string[] {
  const placed = new Set<string>();
  const put = (id: string): void => {
    if (placed.has(id)) return;
    if (id !== "") placed.add(id);
    for (const next of behind.get(id) ?? []) put(next);
  };
  ["", ...spine].forEach(put);
  // Two that stand behind each other on the two sides have no place of their own.
  [...kept].toSorted().forEach(put);
  return [...placed];
}

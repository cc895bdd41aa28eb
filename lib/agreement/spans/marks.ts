/** What one coder marked in one text, in order: mark i has the parts `parts[2·from[i]]…` (start, end; half-open, in code points, in order and apart) and `labels[i]`; `reach[i]` is the furthest end of marks 0 to i. Made by `marksOf`. */
export type Marks = { readonly count: number; readonly from: Int32Array; readonly parts: Int32Array; readonly labels: Int32Array; readonly reach: Int32Array };

/** A mark as it is handed in: parts in the order of the text, and the number of its label. */
export type Mark = { readonly parts: readonly (readonly [start: number, end: number])[]; readonly label: number };

/** Marks in any order, sorted by their parts and then the label, so that two coders are compared in one pass. Throws a RangeError for a mark without parts or with an empty one. */
export function marksOf(list: readonly Mark[]): Marks {
  const sorted = inOrder(list) ? list : [...list].sort(compared);
  const count = sorted.length;
  const from = new Int32Array(count + 1);
  const labels = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = sorted[i]!.label;
    from[i + 1] = from[i]! + sorted[i]!.parts.length;
    if (from[i] === from[i + 1]) throw new RangeError("A mark needs characters");
  }
  const places = new Int32Array(from[count]! * 2);
  let at = 0;
  for (let i = 0; i < count; i++) for (const part of sorted[i]!.parts) {
    if (part[0] >= part[1]) throw new RangeError("A mark needs characters");
    places[at++] = part[0];
    places[at++] = part[1];
  }
  const reach = new Int32Array(count);
  for (let i = 0; i < count; i++) reach[i] = Math.max(i > 0 ? reach[i - 1]! : 0, places[from[i + 1]! * 2 - 1]!);
  return { count, from, parts: places, labels, reach };
}

function inOrder(list: readonly Mark[]): boolean {
  for (let i = 1; i < list.length; i++) if (compared(list[i - 1]!, list[i]!) > 0) return false;
  return true;
}

function compared(a: Mark, b: Mark): number {
  for (let p = 0; p < a.parts.length && p < b.parts.length; p++) {
    const one = a.parts[p]!;
    const other = b.parts[p]!;
    if (one[0] !== other[0]) return one[0] - other[0];
    if (one[1] !== other[1]) return one[1] - other[1];
  }
  return a.parts.length - b.parts.length || a.label - b.label;
}

/** Characters of mark `i`. */
export function sizeOf({ from, parts }: Marks, i: number): number {
  let size = 0;
  for (let at = from[i]! * 2; at < from[i + 1]! * 2; at += 2) size += parts[at + 1]! - parts[at]!;
  return size;
}

/** Characters that mark `i` of one coder and mark `j` of another share. */
export function shared(a: Marks, i: number, b: Marks, j: number): number {
  return common(a.parts, a.from[i]! * 2, a.from[i + 1]! * 2, b.parts, b.from[j]! * 2, b.from[j + 1]! * 2);
}

/** Characters that two lists of ranges have in common; each list in order and apart. The lists lie in `a` and `b` between the given indices. */
export function common(a: Int32Array, from: number, to: number, b: Int32Array, begin: number, until: number): number {
  let sum = 0;
  for (let i = from, j = begin; i < to && j < until; ) {
    const both = Math.min(a[i + 1]!, b[j + 1]!) - Math.max(a[i]!, b[j]!);
    if (both > 0) sum += both;
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return sum;
}

/** The characters that have a label (any, with null), as ranges in order and apart. */
export function covered({ count, from, parts, labels }: Marks, label: number | null): Int32Array {
  const ranges: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    if (label !== null && labels[i] !== label) continue;
    for (let at = from[i]! * 2; at < from[i + 1]! * 2; at += 2) ranges.push([parts[at]!, parts[at + 1]!]);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const runs: number[] = [];
  for (const [start, end] of ranges) {
    if (runs.length > 0 && start <= runs.at(-1)!) runs[runs.length - 1] = Math.max(runs.at(-1)!, end);
    else runs.push(start, end);
  }
  return Int32Array.from(runs);
}

/** Which labels two coders used, in their order: sums of fractions must not depend on who comes first. */
export function labelsOf(a: Marks, b: Marks): number[] {
  return [...new Set([...a.labels, ...b.labels])].sort((one, other) => one - other);
}

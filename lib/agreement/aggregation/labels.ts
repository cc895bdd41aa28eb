/**
 * Who gave which item which label. `entries` are triples (item, coder, label) of indices, sorted by item, coder and label;
 * one coder may label an item more than once, and each time counts.
 */
export type Labels = { readonly items: number; readonly coders: number; readonly categories: number; readonly entries: Int32Array };

/**
 * Labels from triples in any order. They are sorted, so that sums are added in one order and the order of rows changes
 * nothing, not even the last bit.
 * @throws RangeError for an index outside its range
 */
export function labelsOf(items: number, coders: number, categories: number, triples: ArrayLike<number>): Labels {
  const keys = new Float64Array(triples.length / 3);
  for (let i = 0; i < keys.length; i++) {
    const [item, coder, label] = [triples[3 * i]!, triples[3 * i + 1]!, triples[3 * i + 2]!];
    if (!(item >= 0 && item < items && coder >= 0 && coder < coders && label >= 0 && label < categories)) throw new RangeError(`Label ${i} (${item}, ${coder}, ${label}) is outside the table`);
    keys[i] = (item * coders + coder) * categories + label;
  }
  keys.sort();
  const entries = new Int32Array(triples.length);
  keys.forEach((key, i) => {
    const pair = Math.floor(key / categories);
    entries[3 * i] = Math.floor(pair / coders);
    entries[3 * i + 1] = pair % coders;
    entries[3 * i + 2] = key % categories;
  });
  return { items, coders, categories, entries };
}

/** How often each item got each label, items × categories. */
export function votes({ items, categories, entries }: Labels): Float64Array {
  const counts = new Float64Array(items * categories);
  for (let at = 0; at < entries.length; at += 3) counts[entries[at]! * categories + entries[at + 2]!]! += 1;
  return counts;
}

/** The rows of `values` (each `width` long) divided by their sums; a row of zeros becomes equal shares. */
export function normalised(values: Float64Array, width: number): Float64Array {
  const shares = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += width) {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += values[at + i]!;
    for (let i = 0; i < width; i++) shares[at + i] = sum > 0 ? values[at + i]! / sum : 1 / width;
  }
  return shares;
}

/** Index of the first of ordered, disjoint ranges that ends after a position; their number where none does. O(log n). */
export function firstEndingAfter(ranges: readonly { readonly end: number }[], position: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? Infinity) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

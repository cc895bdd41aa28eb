/** Where the same passage stands in two columns, in pixels from the top of each. */
export type Anchor = { readonly here: number; readonly there: number };

/**
 * Where the other column has to stand when this one stands at `at`: between the two nearest passages that both tell,
 * in proportion. Anchors against the order of the others are passed over, since no scrolling follows them both.
 * @param ends how far each column can scroll
 */
export function alongside(at: number, anchors: readonly Anchor[], ends: Anchor): number {
  const kept: Anchor[] = [{ here: 0, there: 0 }];
  for (const anchor of [...anchors].sort((a, b) => a.here - b.here)) {
    const last = kept.at(-1)!;
    if (anchor.here > last.here && anchor.there >= last.there && anchor.here < ends.here && anchor.there <= ends.there) kept.push(anchor);
  }
  kept.push(ends);
  const next = kept.findIndex(({ here }, i) => i > 0 && here >= at);
  const [from, to] = next < 0 ? [ends, ends] : [kept[next - 1]!, kept[next]!];
  return to.here === from.here ? to.there : from.there + ((at - from.here) / (to.here - from.here)) * (to.there - from.there);
}

/** A range that belongs to something with an id. The unit is the caller's: code points in data, editor positions in the reader. */
export interface IdRange<Unit extends number = number> {
  readonly id: string;
  readonly start: Unit;
  readonly end: Unit;
}

/** A stretch over which the same ranges lie, and nothing changes. */
export interface Segment<Unit extends number = number> {
  readonly start: Unit;
  readonly end: Unit;
  /** Ids of the ranges over it: by start, then the longer first, then by id. */
  readonly ids: readonly string[];
}

/** The reading order of overlapping ranges: by start, then the longer first, then by id. */
export function byStartThenLength(a: IdRange, b: IdRange): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Sweeps ranges that may overlap into disjoint segments in order, which together cover exactly their union.
 * Ranges without length are left out. O(n log n + the size of the result).
 */
export function sweep<Unit extends number>(ranges: readonly IdRange<Unit>[]): Segment<Unit>[] {
  const waiting = ranges.filter((range) => range.end > range.start).sort(byStartThenLength);
  const edges = edgesOf(waiting);
  const segments: Segment<Unit>[] = [];
  let active: IdRange<Unit>[] = [];
  let next = 0;
  for (const [i, edge] of edges.entries()) {
    active = active.filter((range) => range.end > edge);
    for (let range = waiting[next]; range !== undefined && range.start === edge; range = waiting[++next]) active.push(range);
    const end = edges[i + 1];
    if (active.length > 0 && end !== undefined) add(segments, edge, end, [...new Set(active.map((range) => range.id))]);
  }
  return segments;
}

function edgesOf<Unit extends number>(ranges: readonly IdRange<Unit>[]): Unit[] {
  return [...new Set(ranges.flatMap((range) => [range.start, range.end]))].sort((a, b) => a - b);
}

/** Two touching parts of one mark make one segment, not two. */
function add<Unit extends number>(segments: Segment<Unit>[], start: Unit, end: Unit, ids: readonly string[]): void {
  const last = segments.at(-1);
  if (last !== undefined && last.end === start && last.ids.length === ids.length && last.ids.every((id, i) => id === ids[i])) {
    segments[segments.length - 1] = { start: last.start, end, ids };
  } else {
    segments.push({ start, end, ids });
  }
}

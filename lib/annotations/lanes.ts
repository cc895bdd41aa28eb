import { byStartThenLength, type IdRange } from "./segments";

/** How many underlines are drawn below a line; marks in further lanes are counted in a "+n". */
export const VISIBLE_LANES = 3;

/**
 * A lane (0, 1, 2, …) for every id, greedily by start, then the longer first: a mark keeps its lane from start to
 * end, and marks that overlap never share one. Several ranges of one id are held together from the first start to
 * the last end. Lanes from `VISIBLE_LANES` on are overflow.
 */
export function assignLanes(ranges: readonly IdRange[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const laneEnds: number[] = [];
  for (const { id, start, end } of [...hulls(ranges)].sort(byStartThenLength)) {
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}

/** How many of these marks have no lane that is drawn. */
export function overflow(ids: readonly string[], lanes: ReadonlyMap<string, number>): number {
  return ids.filter((id) => (lanes.get(id) ?? 0) >= VISIBLE_LANES).length;
}

function hulls(ranges: readonly IdRange[]): Iterable<IdRange> {
  const byId = new Map<string, IdRange>();
  for (const range of ranges) {
    if (range.end <= range.start) continue;
    const known = byId.get(range.id);
    byId.set(range.id, known === undefined ? range : { id: range.id, start: Math.min(known.start, range.start), end: Math.max(known.end, range.end) });
  }
  return byId.values();
}

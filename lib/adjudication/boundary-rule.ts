import type { SpanPart } from "@/lib/annotations/span";
import type { BoundaryRule, Cluster, ClusterSpan } from "./cluster";
import { lengthOf } from "./same-mark";
import { mergedMark, type MergedMark, strandsOf } from "./strands";

/** The words of a range of code points that lies inside some parts; what is cut out of a part keeps its words. */
function cut(parts: readonly SpanPart[], start: number, end: number): SpanPart | null {
  const part = parts.find((one) => one.start <= start && end <= one.end);
  return part ? { start, end, quote: [...part.quote].slice(start - part.start, end - part.start).join("") } : null;
}

const extentKey = (parts: readonly SpanPart[]): string => parts.map(({ start, end }) => `${start}-${end}`).join();

/** Shorter first; of equals the one that begins first, then the one with fewer passages. */
const byLength = (a: readonly SpanPart[], b: readonly SpanPart[]): number =>
  lengthOf(a) - lengthOf(b) || (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || a.length - b.length || (extentKey(a) < extentKey(b) ? -1 : 1);

/** The code points that more than half of the marks lie over, as runs with their words; blank ends are dropped. */
function majorityOf(extents: readonly (readonly SpanPart[])[]): SpanPart[] {
  const edges = [...new Set(extents.flat().flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const runs: { start: number; end: number }[] = [];
  for (const [i, start] of edges.slice(0, -1).entries()) {
    const end = edges[i + 1]!;
    const over = extents.filter((parts) => parts.some((part) => part.start <= start && end <= part.end)).length;
    if (over * 2 <= extents.length) continue;
    const last = runs.at(-1);
    if (last?.end === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs.flatMap(({ start, end }) => trimmed(quoteOf(extents, start, end)) ?? []);
}

// A run may be longer than any part of one mark; then its words are put together piece by piece.
function quoteOf(extents: readonly (readonly SpanPart[])[], start: number, end: number): SpanPart {
  let [at, quote] = [start, ""];
  while (at < end) {
    const reach = Math.max(...extents.flat().filter((part) => part.start <= at && at < part.end).map((part) => Math.min(part.end, end)));
    quote += extents.map((parts) => cut(parts, at, reach)).find((part) => part !== null)?.quote ?? "";
    at = reach;
  }
  return { start, end, quote };
}

function trimmed({ start, end, quote }: SpanPart): SpanPart | null {
  const points = [...quote];
  const blank = (point: string | undefined): boolean => point !== undefined && /\s/u.test(point);
  let [from, to] = [0, points.length];
  while (from < to && blank(points[from])) from += 1;
  while (to > from && blank(points[to - 1])) to -= 1;
  return from === to ? null : { start: start + from, end: end - (points.length - to), quote: points.slice(from, to).join("") };
}

/**
 * The extent that a rule makes of several. `shorter`, `longer`: the one with the fewest, most code points.
 * `majority`: the one that most annotators marked; of several marked equally often (as by two annotators who differ),
 * the code points that more than half of all marked, which for two is what both marked; where there are none, the
 * shortest of these. Equal lengths: the one that begins first. The order of the extents changes nothing.
 */
export function ruledExtent(rule: BoundaryRule, extents: readonly (readonly SpanPart[])[]): SpanPart[] {
  const sorted = [...extents].sort(byLength);
  if (rule === "shorter") return [...(sorted[0] ?? [])];
  if (rule === "longer") {
    const most = lengthOf(sorted.at(-1) ?? []);
    return [...(sorted.find((parts) => lengthOf(parts) === most) ?? [])];
  }
  const counts = new Map<string, number>();
  for (const parts of sorted) counts.set(extentKey(parts), (counts.get(extentKey(parts)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const frequent = sorted.filter((parts) => counts.get(extentKey(parts)) === most);
  if (new Set(frequent.map(extentKey)).size === 1) return [...(frequent[0] ?? [])];
  const shared = majorityOf(sorted);
  return shared.length > 0 ? shared : [...(frequent[0] ?? [])];
}

/** The marks that a rule makes of a cluster whose marks differ in nothing but their extent; null for any other. */
export function ruledMarks(rule: BoundaryRule, cluster: Cluster): MergedMark[] | null {
  if (cluster.state !== "boundaries") return null;
  return strandsOf(cluster)?.map((strand: ClusterSpan[]) => mergedMark(strand, ruledExtent(rule, strand.map(({ parts }) => parts)))) ?? null;
}

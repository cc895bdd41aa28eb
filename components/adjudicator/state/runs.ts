import type { Framing } from "@/lib/codebook/framing";
import { type IdRange, type Segment, sweep } from "@/lib/annotations/segments";
import { firstEndingAfter } from "@/lib/text/ranges";
import type { BlockData, SettledMark, ShownCluster } from "../types";

/** A stretch of a block that is drawn in one way. Code points. */
export type Run = {
  readonly start: number;
  readonly end: number;
  /** The cluster that it belongs to, or null. */
  readonly key: string | null;
  /** What was settled about it, each framing once. */
  readonly framings: readonly Framing[];
  /** It belongs to the extent that is being edited. */
  readonly drafted: boolean;
};

/** Ranges by ordinal of the block that they touch. */
export type ByBlock = ReadonlyMap<number, readonly IdRange[]>;

const NOTHING: readonly IdRange[] = [];
/** The first letter of an id says what it stands for. */
const [OF_CLUSTER, OF_SETTLED, OF_DRAFT] = ["c", "s", "d"] as const;

/** Which clusters lie over which block: the union of their marks. Computed once for a document. */
export function clustersByBlock(blocks: readonly BlockData[], clusters: readonly Pick<ShownCluster, "key" | "spans">[]): ByBlock {
  const ranges = clusters.flatMap(({ key, spans }) => sweep(spans.flatMap((span) => span.parts.map(({ start, end }) => ({ id: key, start, end })))).map(({ start, end }) => ({ id: OF_CLUSTER + key, start, end })));
  return byBlock(blocks, ranges);
}

/** Which settled marks lie over which block. What is as it was `before` keeps its identity, so that only blocks with news are drawn again. */
export function settledByBlock(blocks: readonly BlockData[], settled: readonly SettledMark[], before: ByBlock = new Map()): ByBlock {
  const after = byBlock(blocks, settled.flatMap((mark, i) => mark.parts.map(({ start, end }) => ({ id: `${OF_SETTLED}${i} ${mark.framing}`, start, end }))));
  return new Map([...after].map(([ordinal, ranges]) => [ordinal, keepSame(before.get(ordinal), ranges)]));
}

function byBlock(blocks: readonly BlockData[], ranges: readonly IdRange[]): ByBlock {
  const found = new Map<number, IdRange[]>();
  for (const range of ranges) {
    for (let i = firstEndingAfter(blocks, range.start); i < blocks.length; i += 1) {
      const block = blocks[i];
      if (block === undefined || block.start >= range.end) break;
      const here = found.get(block.ordinal) ?? [];
      here.push({ id: range.id, start: Math.max(range.start, block.start), end: Math.min(range.end, block.end) });
      found.set(block.ordinal, here);
    }
  }
  return found;
}

function keepSame(before: readonly IdRange[] | undefined, after: readonly IdRange[]): readonly IdRange[] {
  const same = before !== undefined && before.length === after.length && before.every((range, i) => framingIn(range.id) === framingIn(after[i]?.id ?? "") && range.start === after[i]?.start && range.end === after[i]?.end);
  return same ? before : after;
}

const framingIn = (id: string): string => id.slice(id.indexOf(" ") + 1);

/** The runs of a block, in order and without a gap: what belongs to no cluster, is not settled and not drafted stands between. */
export function runsOf(block: Pick<BlockData, "start" | "end">, clusters: readonly IdRange[] = NOTHING, settled: readonly IdRange[] = NOTHING, draft: readonly { readonly start: number; readonly end: number }[] = []): Run[] {
  const drafted = draft.filter(({ start, end }) => start < block.end && block.start < end).map(({ start, end }) => ({ id: OF_DRAFT, start: Math.max(start, block.start), end: Math.min(end, block.end) }));
  const runs: Run[] = [];
  let at = block.start;
  for (const segment of sweep([...clusters, ...settled, ...drafted])) {
    if (segment.start > at) runs.push(plain(at, segment.start));
    runs.push(runOf(segment));
    at = segment.end;
  }
  if (at < block.end || runs.length === 0) runs.push(plain(at, block.end));
  return runs;
}

const plain = (start: number, end: number): Run => ({ start, end, key: null, framings: [], drafted: false });

function runOf({ start, end, ids }: Segment): Run {
  const key = ids.find((id) => id.startsWith(OF_CLUSTER));
  const framings = new Set(ids.filter((id) => id.startsWith(OF_SETTLED)).map((id) => framingIn(id) as Framing));
  return { start, end, key: key === undefined ? null : key.slice(1), framings: [...framings], drafted: ids.includes(OF_DRAFT) };
}

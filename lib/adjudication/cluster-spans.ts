import { type Cluster, type ClusterSpan, type ClusterState, DIFFERENCES, type Difference } from "./cluster";
import { matchMarks } from "./match-marks";
import { differencesOf } from "./same-mark";

/** An annotator who submitted the article, and what of the text they were given: ranges in code points in order, null for all of it. */
export type Reader = { readonly memberId: string; readonly ranges: readonly { readonly start: number; readonly end: number }[] | null };

/**
 * The clusters of an article: marks that overlap in place whatever their target, directly or through others, over
 * all annotators, in the order of the text. Overlap is by parts: a mark of several passages does not take in what
 * lies in its gaps. Targets and labels must be given as they stand after merges, since they are compared by id.
 * Nothing depends on the order of spans or readers, nor on who is who.
 */
export function clusterSpans(spans: readonly ClusterSpan[], readers: readonly Reader[]): Cluster[] {
  return groupsOf(spans)
    .map((group) => clusterOf(group, readers))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
}

/** Spans that hang together by parts that share a code point. One sweep over the sorted parts: O(n log n). */
function groupsOf(spans: readonly ClusterSpan[]): ClusterSpan[][] {
  const parent = spans.map((_, i) => i);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[at] !== root) [parent[at], at] = [root, parent[at]!];
    return root;
  };
  const parts = spans.flatMap((span, index) => span.parts.map(({ start, end }) => ({ start, end, index }))).sort((a, b) => a.start - b.start);
  let [run, reach] = [-1, -1];
  for (const { start, end, index } of parts) {
    if (start < reach) parent[rootOf(index)] = rootOf(run);
    else run = index;
    reach = start < reach ? Math.max(reach, end) : end;
  }
  const groups = new Map<number, ClusterSpan[]>();
  spans.forEach((span, i) => {
    if (span.parts.length === 0) return;
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(span);
    else groups.set(root, [span]);
  });
  return [...groups.values()];
}

const startOf = (span: ClusterSpan): number => span.parts[0]?.start ?? 0;

function clusterOf(group: readonly ClusterSpan[], readers: readonly Reader[]): Cluster {
  const spans = [...group].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const inBlocks = (span: ClusterSpan, ranges: Reader["ranges"]): boolean => ranges === null || span.parts.every((part) => ranges.some((range) => range.start <= part.start && part.end <= range.end));
  const marked = new Set(spans.map((span) => span.memberId));
  const read = readers.filter(({ memberId, ranges }) => marked.has(memberId) || spans.some((span) => inBlocks(span, ranges))).map(({ memberId }) => memberId).sort();
  return {
    key: spans[0]!.id,
    start: startOf(spans[0]!),
    end: Math.max(...spans.map((span) => span.parts.at(-1)?.end ?? 0)),
    spans,
    readers: read,
    ...standingOf(spans, read.filter((memberId) => !marked.has(memberId)).length),
  };
}

/** What of the codes a difference belongs to. */
const isCode = (one: Difference): boolean => one !== "extent" && one !== "presence";

/**
 * How the marks stand to each other. `only_some` where somebody read the place and did not mark, or has no mark
 * across from one of another's; else `one_against_several` where all but one of three or more say the same; else the
 * first of target, code, voice that differs; `boundaries` where nothing but the extent does.
 */
function standingOf(spans: readonly ClusterSpan[], silent: number): { state: ClusterState; differs: Difference[] } {
  const byMember = new Map<string, ClusterSpan[]>();
  for (const span of spans) byMember.set(span.memberId, [...(byMember.get(span.memberId) ?? []), span]);
  const members = [...byMember.keys()];
  const all = new Set<Difference>(silent > 0 ? ["presence"] : []);
  // For each annotator, how many others say something else.
  const against = new Map(members.map((memberId) => [memberId, 0]));
  for (const [i, a] of members.entries())
    for (const b of members.slice(i + 1)) {
      const { pairs, alone } = matchMarks(byMember.get(a)!, byMember.get(b)!);
      const found = new Set<Difference>(pairs.flatMap(([left, right]) => differencesOf(left, right)));
      if (alone.length > 0) found.add("presence");
      for (const one of found) all.add(one);
      if ([...found].some(isCode)) for (const who of [a, b]) against.set(who, against.get(who)! + 1);
    }
  const differs = DIFFERENCES.filter((one) => all.has(one));
  return { differs, state: stateOf(all, silent, [...against.values()]) };
}

function stateOf(all: ReadonlySet<Difference>, silent: number, against: readonly number[]): ClusterState {
  if (all.size === 0) return "unanimous";
  const codes = [...all].some(isCode);
  if (silent > 0 || (all.has("presence") && !codes)) return "only_some";
  if (!codes) return "boundaries";
  if (against.length > 2 && !all.has("presence") && against.filter((n) => n === against.length - 1).length === 1 && against.filter((n) => n === 1).length === against.length - 1) return "one_against_several";
  if (all.has("target")) return "target";
  return ["framing", "directness", "device", "labels"].some((one) => all.has(one as Difference)) ? "code" : "voice";
}

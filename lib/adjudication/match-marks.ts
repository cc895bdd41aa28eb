import { bestMatching } from "@/lib/annotations/best-matching";
import type { ClusterSpan } from "./cluster";
import { contentKey, differencesOf, lengthOf, sharedLength } from "./same-mark";

/** The marks of one annotator and those of another in the same cluster, one to one. */
export type Matched = {
  readonly pairs: readonly (readonly [ClusterSpan, ClusterSpan])[];
  /** Marks of the one or the other that have none across from them. */
  readonly alone: readonly ClusterSpan[];
};

/** As many pairs as there can be, then the same target before the same framing before the rest before the larger overlap. */
const WEIGHTS = { pair: 64, target: 16, framing: 8, voice: 4, rest: 2 } as const;

/** How well two marks go together; 0 where they share no code point. */
function likeness(a: ClusterSpan, b: ClusterSpan): number {
  const shared = sharedLength(a.parts, b.parts);
  if (shared === 0) return 0;
  const differs = differencesOf(a, b);
  const same = (what: (typeof differs)[number], weight: number): number => (differs.includes(what) ? 0 : weight);
  return WEIGHTS.pair + same("target", WEIGHTS.target) + same("framing", WEIGHTS.framing) + same("voice", WEIGHTS.voice)
    + same("directness", WEIGHTS.rest / 4) + same("device", WEIGHTS.rest / 4) + same("labels", WEIGHTS.rest / 4) + shared / (lengthOf(a.parts) + lengthOf(b.parts) - shared);
}

const inOrder = (spans: readonly ClusterSpan[]): { span: ClusterSpan; key: string }[] =>
  spans.map((span) => ({ span, key: contentKey(span) })).sort((a, b) => (a.key === b.key ? (a.span.id < b.span.id ? -1 : 1) : a.key < b.key ? -1 : 1));

/**
 * Matches the marks of two annotators one to one, so that marks that one of them stacked over each other stay apart:
 * the same marks first, then the pairs with the largest sum of likeness. Who is named first changes nothing.
 */
export function matchMarks(one: readonly ClusterSpan[], other: readonly ClusterSpan[]): Matched {
  const [a, b] = [inOrder(one), inOrder(other)];
  const keys = (list: typeof a): string => list.map(({ key }) => key).join();
  const turned = keys(b) < keys(a);
  const [left, right] = turned ? [b, a] : [a, b];
  const waiting = new Map<string, ClusterSpan[]>();
  for (const { span, key } of right) waiting.set(key, [...(waiting.get(key) ?? []), span]);
  const pairs: [ClusterSpan, ClusterSpan][] = [];
  const taken = new Set<ClusterSpan>();
  const rest: ClusterSpan[] = [];
  for (const { span, key } of left) {
    const twin = waiting.get(key)?.shift();
    if (!twin) rest.push(span);
    else {
      pairs.push([span, twin]);
      taken.add(twin);
    }
  }
  const open = right.map(({ span }) => span).filter((span) => !taken.has(span));
  const found = bestMatching(rest.length, open.length, (l, r) => likeness(rest[l]!, open[r]!));
  for (const [l, r] of found) pairs.push([rest[l]!, open[r]!]);
  const alone = [...rest.filter((_, l) => !found.some(([at]) => at === l)), ...open.filter((_, r) => !found.some(([, at]) => at === r))];
  return { pairs: turned ? pairs.map(([l, r]) => [r, l] as const) : pairs, alone };
}

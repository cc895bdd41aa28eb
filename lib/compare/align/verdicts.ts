import type { PassageVerdict } from "../passage";

/** A sentence in the pool: which article it is of, and where it stands there (code points). */
export type Placed = { readonly articleId: string; readonly start: number; readonly end: number };
/** Two sentences of two articles, by their numbers in the pool, the smaller first. */
export type Pair = readonly [number, number];
/** What people said of sentences. */
export type Said = { readonly same: readonly Pair[]; /** As `pairKey` has them. */ readonly different: ReadonlySet<string>; /** All sentences of such pairs. */ readonly named: ReadonlySet<number> };

/** A pair of sentences in either order as one word. */
export const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Verdicts on places as verdicts on sentences: on every sentence of the one place with every one of the other that the
 * places overlap. Of two verdicts on the same sentences the later in the list holds; one on an article or place
 * that is not here says nothing.
 */
export function readVerdicts(sentences: readonly Placed[], verdicts: readonly PassageVerdict[]): Said {
  const last = new Map<string, { pair: Pair; verdict: PassageVerdict["verdict"] }>();
  for (const { articleId, start, end, otherId, otherStart, otherEnd, verdict } of verdicts) {
    for (const a of touched(sentences, { articleId, start, end })) {
      for (const b of touched(sentences, { articleId: otherId, start: otherStart, end: otherEnd })) {
        if (articleId !== otherId) last.set(pairKey(a, b), { pair: [Math.min(a, b), Math.max(a, b)], verdict });
      }
    }
  }
  const all = [...last.values()];
  const same = all.filter(({ verdict }) => verdict === "same").map(({ pair }) => pair);
  return {
    same: same.sort((x, y) => x[0] - y[0] || x[1] - y[1]),
    different: new Set(all.filter(({ verdict }) => verdict === "different").map(({ pair }) => pairKey(...pair))),
    named: new Set(all.flatMap(({ pair }) => pair)),
  };
}

const touched = (sentences: readonly Placed[], place: Placed): number[] =>
  sentences.flatMap(({ articleId, start, end }, i) => (articleId === place.articleId && start < place.end && place.start < end ? [i] : []));

/**
 * The groups that the verdicts "same" make. Where A is the same as B, and B as C, but A is not C, no group can hold all
 * three; then B stands in two groups, so that no verdict is lost: the first list is of groups apart from each other, the
 * second of those that share a sentence with them.
 */
export function groupsByHand({ same, different }: Said): { readonly first: readonly number[][]; readonly second: readonly number[][] } {
  const rounds: number[][][] = [];
  for (let left = same; left.length > 0; ) {
    const { groups, over } = oneRound(left, different);
    rounds.push(groups);
    left = over;
  }
  return { first: rounds[0] ?? [], second: rounds.slice(1).flat() };
}

function oneRound(pairs: readonly Pair[], different: ReadonlySet<string>): { groups: number[][]; over: Pair[] } {
  const groupOf = new Map<number, number[]>();
  const over: Pair[] = [];
  for (const pair of pairs) {
    const [one, other] = pair.map((sentence) => groupOf.get(sentence) ?? [sentence]) as [number[], number[]];
    if (one === other) continue;
    if (one.some((a) => other.some((b) => different.has(pairKey(a, b))))) {
      over.push(pair);
      continue;
    }
    const whole = [...new Set([...one, ...other])].sort((a, b) => a - b);
    for (const sentence of whole) groupOf.set(sentence, whole);
  }
  return { groups: [...new Set(groupOf.values())], over };
}

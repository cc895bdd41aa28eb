import { inText } from "../material/body";
import type { Material, MaterialSpan } from "../material/material";
import { CAUSES, type Cause } from "../report";
import { matchedMarks, type Matched } from "./matched-marks";

/** So many passages are shown of each kind. */
const EXAMPLES = 8;

type Differing = { readonly article: number; start: number; end: number; pairs: number };

/** In what two matched marks differ first: one is missing, then target, framing, voice and extent; null where in nothing. */
export function differsIn(one: MaterialSpan, other: MaterialSpan | null): Cause["kind"] | null {
  if (other === null) return "only_some";
  if (one.target !== other.target) return "target";
  if (one.framing !== other.framing) return "framing";
  if (one.voice !== other.voice) return "voice";
  return one.parts.length === other.parts.length && one.parts.every((place, i) => place === other.parts[i]) ? null : "extent";
}

/** The marks of every two annotators of every article, matched with each other. */
export const matchesOf = ({ articles }: Material): Matched[][] => articles.map(({ works }) => works.flatMap(({ spans }, i) => works.slice(i + 1).flatMap((peer) => matchedMarks(spans, peer.spans))));

/**
 * What annotators differ in, most first: over all pairs of annotators of an article, their marks matched by overlap.
 * Each difference counts under the first kind that it is of, so that the shares sum to 1. Passages of a kind that
 * overlap are one passage.
 */
export function causesOf({ articles }: Material, matches: readonly (readonly Matched[])[]): Cause[] {
  const found = new Map(CAUSES.map((kind) => [kind, { differences: 0, passages: [] as Differing[] }]));
  let all = 0;
  matches.forEach((matched, article) => {
    for (const { one, other } of matched) {
      const kind = differsIn(one, other);
      if (kind === null) continue;
      const of = found.get(kind)!;
      const [start, end] = [Math.min(one.parts[0]!, other?.parts[0] ?? Infinity), Math.max(one.parts.at(-1)!, other?.parts.at(-1) ?? 0)];
      of.differences += 1;
      of.passages.push({ article, start, end, pairs: 1 });
      all += 1;
    }
  });
  return [...found]
    .map(([kind, { differences, passages }]): Cause => {
      const joined = joinedPassages(passages);
      const examples = joined.sort((a, b) => b.pairs - a.pairs || a.article - b.article || a.start - b.start).slice(0, EXAMPLES);
      return { kind, passages: joined.length, share: all > 0 ? differences / all : 0, examples: examples.map(({ article, start, end }) => ({ articleId: articles[article]!.id, ...inText(start, end, articles[article]!.ranges), quote: "" })) };
    })
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => b.share - a.share || CAUSES.indexOf(a.kind) - CAUSES.indexOf(b.kind));
}

function joinedPassages(passages: readonly Differing[]): Differing[] {
  const joined: Differing[] = [];
  for (const one of [...passages].sort((a, b) => a.article - b.article || a.start - b.start)) {
    const last = joined.at(-1);
    if (last && last.article === one.article && one.start < last.end) {
      last.end = Math.max(last.end, one.end);
      last.pairs += 1;
    } else joined.push({ ...one });
  }
  return joined;
}

/**
 * Which values two annotators gave marks about the same words, as ordered pairs over all pairs of annotators: rows and
 * columns in the order of the values. Marks about different targets do not count, unless it is the target that is compared.
 */
export function markConfusion(matches: readonly (readonly Matched[])[], values: number, valueOf: (span: MaterialSpan) => number, acrossTargets: boolean): number[][] {
  const counts = Array.from({ length: values }, () => new Array<number>(values).fill(0));
  for (const matched of matches)
    for (const { one, other } of matched) {
      if (other === null || (!acrossTargets && one.target !== other.target)) continue;
      const [c, k] = [valueOf(one), valueOf(other)];
      if (c < 0 || k < 0) continue;
      counts[c]![k]! += 1;
      counts[k]![c]! += 1;
    }
  return counts;
}

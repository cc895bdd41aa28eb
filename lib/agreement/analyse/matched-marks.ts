import { bestMatching } from "@/lib/annotations/best-matching";
import type { MaterialSpan } from "../material/material";
import { common } from "../spans/marks";

/** Two marks of two annotators that are about the same words, or one that the other annotator has nothing for. */
export type Matched = { readonly one: MaterialSpan; readonly other: MaterialSpan } | { readonly one: MaterialSpan; readonly other: null };

const startOf = ({ parts }: MaterialSpan): number => parts[0]!;
const endOf = ({ parts }: MaterialSpan): number => parts.at(-1)!;
const size = ({ parts }: MaterialSpan): number => parts.reduce((sum, place, i) => sum + (i % 2 === 0 ? -place : place), 0);

/** Characters that two marks share. */
export const sharedBy = (one: MaterialSpan, other: MaterialSpan): number => common(one.parts, 0, one.parts.length, other.parts, 0, other.parts.length);

/**
 * The marks of two annotators of one article, matched one to one by overlap, as many as can be; of equally many those
 * with the same target and the most words in common. Marks that overlap none of the other's stand alone.
 */
export function matchedMarks(left: readonly MaterialSpan[], right: readonly MaterialSpan[]): Matched[] {
  const matched: Matched[] = [];
  for (const { left: ones, right: others } of runsOf(left, right)) {
    // Most runs are one mark, or one of each: there is nothing to choose.
    if (others.length === 0 || ones.length === 0) {
      for (const one of [...ones, ...others]) matched.push({ one, other: null });
      continue;
    }
    const pairs = ones.length === 1 && others.length === 1 ? (sharedBy(ones[0]!, others[0]!) > 0 ? [[0, 0] as const] : []) : bestMatching(ones.length, others.length, (i, j) => {
      const both = sharedBy(ones[i]!, others[j]!);
      // A match more outweighs any target, and a target any words.
      return both === 0 ? 0 : 1000 + (ones[i]!.target === others[j]!.target ? 1 : 0) + both / (size(ones[i]!) + size(others[j]!) - both);
    });
    const [taken, met] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
    for (const [i, j] of pairs) matched.push({ one: ones[i]!, other: others[j]! });
    ones.forEach((one, i) => !taken.has(i) && matched.push({ one, other: null }));
    others.forEach((one, j) => !met.has(j) && matched.push({ one, other: null }));
  }
  return matched;
}

/** Marks that hang together by overlap: only these can be matched with each other. */
function runsOf(left: readonly MaterialSpan[], right: readonly MaterialSpan[]): { left: MaterialSpan[]; right: MaterialSpan[] }[] {
  const all = [...left.map((span) => ({ span, side: "left" as const })), ...right.map((span) => ({ span, side: "right" as const }))].sort((a, b) => startOf(a.span) - startOf(b.span) || (a.span.id < b.span.id ? -1 : 1));
  const runs: { left: MaterialSpan[]; right: MaterialSpan[] }[] = [];
  let until = -1;
  for (const { span, side } of all) {
    if (startOf(span) >= until) runs.push({ left: [], right: [] });
    runs.at(-1)?.[side].push(span);
    until = Math.max(until, endOf(span));
  }
  return runs;
}

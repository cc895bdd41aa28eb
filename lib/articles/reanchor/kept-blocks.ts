import { diffArrays } from "diff";
import { editDistance } from "@/lib/text/approximate";
import { pointsOf } from "./place";

/** Texts with more differing paragraphs than this are told apart by their unchanged paragraphs alone. */
const MOST_EDITS = 4_000;
/** So much of two paragraphs is compared to tell an edited one from another. */
const COMPARED = 200;

/**
 * Which block of an old text is which of a new one, by their words: unchanged ones, those that stand elsewhere, and
 * edited ones between unchanged neighbours. A block that is gone is not in the answer.
 */
export function keptBlocks(before: readonly string[], after: readonly string[]): Map<number, number> {
  const kept = new Map<number, number>();
  const edited: [number, number][] = [];
  let [old, now] = [0, 0];
  for (const { count, added, removed } of diffArrays([...before], [...after], { maxEditLength: MOST_EDITS }) ?? []) {
    if (added) {
      if (now + count <= after.length) edited.push([old, now]);
      now += count;
    } else if (removed) old += count;
    else for (let i = 0; i < count; i++) kept.set(old++, now++);
  }
  const taken = new Set(kept.values());
  const keep = (from: number, to: number): void => {
    kept.set(from, to);
    taken.add(to);
  };
  const free = new Map<string, number[]>();
  after.forEach((words, i) => {
    if (!taken.has(i)) free.set(words, [...(free.get(words) ?? []), i]);
  });
  before.forEach((words, i) => {
    const to = kept.has(i) ? undefined : free.get(words)?.shift();
    if (to !== undefined) keep(i, to);
  });
  // Behind each run of what came new, the run of what went stands right before it: paragraph by paragraph.
  for (const [end, at] of edited) {
    let from = end;
    while (from > 0 && !kept.has(from - 1)) from -= 1;
    for (let i = 0; from + i < end; i++) if (!taken.has(at + i) && at + i < after.length && alike(before[from + i] ?? "", after[at + i] ?? "")) keep(from + i, at + i);
  }
  return kept;
}

function alike(a: string, b: string): boolean {
  const [x, y] = [pointsOf(a).slice(0, COMPARED), pointsOf(b).slice(0, COMPARED)];
  return editDistance(x, y) <= Math.max(x.length, y.length) / 2;
}

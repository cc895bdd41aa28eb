import { diffArrays } from "diff";
import { editDistance } from "@/lib/text/approximate";
import { pointsOf } from "./place";

/** Texts with more differing paragraphs than this are told apart by their unchanged paragraphs alone: time grows with the square. */
const MOST_EDITS = 1_000;
/** So much of two paragraphs is compared to tell an edited one from another. */
const COMPARED = 200;
/** So many pairs of edited paragraphs are tried against each other between two unchanged ones; beyond, each against those at its place. */
const MOST_PAIRS = 3_600;

/**
 * Which block of an old text is which of a new one, by their words: unchanged ones, those that stand elsewhere, and
 * edited ones between unchanged neighbours, whatever came or went beside them. A block that is gone is not in the answer.
 */
export function keptBlocks(before: readonly string[], after: readonly string[]): Map<number, number> {
  const kept = new Map<number, number>();
  const runs: { old: number[]; now: number[] }[] = [];
  let [old, now] = [0, 0];
  let run: { old: number[]; now: number[] } = { old: [], now: [] };
  for (const { count, added, removed } of diffArrays([...before], [...after], { maxEditLength: MOST_EDITS }) ?? []) {
    if (added) for (let i = 0; i < count; i++) run.now.push(now++);
    else if (removed) for (let i = 0; i < count; i++) run.old.push(old++);
    else {
      runs.push(run);
      run = { old: [], now: [] };
      for (let i = 0; i < count; i++) kept.set(old++, now++);
    }
  }
  runs.push(run);
  const taken = new Set(kept.values());
  const keep = (from: number, to: number): void => {
    kept.set(from, to);
    taken.add(to);
  };
  const free = new Map<string, { at: number[]; next: number }>();
  after.forEach((words, i) => {
    if (taken.has(i)) return;
    const same = free.get(words);
    if (same) same.at.push(i);
    else free.set(words, { at: [i], next: 0 });
  });
  before.forEach((words, i) => {
    const same = kept.has(i) ? undefined : free.get(words);
    const to = same?.at[same.next];
    if (same === undefined || to === undefined) return;
    same.next += 1;
    keep(i, to);
  });
  for (const { old, now } of runs) {
    const [gone, come] = [old.filter((i) => !kept.has(i)), now.filter((i) => !taken.has(i))];
    for (const [from, to] of edited(gone, come, before, after)) keep(from, to);
  }
  return kept;
}

/** Pairs of edited paragraphs in the order of both texts whose likenesses sum to the most. */
function edited(gone: readonly number[], come: readonly number[], before: readonly string[], after: readonly string[]): [number, number][] {
  if (gone.length === 0 || come.length === 0) return [];
  const starts = (of: readonly number[], words: readonly string[]): number[][] => of.map((i) => pointsOf((words[i] ?? "").slice(0, 2 * COMPARED)).slice(0, COMPARED));
  const [was, is] = [starts(gone, before), starts(come, after)];
  if (gone.length * come.length > MOST_PAIRS) return was.flatMap((a, i): [number, number][] => (is[i] && alike(a, is[i]) > 0 ? [[gone[i] ?? 0, come[i] ?? 0]] : []));
  const likeness = was.map((a) => is.map((b) => alike(a, b)));
  const best = Array.from({ length: was.length + 1 }, () => new Float64Array(is.length + 1));
  const [like, sum] = [(i: number, j: number): number => likeness[i]?.[j] ?? 0, (i: number, j: number): number => best[i]?.[j] ?? 0];
  for (let i = was.length - 1; i >= 0; i--) for (let j = is.length - 1; j >= 0; j--) best[i]![j] = Math.max(sum(i + 1, j), sum(i, j + 1), like(i, j) + sum(i + 1, j + 1));
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < was.length && j < is.length; ) {
    if (like(i, j) > 0 && sum(i, j) === like(i, j) + sum(i + 1, j + 1)) pairs.push([gone[i++] ?? 0, come[j++] ?? 0]);
    else if (sum(i, j) === sum(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How alike two beginnings of paragraphs are, 0..1; 0 for those that are not one, edited. */
function alike(a: readonly number[], b: readonly number[]): number {
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longer / 2) return 0;
  const errors = editDistance(a, b);
  return errors <= longer / 2 ? 1 - errors / (longer + 1) : 0;
}

import { common, covered, type Marks } from "./marks";

/** A run of characters that enough coders marked, and which share of the coders marked each of them on average (0..1). `label` is null where those who marked any of it gave several. */
export type Run = { readonly start: number; readonly end: number; readonly label: number | null; readonly share: number };

/**
 * The runs of characters that more than `threshold` (0..1, half by default) of the coders marked, whatever their labels,
 * or with each label: a starting point for whoever settles the marks, never a decision. A run is as long as it can be.
 * `coders`: the marks of each coder who finished the text, also of those who marked nothing. Sorted by place, then label.
 */
export function characterMajority(coders: readonly Marks[], by: "place" | "label", threshold = 0.5): Run[] {
  const labels = [...new Set(coders.flatMap((marks) => [...marks.labels]))];
  if (by === "place") return runsOf(coders, null, threshold).map((run) => ({ ...run, label: onlyLabel(coders, run) }));
  return labels.flatMap((label) => runsOf(coders, label, threshold)).sort((a, b) => a.start - b.start || a.end - b.end || a.label! - b.label!);
}

/** The one label that all marks within the run have, if there is one. */
function onlyLabel(coders: readonly Marks[], { start, end }: Run): number | null {
  const labels = new Set<number>();
  const run = Int32Array.of(start, end);
  for (const { count, from, parts, labels: own } of coders) for (let i = 0; i < count; i++) if (common(parts, from[i]! * 2, from[i + 1]! * 2, run, 0, 2) > 0) labels.add(own[i]!);
  const [only] = labels;
  return labels.size === 1 ? only! : null;
}

function runsOf(coders: readonly Marks[], label: number | null, threshold: number): Run[] {
  const steps = new Map<number, number>();
  for (const marks of coders) covered(marks, label).forEach((place, at) => steps.set(place, (steps.get(place) ?? 0) + (at % 2 === 0 ? 1 : -1)));
  const runs: Run[] = [];
  let [votes, start, weighed, before] = [0, -1, 0, 0];
  for (const place of [...steps.keys()].sort((a, b) => a - b)) {
    if (start >= 0) weighed += votes * (place - before);
    votes += steps.get(place)!;
    const enough = votes > threshold * coders.length;
    if (enough && start < 0) [start, weighed] = [place, 0];
    if (!enough && start >= 0) {
      runs.push({ start, end: place, label, share: weighed / (place - start) / coders.length });
      start = -1;
    }
    before = place;
  }
  return runs;
}

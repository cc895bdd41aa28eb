import { diffWordsWithSpace } from "diff";
import { keptBlocks } from "./kept-blocks";

/** Words that both texts have, or only one of them. */
export type DiffWords = { readonly words: string; readonly is: "same" | "new" | "gone" };
/** A paragraph of two texts side by side; unchanged ones are told by their number alone. */
export type DiffParagraph = { readonly is: "same"; readonly count: number } | { readonly is: "new" | "gone" | "edited" | "moved"; readonly words: readonly DiffWords[] };

/** Longer paragraphs are shown as gone and new, not word by word. */
const MOST_WORD_EDITS = 2_000;

/** What differs between two texts, paragraph by paragraph and, in edited ones, word by word; in the order of the new text. */
export function paragraphDiff(before: readonly string[], after: readonly string[]): DiffParagraph[] {
  const kept = keptBlocks(before, after);
  const from = new Map([...kept].map(([old, now]) => [now, old]));
  const order = inOrder(kept);
  const lines: DiffParagraph[] = [];
  const same = (): void => {
    const last = lines.at(-1);
    if (last?.is === "same") lines[lines.length - 1] = { is: "same", count: last.count + 1 };
    else lines.push({ is: "same", count: 1 });
  };
  const gone = (upTo: number): void => {
    for (; next < upTo; next++) if (!kept.has(next)) lines.push({ is: "gone", words: [{ words: before[next] ?? "", is: "gone" }] });
  };
  let next = 0;
  // What went is told before what came in its place.
  const nexts = new Array<number>(after.length).fill(before.length);
  for (let i = after.length - 2; i >= 0; i--) {
    const old = from.get(i + 1);
    nexts[i] = old !== undefined && order.has(old) ? old : (nexts[i + 1] ?? before.length);
  }
  after.forEach((words, i) => {
    const old = from.get(i);
    if (old === undefined) {
      gone(nexts[i] ?? before.length);
      return lines.push({ is: "new", words: [{ words, is: "new" }] });
    }
    if (order.has(old)) gone(old);
    if (before[old] !== words) lines.push({ is: "edited", words: wordDiff(before[old] ?? "", words) });
    else if (order.has(old)) same();
    else lines.push({ is: "moved", words: [{ words, is: "same" }] });
    return undefined;
  });
  gone(before.length);
  return lines;
}

/** The most kept paragraphs that stand in the same order in both texts: a longest rising row of new places, one for each length by its least end. */
function inOrder(kept: ReadonlyMap<number, number>): Set<number> {
  const pairs = [...kept].sort(([a], [b]) => a - b);
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, to], i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = i;
  });
  const ordered = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) ordered.add(pairs[i]?.[0] ?? 0);
  return ordered;
}

function wordDiff(before: string, after: string): DiffWords[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORD_EDITS });
  if (!changes) return [{ words: before, is: "gone" }, { words: after, is: "new" }];
  return changes.map(({ value, added, removed }) => ({ words: value, is: added ? "new" : removed ? "gone" : "same" }));
}

import { diffArrays, diffWordsWithSpace } from "diff";
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
  const nextKept = (i: number): number => {
    for (let at = i + 1; at < after.length; at++) {
      const old = from.get(at);
      if (old !== undefined && order.has(old)) return old;
    }
    return before.length;
  };
  after.forEach((words, i) => {
    const old = from.get(i);
    if (old === undefined) {
      gone(nextKept(i));
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

/** Kept paragraphs that stand in the same order in both texts. */
function inOrder(kept: ReadonlyMap<number, number>): Set<number> {
  const [old, now] = [[...kept.keys()].sort((a, b) => a - b), [...kept].sort(([, a], [, b]) => a - b).map(([from]) => from)];
  return new Set(diffArrays(old, now).flatMap((change) => (change.added || change.removed ? [] : change.value)));
}

function wordDiff(before: string, after: string): DiffWords[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORD_EDITS });
  if (!changes) return [{ words: before, is: "gone" }, { words: after, is: "new" }];
  return changes.map(({ value, added, removed }) => ({ words: value, is: added ? "new" : removed ? "gone" : "same" }));
}

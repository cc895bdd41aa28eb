import { diffArrays, diffWordsWithSpace } from "diff";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { isAnnotatable } from "../blocks";
import { normalWords, type PlainBlock } from "./words";

/** A piece of a paragraph that both texts have, or one of them. */
export type DiffPart = { readonly text: string; readonly side: "both" | "left" | "right" };
/** A paragraph of either text, or one of each beside the other; `parts` for those that differ in some words. */
export type DiffRow = { readonly kind: "same" | "changed" | "left" | "right"; readonly left: string | null; readonly right: string | null; readonly parts: readonly DiffPart[] | null };
/** `cut`: the rest of two very long texts is left out. */
export type CopyDiff = { readonly rows: readonly DiffRow[]; readonly cut: boolean };

type Text = { readonly text: string; readonly blocks: readonly PlainBlock[] };
type Paragraph = { readonly words: string; readonly normal: string };

/** UTF-16 units of both texts that one answer carries. */
const MOST_UNITS = 400_000;
/** Changes after which two sequences are called different throughout; bounds the time, which grows with it. */
const MOST_CHANGES = 1_000;
/** Paragraphs of a changed passage that are tried against each other, on either side. */
const MOST_PAIRED = 60;
/** Paragraphs that share so much of their words are one paragraph, changed. */
const LEAST_ALIKE = 0.4;

/** Compares what can be annotated of two texts, paragraph by paragraph and then word by word; case and marks do not make a paragraph another one. */
export function diffCopies(left: Text, right: Text): CopyDiff {
  const [a, b] = [paragraphs(left), paragraphs(right)];
  const steps = diffArrays(a, b, { comparator: (x, y) => x.normal === y.normal, maxEditLength: MOST_CHANGES });
  const rows: DiffRow[] = [];
  let [i, j] = [0, 0];
  let gone: Paragraph[] = [];
  let come: Paragraph[] = [];
  const flush = () => {
    rows.push(...paired(gone, come));
    [gone, come] = [[], []];
  };
  for (const step of steps ?? [{ removed: true, added: false, value: a }, { removed: false, added: true, value: b }]) {
    if (step.removed) gone.push(...a.slice(i, (i += step.value.length)));
    else if (step.added) come.push(...b.slice(j, (j += step.value.length)));
    else {
      flush();
      for (const _ of step.value) rows.push({ kind: "same", left: a[i++]!.words, right: b[j++]!.words, parts: null });
    }
  }
  flush();
  return limited(rows);
}

function paragraphs({ text, blocks }: Text): Paragraph[] {
  const index = new TextIndex(text);
  return blocks.filter((block) => isAnnotatable(block.kind)).map(({ start, end }) => {
    const words = index.slice(codePoint(start), codePoint(end));
    return { words, normal: normalWords(words) };
  });
}

/** Paragraphs that one text lost and those that the other has in their place, with changed ones beside each other, in the order of both. */
function paired(gone: readonly Paragraph[], come: readonly Paragraph[]): DiffRow[] {
  const pairs = gone.length > MOST_PAIRED || come.length > MOST_PAIRED ? [] : bestPairs(gone, come);
  const rows: DiffRow[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [gone.length, come.length] as const]) {
    while (i < x) rows.push({ kind: "left", left: gone[i++]!.words, right: null, parts: null });
    while (j < y) rows.push({ kind: "right", left: null, right: come[j++]!.words, parts: null });
    if (x < gone.length && y < come.length) rows.push(changed(gone[i++]!.words, come[j++]!.words));
  }
  return rows;
}

/** Pairs in the order of both lists whose likenesses sum to the most. */
function bestPairs(gone: readonly Paragraph[], come: readonly Paragraph[]): (readonly [number, number])[] {
  const [sets, others] = [gone, come].map((list) => list.map(({ normal }) => new Set(normal.split(" ")))) as [Set<string>[], Set<string>[]];
  const alike = sets.map((set) => others.map((other) => likeness(set, other)));
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come.length + 1));
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, alike[i]![j]! + best[i + 1]![j + 1]!);
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < gone.length && j < come.length; ) {
    if (alike[i]![j]! > 0 && best[i]![j] === alike[i]![j]! + best[i + 1]![j + 1]!) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i += 1;
    else j += 1;
  }
  return pairs;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const alike = shared / Math.max(1, Math.min(a.size, b.size));
  return alike >= LEAST_ALIKE ? alike : 0;
}

function changed(left: string, right: string): DiffRow {
  const steps = diffWordsWithSpace(left, right, { maxEditLength: MOST_CHANGES });
  const parts: DiffPart[] = steps?.map(({ value, added, removed }) => ({ text: value, side: added ? "right" : removed ? "left" : "both" })) ?? [{ text: left, side: "left" }, { text: right, side: "right" }];
  return { kind: "changed", left, right, parts };
}

function limited(rows: readonly DiffRow[]): CopyDiff {
  let units = 0;
  const kept: DiffRow[] = [];
  for (const row of rows) {
    units += (row.left?.length ?? 0) + (row.right?.length ?? 0);
    if (units > MOST_UNITS && kept.length > 0) return { rows: kept, cut: true };
    kept.push(row);
  }
  return { rows: kept, cut: false };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodebookContent } from "@/lib/codebook/content";
import { renameLabel } from "@/lib/codebook/lineage";
import { choose, mergeContents, ORDER } from "@/lib/codebook/merge";
import { conflictPlace, conflictWords } from "@/lib/codebook/merge-words";
import { makeLabel, reword } from "@/tests/factories/labels";
import { apply, BOOK, edits } from "./arbitraries";

const [tone, topic] = [BOOK.sets[0]!, BOOK.sets[1]!];
const irony = tone.labels[0]!;
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)])) : value;
const without = (id: string): CodebookContent => ({ ...BOOK, sets: BOOK.sets.map((set) => ({ ...set, labels: set.labels.filter((label) => label.id !== id) })) });

describe("merging what two coordinators did", () => {
  it("keeps both where they changed different places, whoever comes first", () => {
    fc.assert(
      fc.property(edits, edits, (one, two) => {
        const touched = new Set(one.map((edit) => edit.what));
        const other = two.filter((edit) => !touched.has(edit.what));
        const [mine, theirs] = [apply(BOOK, one), apply(BOOK, other)];
        const [here, there] = [mergeContents(BOOK, mine, theirs), mergeContents(BOOK, theirs, mine)];
        expect(here.conflicts).toEqual([]);
        expect(here.merged).toEqual(there.merged);
        expect(sorted(here.merged)).toEqual(sorted(apply(mine, other)));
      }),
    );
  });

  it("changes nothing where only one did something", () => {
    fc.assert(
      fc.property(edits, (all) => {
        const after = apply(BOOK, all);
        expect(mergeContents(BOOK, after, BOOK)).toEqual({ merged: after, conflicts: [] });
        expect(mergeContents(BOOK, BOOK, after)).toEqual({ merged: after, conflicts: [] });
        expect(mergeContents(BOOK, after, after)).toEqual({ merged: after, conflicts: [] });
      }),
    );
  });

  it("names the one place where both changed the same field, and takes the side that is chosen", () => {
    const mine = renameLabel(reword(BOOK, irony.id, "Mine."), irony.id, "Sarcasm");
    const theirs = reword(BOOK, irony.id, "Theirs.");
    const { merged, conflicts } = mergeContents(BOOK, mine, theirs);
    expect(conflicts.map((one) => [conflictPlace(merged, one), conflictWords(mine, one, "mine"), conflictWords(theirs, one, "theirs")])).toEqual([["Tone › Sarcasm › definition", "Mine.", "Theirs."]]);
    expect(choose(merged, conflicts[0]!, "mine")).toEqual(mine);
    expect(choose(merged, conflicts[0]!, "theirs")).toEqual(renameLabel(theirs, irony.id, "Sarcasm"));
  });

  it("asks before something goes that the other went on with, and keeps it until then", () => {
    const { merged, conflicts } = mergeContents(BOOK, without(irony.id), reword(BOOK, irony.id, "Theirs."));
    expect(conflicts).toHaveLength(1);
    expect(conflictPlace(merged, conflicts[0]!)).toBe("Tone › Irony");
    expect(conflictWords(merged, conflicts[0]!, "mine")).toBe("taken away");
    expect(merged).toEqual(reword(BOOK, irony.id, "Theirs."));
    expect(choose(merged, conflicts[0]!, "mine")).toEqual(without(irony.id));
    const back = mergeContents(BOOK, reword(BOOK, irony.id, "Mine."), without(irony.id));
    expect(choose(choose(back.merged, back.conflicts[0]!, "theirs"), back.conflicts[0]!, "mine").sets[0]!.labels.map((label) => label.id)).toContain(irony.id);
    expect(mergeContents(BOOK, without(irony.id), BOOK)).toEqual({ merged: without(irony.id), conflicts: [] });
  });

  it("keeps one side's order, and asks where both gave another one", () => {
    const ordered = (order: readonly number[]): CodebookContent => ({ ...BOOK, sets: [{ ...tone, labels: order.map((at) => tone.labels[at]!) }, topic] });
    const added = makeLabel("Scorn");
    const mine: CodebookContent = { ...BOOK, sets: [{ ...tone, labels: [irony, added, ...tone.labels.slice(1)] }, topic] };
    expect(mergeContents(BOOK, mine, ordered([2, 0, 1])).merged.sets[0]!.labels.map((label) => label.name)).toEqual(["Fear", "Irony", "Scorn", "Praise"]);
    const { merged, conflicts } = mergeContents(BOOK, ordered([1, 0, 2]), ordered([2, 0, 1]));
    expect(conflicts.map((one) => one.path.at(-1))).toEqual([ORDER]);
    expect([conflictPlace(merged, conflicts[0]!), conflictWords(merged, conflicts[0]!, "mine")]).toEqual(["Tone › order of the labels", "Praise, Irony, Fear"]);
    expect(merged).toEqual(ordered([2, 0, 1]));
    expect(choose(merged, conflicts[0]!, "mine")).toEqual(ordered([1, 0, 2]));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify, unknownMeanings } from "@/lib/codebook/classify";
import type { CodebookContent } from "@/lib/codebook/content";
import { diffContents } from "@/lib/codebook/diff";
import { changeSentence } from "@/lib/codebook/diff-parts";
import { mergeLabel, renameLabel, splitLabel } from "@/lib/codebook/lineage";
import { richText } from "@/lib/codebook/rich-text";
import { same } from "@/lib/codebook/same";
import { makeLabel, reword } from "@/tests/factories/labels";
import { apply, BOOK, edits } from "./arbitraries";

const tone = BOOK.sets[0]!;
const [irony, praise] = [tone.labels[0]!, tone.labels[1]!];
const sentences = (after: CodebookContent): string[] => diffContents(BOOK, after).map(changeSentence);

describe("the difference between two versions", () => {
  it("is empty for the same content, however its keys are ordered, and never empty for another", () => {
    fc.assert(
      fc.property(edits, (all) => {
        const after = apply(BOOK, all);
        const shuffled = JSON.parse(JSON.stringify(after, Object.keys(flat(after)).toSorted())) as CodebookContent;
        expect(diffContents(after, shuffled)).toEqual([]);
        expect(diffContents(BOOK, after).length > 0).toBe(!same(BOOK, after));
        expect(diffContents(after, BOOK).length > 0).toBe(!same(BOOK, after));
      }),
    );
  });

  it("says in words what happened", () => {
    expect(sentences(renameLabel(BOOK, irony.id, "Sarcasm"))).toEqual(["“Irony” is now called “Sarcasm”."]);
    expect(sentences(reword(BOOK, irony.id, "x"))).toEqual(["“Irony”: definition changed."]);
    expect(sentences(mergeLabel(BOOK, irony.id, praise.id))).toEqual(["“Irony” was merged into “Praise”."]);
    expect(sentences(splitLabel(BOOK, irony.id, [makeLabel("Dry"), makeLabel("Bitter")]))).toEqual(["“Irony” was split into Dry, Bitter.", "“Dry” is new.", "“Bitter” is new."]);
    expect(sentences({ ...BOOK, introduction: richText("Read on.") })).toEqual(["Introduction changed."]);
    expect(sentences({ ...BOOK, asks: { ...BOOK.asks, voice: false } })).toEqual(["Voice changed."]);
    expect(sentences({ ...BOOK, rules: BOOK.rules.slice(1) })).toEqual(["The rule “First” is gone."]);
    expect(sentences({ ...BOOK, rules: BOOK.rules.toReversed() })).toEqual(["Order of the rules changed."]);
    expect(sentences({ ...BOOK, sets: [{ ...tone, labels: tone.labels.toReversed() }, ...BOOK.sets.slice(1)] })).toEqual(["“Tone”: order of the labels changed."]);
  });

  it("says what may change a meaning, what always does, and what never", () => {
    const meaning = (after: CodebookContent) => diffContents(BOOK, after).map((one) => [one.mayChangeMeaning, one.alwaysMeaning]);
    expect(meaning(reword(BOOK, "critical", "x"))).toEqual([[true, false]]);
    expect(meaning(renameLabel(BOOK, irony.id, "Sarcasm"))).toEqual([[true, false]]);
    expect(meaning(mergeLabel(BOOK, irony.id, praise.id))).toEqual([[true, true]]);
    const label = (change: object): CodebookContent => ({ ...BOOK, sets: [{ ...tone, labels: [{ ...irony, ...change }, ...tone.labels.slice(1)] }, ...BOOK.sets.slice(1)] });
    for (const look of [{ colour: "sky" }, { glyph: "star" }, { shortcut: "x" }, { key: "other" }]) expect(meaning(label(look))).toEqual([[false, false]]);
    const bold = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "What Irony means.", marks: [{ type: "bold" }] }] }] };
    expect(diffContents(BOOK, label({ definition: bold }))).toMatchObject([{ kind: "reformatted", mayChangeMeaning: false }]);
  });

  it("is kept with the version as the coordinator classified it", () => {
    const after = mergeLabel(reword(reword(BOOK, "critical", "x"), praise.id, "y"), irony.id, praise.id);
    const changes = diffContents(BOOK, after);
    expect(unknownMeanings(changes, ["critical", "nothing"])).toEqual([{ path: "/meaning/1", message: expect.any(String) }]);
    expect(classify(changes, [praise.id])).toEqual([
      { labelId: "critical", meaning: false, reason: "“Critical”: definition changed.", touches: ["critical"] },
      { labelId: irony.id, meaning: true, reason: "“Irony” was merged into “Praise”.", touches: [irony.id] },
      { labelId: praise.id, meaning: true, reason: "“Praise”: definition changed.", touches: [praise.id, irony.id] },
    ]);
  });
});

/** Every key that stands anywhere in a value. */
function flat(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (value !== null && typeof value === "object")
    for (const [key, one] of Object.entries(value)) {
      keys[key] = true;
      flat(one, keys);
    }
  return keys;
}

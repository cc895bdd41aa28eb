import { describe, expect, it } from "vitest";
import { changed, keyFor, moved, newLabel, newSet, partsOf, withoutLabel, withoutSet } from "@/components/codebook/edit/edits";
import { questionsBefore } from "@/components/codebook/edit/condition-fields";
import { errorAt, errorsBelow } from "@/components/codebook/edit/editing";
import { partAt } from "@/components/codebook/edit/part-list";
import { asksWords, askedWhen, either, outOfUse } from "@/components/codebook/words";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import type { CodebookContent, LabelSet } from "@/lib/codebook/content";
import { mergeLabel, splitLabel } from "@/lib/codebook/lineage";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { parseContent } from "@/lib/codebook/schema";
import { newId } from "@/lib/kernel/id";

const t = translator("en", english, "codebook");

const set = (name: string, labels: readonly string[], level: LabelSet["level"] = "span", content: CodebookContent = FRAMING_PRESET): LabelSet =>
  labels.reduce<LabelSet>((made, label) => ({ ...made, labels: [...made.labels, newLabel(made, newId(), label)] }), newSet(content, newId(), name, level));
const book = (...sets: LabelSet[]): CodebookContent => ({ ...FRAMING_PRESET, sets });

describe("editing a draft", () => {
  it("moves a thing by one place, and not beyond the ends", () => {
    const list = [{ id: "a" }, { id: "b" }, { id: "c" }];
    expect(moved(list, "b", -1).map(({ id }) => id).join("")).toBe("bac");
    expect(moved(list, "b", 1).map(({ id }) => id).join("")).toBe("acb");
    expect(moved(list, "a", -1)).toBe(list);
    expect(moved(list, "x", 1)).toBe(list);
    expect(changed([{ id: "a", n: 1 }], "a", { n: 2 })).toEqual([{ id: "a", n: 2 }]);
  });

  it("makes names for exports that are plain and new", () => {
    expect(keyFor("Loaded words!", [])).toBe("loaded-words");
    expect(keyFor("Déjà vu", [])).toBe("deja-vu");
    expect(keyFor("سیاه‌نمایی", [])).toBe("item");
    expect(keyFor("Doubt", ["doubt", "doubt-2"])).toBe("doubt-3");
  });

  it("makes sets and labels that the server takes as they are", () => {
    const made = book(set("Technique", ["Doubt", "Doubt again", "Loaded"]), set("Issue frame", ["Economic"], "article"));
    expect(parseContent(made)).toEqual({ ok: true, value: made });
  });

  it("gives the parts of a split the text of the label and looks of their own", () => {
    const technique = set("Technique", ["Doubt", "Loaded"]);
    const doubt = technique.labels[0]!;
    const parts = partsOf(technique, { ...doubt, parentId: "p" }, [{ id: "1", name: "Doubt" }, { id: "2", name: "Smear" }]);
    expect(parts.map(({ key, parentId, definition }) => [key, parentId, definition])).toEqual([["doubt-2", "p", doubt.definition], ["smear", "p", doubt.definition]]);
    expect(new Set(parts.map(({ glyph }) => glyph)).size).toBe(2);
  });

  it("leaves nothing that points at what was taken out again", () => {
    const technique = set("Technique", ["Doubt", "Loaded", "Smear"]);
    const [doubt, loaded, smear] = technique.labels as [LabelSet["labels"][0], LabelSet["labels"][0], LabelSet["labels"][0]];
    const tangled = { ...technique, labels: [{ ...doubt, mergedIntoId: smear.id }, { ...loaded, splitIntoIds: [doubt.id, smear.id], parentId: smear.id }, smear] };
    expect(withoutLabel(tangled, smear.id).labels.map(({ mergedIntoId, splitIntoIds, parentId }) => ({ mergedIntoId, splitIntoIds, parentId }))).toEqual([{ mergedIntoId: null, splitIntoIds: [], parentId: null }, { mergedIntoId: null, splitIntoIds: [], parentId: null }]);
    const waiting = { ...set("Why", ["Because"]), showWhen: { setId: technique.id, labelIds: [doubt.id] } };
    expect(withoutSet(book(technique, waiting), technique.id).sets).toEqual([{ ...waiting, showWhen: null }]);
  });

  it("offers as a condition only what is asked before, of the same kind", () => {
    const [first, second, article] = [set("First", ["A"]), set("Second", ["B"]), set("Third", ["C"], "article")];
    const content = book(first, second, article);
    expect(questionsBefore(t, content, second).map(({ name }) => name)).toEqual(["Framing", "First"]);
    expect(questionsBefore(t, content, first).map(({ name }) => name)).toEqual(["Framing"]);
    expect(questionsBefore(t, content, article)).toEqual([]);
  });
});

describe("places that need a look", () => {
  const errors = [{ path: "/sets/0/labels/3/name", message: "must not be empty" }, { path: "/sets/10/name", message: "stands twice." }];

  it("are shown at their field, as a sentence", () => {
    expect(errorAt(errors, "/sets/0/labels/3/name")).toBe("Must not be empty.");
    expect(errorAt(errors, "/sets/0/labels/3")).toBe("Must not be empty.");
    expect(errorAt(errors, "/sets/1")).toBeUndefined();
    expect([errorsBelow(errors, "/sets/0"), errorsBelow(errors, "/sets/1"), errorsBelow(errors, "/sets/10")]).toEqual([1, 0, 1]);
  });

  it("lead to the part that holds them", () => {
    const technique = set("Technique", []);
    const content = book(technique);
    expect(["/name", "/framing/1/name", "/rules/0/text", "/sets/0/labels/3/name", "/sets/7/name"].map((path) => partAt(content, path))).toEqual(["about", "framing", "rules", `set:${technique.id}`, "about"]);
  });
});

describe("the codebook in words", () => {
  it("says when a set is asked", () => {
    const technique = set("Technique", ["Doubt", "Loaded"]);
    const why = { ...set("Why", ["Because"]), showWhen: { setId: technique.id, labelIds: technique.labels.map(({ id }) => id) } };
    const content: CodebookContent = { ...book(technique, why), framing: FRAMING_PRESET.framing.map((label) => ({ ...label, name: `${label.name}!` })) };
    expect(askedWhen(t, content, technique)).toBe("Asked of every mark");
    expect(askedWhen(t, content, why)).toBe("Asked when Technique is Doubt or Loaded");
    expect(askedWhen(t, content, { ...why, showWhen: { setId: "framing", labelIds: ["critical"] } })).toBe("Asked when Framing is Critical!");
    expect(askedWhen(t, content, { ...why, showWhen: { setId: "gone", labelIds: ["x"] } })).toBe("Asked when a question that is gone is an answer that is gone");
    expect(askedWhen(t, content, set("Frame", [], "article"))).toBe("Asked of every article");
  });

  it("says where a label went", () => {
    const technique = set("Technique", ["Doubt", "Loaded", "Smear"]);
    const [doubt, loaded] = technique.labels as [LabelSet["labels"][0], LabelSet["labels"][0]];
    const labelsAfter = (content: CodebookContent) => content.sets[0]!.labels;
    const merged = labelsAfter(mergeLabel(book(technique), doubt.id, loaded.id));
    expect(merged.map((label) => outOfUse(t, label, merged))).toEqual(["merged into Loaded", null, null]);
    const parts = partsOf(technique, loaded, [{ id: newId(), name: "Strong words" }, { id: newId(), name: "Slogans" }]);
    const split = labelsAfter(splitLabel(book(technique), loaded.id, parts));
    expect(split.map((label) => outOfUse(t, label, split))).toEqual([null, "split into Strong words and Slogans", null, null, null]);
    expect(outOfUse(t, { ...doubt, archived: true }, [])).toBe("archived");
  });

  it("lists what is asked of every mark", () => {
    expect([either(t, []), either(t, ["a"]), either(t, ["a", "b"]), either(t, ["a", "b", "c"], "and")]).toEqual(["", "a", "a or b", "a, b and c"]);
    expect(asksWords(t, { voice: true, directness: false, device: false, confidence: true })).toBe("Each mark also says who is speaking and how sure you are.");
    expect(asksWords(t, { voice: false, directness: false, device: false, confidence: false })).toBe("");
  });
});

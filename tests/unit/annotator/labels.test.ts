import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyMap } from "@/components/annotator/keyboard/key-map";
import { KEY_COMMANDS } from "@/components/annotator/keys";
import { Codebook } from "@/components/annotator/labels/codebook";
import { matching } from "@/components/annotator/labels/label-picker";
import { labelsWithKeys, wordsOf } from "@/components/annotator/panes/key-words";
import { questionsFor } from "@/components/annotator/labels/questions";
import { DEFAULT_SETTINGS } from "@/lib/accounts/reader-settings";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { annotateDocument, codebookOf, label, labelSet, t } from "./articles";

const SETS = [
  labelSet("technique", [label("loaded", { shortcut: "l" }), label("doubt"), label("slur", { parentId: "loaded" }), label("gone", { archived: true }), label("fear", { mergedIntoId: "doubt" }), label("halved", { splitIntoIds: ["loaded", "slur"] })], { showWhen: { setId: "framing", labelIds: ["critical"] } }),
  labelSet("strength", [label("weak"), label("strong")], { required: true, choice: "multiple", showWhen: { setId: "technique", labelIds: ["loaded"] } }),
  labelSet("frame", [label("economy"), label("law")], { level: "article" }),
];
const [technique, strength] = SETS;
const codebook = new Codebook(codebookOf(SETS).content);
const asked = (framing: "critical" | "neutral", ...labelIds: string[]): string[] => codebook.askedOfSpan({ framing, labelIds }).map((set) => set.id);

describe("Codebook", () => {
  it("offers what is in use, in a tree, and nothing archived, merged or split", () => {
    expect(codebook.offered(technique!).map((one) => [one.label.id, one.depth])).toEqual([["loaded", 0], ["slur", 1], ["doubt", 0]]);
  });

  it("shows what is carried: a merged label as the one that took it in, an archived one as no longer used", () => {
    expect(codebook.carried(["fear", "gone", "strong", "unknown"]).map((one) => [one.set.id, one.label.id, one.retired])).toEqual([["technique", "doubt", false], ["technique", "gone", true], ["strength", "strong", false]]);
    expect(codebook.carried(["fear", "doubt"])).toHaveLength(1);
    expect(codebook.setsOfSpan({ framing: "neutral", labelIds: ["gone"] }).map((set) => set.id)).toEqual(["technique"]);
  });

  it("asks a set only while its condition holds, and that of the set it hangs on", () => {
    expect(asked("neutral")).toEqual([]);
    expect(asked("critical")).toEqual(["technique"]);
    expect(asked("critical", "loaded")).toEqual(["technique", "strength"]);
    expect(asked("neutral", "loaded")).toEqual([]);
  });

  it("keeps one label of a single set and any number of a multiple one; a second press takes it off", () => {
    expect(codebook.toggled(technique!, ["doubt", "weak"], "loaded")).toEqual(["weak", "loaded"]);
    expect(codebook.toggled(technique!, ["weak", "loaded"], "loaded")).toEqual(["weak"]);
    expect(codebook.toggled(technique!, ["fear"], "doubt")).toEqual([]);
    expect(codebook.toggled(strength!, ["loaded", "weak"], "strong")).toEqual(["loaded", "weak", "strong"]);
    expect(codebook.toggled(strength!, ["fear", "weak"], "weak")).toEqual(["doubt"]);
  });

  it("takes off what is no longer asked, along a chain of conditions, and leaves what it does not know", () => {
    expect(codebook.fitting("neutral", ["loaded", "strong", "unknown"])).toEqual(["unknown"]);
    expect(codebook.fitting("critical", ["doubt", "strong"])).toEqual(["doubt"]);
    const fits = ["loaded", "strong"];
    expect(codebook.fitting("critical", fits)).toBe(fits);
  });

  it("never leaves a label behind that is not asked, whatever is pressed", () => {
    const presses = fc.array(fc.tuple(fc.constantFrom(technique!, strength!), fc.nat(5)), { maxLength: 12 });
    fc.assert(
      fc.property(presses, fc.constantFrom("critical" as const, "neutral" as const), (list, framing) => {
        let ids: readonly string[] = [];
        for (const [set, at] of list) {
          const offered = codebook.offered(set);
          ids = codebook.fitting(framing, codebook.toggled(set, ids, offered[at % offered.length]!.label.id));
        }
        const sets = asked(framing, ...ids);
        expect(codebook.carried(ids).every((one) => sets.includes(one.set.id))).toBe(true);
        expect(codebook.carriedOf(technique!, ids).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("finds the label of a key, in either case, only in the sets that are asked", () => {
    const keys = new KeyMap(DEFAULT_SETTINGS, codebook, t);
    expect(codebook.byKey([technique!], "L", (label) => keys.labelKey(label))?.label.id).toBe("loaded");
    expect(codebook.byKey([strength!], "l", (label) => keys.labelKey(label))).toBeNull();
    expect(labelsWithKeys(codebook, keys)).toMatchObject([{ set: "technique", label: { id: "loaded" }, key: "l", moved: false }]);
  });
});

describe("matching", () => {
  it("finds labels by a part of their name, and with one those below it", () => {
    const names = (words: string): string[] => matching(codebook.offered(technique!), words).map((one) => one.label.name);
    expect(names("  ")).toHaveLength(3);
    expect(names("LOAD")).toEqual(["loaded", "slur"]);
    expect(names("doub")).toEqual(["doubt"]);
    expect(names("nothing")).toEqual([]);
  });
});

describe("questionsFor", () => {
  const named = (...names: string[]): Codebook => new Codebook({ ...FRAMING_PRESET, framing: FRAMING_PRESET.framing.map((framing, i) => ({ ...framing, name: names[i] ?? framing.name })) });

  it("reads as questions in a class, and as names in a study", () => {
    expect(questionsFor("research", named(), t)).toMatchObject({ framing: "Framing", target: "Target", voice: "Voice" });
    expect(questionsFor("class", named("Supports", "Plain", "Criticises"), t)).toMatchObject({ framing: "It supports / is plain / criticises", target: "About whom?", voice: "Who is speaking?" });
    expect(questionsFor("class", named("Praise", "Neither", "Blame"), t).framing).toBe("What do these words do?");
  });

  it("takes the project's names for framings into the list of keys", () => {
    const session = { codebook: named("Supports", "Plain", "Criticises"), document: annotateDocument(), t };
    expect(KEY_COMMANDS.flatMap((one) => wordsOf(one, session) ?? [])).toEqual(expect.arrayContaining(["Supports", "Criticises", "Plain", "Council", "Mayor"]));
    expect(KEY_COMMANDS.filter((one) => one.command.do === "target" && wordsOf(one, session) !== null)).toHaveLength(2);
  });
});

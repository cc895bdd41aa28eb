import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/codebook/check";
import { labelsOf, type CodebookContent, type LabelText } from "@/lib/codebook/content";
import { applyPreset, PRESET_IDS, PRESETS } from "@/lib/codebook/presets/apply";
import { CLASS_PRESET } from "@/lib/codebook/presets/class";
import { framesSets } from "@/lib/codebook/presets/frames/preset";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { persuasionSet } from "@/lib/codebook/presets/persuasion/preset";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { isEmptyText, plainText } from "@/lib/codebook/rich-text";
import { parseContent } from "@/lib/codebook/schema";
import { newId } from "@/lib/kernel/id";

const all = PRESET_IDS.reduce<CodebookContent>((content, preset) => applyPreset(content, preset, newId).content, FRAMING_PRESET);
const each = PRESET_IDS.map((preset) => [preset, applyPreset(FRAMING_PRESET, preset, newId).content] as const);

const hasWords = (text: LabelText): boolean => [text.definition, text.use, text.avoid].every((one) => !isEmptyText(one)) && text.examples.length > 0 && text.counterExamples.length > 0;

describe.each([...each, ["all together", all] as const, ["the class's own", CLASS_PRESET] as const])("the preset %s", (_name, content) => {
  it("can be stored and published", () => {
    expect(parseContent(content)).toEqual({ ok: true, value: content });
    expect(checkContent(content)).toEqual([]);
  });

  it("gives every rule an example and a counter-example, and every label a definition, when to use it and when not, and both examples", () => {
    for (const rule of content.rules) expect([rule.id, rule.title !== "" && !isEmptyText(rule.text), rule.example !== null, rule.counterExample !== null]).toEqual([rule.id, true, true, true]);
    for (const text of [...content.framing, ...labelsOf(content).map(({ label }) => label)]) expect([text.name, hasWords(text)]).toEqual([text.name, true]);
  });
});

describe("the presets", () => {
  it("name their source in the words that coders read", () => {
    expect(PRESETS.map((preset) => preset.id)).toEqual([...PRESET_IDS]);
    for (const set of all.sets) expect(plainText(set.description)).toMatch(/SemEval-2023|Media Frames Corpus|BASIL/u);
  });

  it("have the 23 techniques of SemEval-2023 below six groups", () => {
    const { labels } = persuasionSet(newId);
    const groups = labels.filter((label) => label.parentId === null);
    expect(groups.map((group) => labels.filter((label) => label.parentId === group.id).length)).toEqual([5, 5, 3, 3, 3, 4]);
    expect(labels.length - groups.length).toBe(23);
  });

  it("have the 15 frames of the Media Frames Corpus, of the article, in both sets", () => {
    expect(framesSets(newId).map((set) => [set.level, set.choice, set.labels.length])).toEqual([["article", "multiple", 15], ["article", "single", 15]]);
  });

  it("make new ids at every time, so that two projects never share one", () => {
    const ids = [persuasionSet(newId), persuasionSet(newId)].flatMap((set) => [set.id, ...set.labels.map((label) => label.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("say supports, plain, criticises in a class, and ask about whom and who is speaking only", () => {
    expect(startingCodebook("class").framing.map((one) => one.name)).toEqual(["Supports", "Plain", "Criticises"]);
    expect(startingCodebook("class").asks).toEqual({ voice: true, directness: false, device: false, confidence: false });
    expect(startingCodebook("research")).toBe(FRAMING_PRESET);
  });

  it("state every rule that the built-in codebook must state", () => {
    expect(FRAMING_PRESET.rules.map((rule) => rule.id)).toEqual([
      "mark-the-shortest-words", "leave-names-and-quotation-marks-out", "mark-the-clause-of-a-choice-of-facts", "say-words-or-facts",
      "told-not-happened", "plain-facts-are-facts", "a-fall-in-fortune-is-not-criticism", "neutral-weighs", "unmarked-is-not-neutral",
      "voice-is-who-speaks", "quoted-is-direct-or-reported", "captions-headings-and-scare-quotes-are-own", "an-official-act-is-not-speech", "cut-at-one-quoted-word",
      "target-is-whom-the-words-are-about", "two-targets-are-two-marks", "through-an-ally-is-indirect", "parts-are-targets-of-their-own", "use-not-dictionary", "a-reported-denial-is-quoted-advocacy",
      "judge-what-a-fair-reader-is-left-with", "unclear-pulls-both-ways", "zero-is-addressed-without-a-lean", "not-addressed-is-a-mention-in-passing",
    ]);
  });

  it("keep a project's own rules and sets, and say which sets are there already", () => {
    const own = { ...all, rules: [...all.rules, { ...all.rules[0]!, id: "our-own", title: "Ours" }] };
    const again = applyPreset(own, "class", newId).content;
    expect(again.rules.map((rule) => rule.id)).toContain("our-own");
    expect(again.rules.map((rule) => rule.id)).not.toContain("mark-the-shortest-words");
    expect(again.sets).toEqual(all.sets);
    expect(applyPreset(all, "frames", newId).repeated).toEqual(["Issue frame", "Primary issue frame"]);
  });
});

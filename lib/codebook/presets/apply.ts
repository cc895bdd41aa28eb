import type { CodebookContent, LabelSet, Rule } from "../content";
import { BASIL_RULES, BASIL_SOURCE, basilSet } from "./basil";
import { CLASS_PRESET } from "./class";
import { FRAMING_PRESET } from "./framing";
import { FRAMES_SOURCE, framesSets } from "./frames/preset";
import { PERSUASION_SOURCE, persuasionSet } from "./persuasion/preset";

export const PRESET_IDS = ["framing", "class", "basil", "persuasion", "frames"] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** A preset as the screen shows it: what it adds, and where it comes from. */
export type Preset = { readonly id: PresetId; readonly name: string; readonly adds: string; readonly source: string };

/** The presets, in the order in which they are offered. */
export const PRESETS: readonly Preset[] = [
  { id: "framing", name: "Framing for research", adds: "The three framings with every rule, each with an example and a counter-example.", source: "Rules from our own dry run, in which two readers coded the same articles." },
  { id: "class", name: "Framing for a class", adds: "Supports, plain, criticises: about whom, and who is speaking. Five short rules.", source: "Our own words." },
  { id: "basil", name: "Bias in words and in facts (BASIL)", adds: "Asks for words or facts and direct or indirect, with rules, and a set that says through whom.", source: BASIL_SOURCE },
  { id: "persuasion", name: "Persuasion techniques", adds: "A set on spans with 23 techniques below their six groups.", source: PERSUASION_SOURCE },
  { id: "frames", name: "Issue frames", adds: "Two questions about the article: every issue frame it uses, and the one that leads.", source: FRAMES_SOURCE },
];

const BUILT_IN: ReadonlySet<string> = new Set([...FRAMING_PRESET.rules, ...CLASS_PRESET.rules].map((rule) => rule.id));

const withRules = (content: CodebookContent, rules: readonly Rule[]): CodebookContent => {
  const ids = new Set(rules.map((rule) => rule.id));
  return { ...content, rules: [...content.rules.filter((rule) => !ids.has(rule.id)), ...rules] };
};

const withSets = (content: CodebookContent, sets: readonly LabelSet[]): CodebookContent => ({ ...content, sets: [...content.sets, ...sets] });

// The project's own rules stay behind the new ones; those of the other built-in framing go.
const framed = (content: CodebookContent, { introduction, asks, framing, rules }: CodebookContent): CodebookContent => ({
  ...content, introduction, asks, framing, rules: [...rules, ...content.rules.filter((rule) => !BUILT_IN.has(rule.id))],
});

/**
 * The content with a preset added: framings replace framings, sets are added behind the others. `repeated` names the
 * sets of the preset that the content has already, by their keys.
 */
export function applyPreset(content: CodebookContent, preset: PresetId, makeId: () => string): { content: CodebookContent; repeated: string[] } {
  const applied = added(content, preset, makeId);
  const keys = new Set(content.sets.map((set) => set.key));
  return { content: applied, repeated: applied.sets.slice(content.sets.length).filter((set) => keys.has(set.key)).map((set) => set.name) };
}

function added(content: CodebookContent, preset: PresetId, makeId: () => string): CodebookContent {
  switch (preset) {
    case "framing":
      return framed(content, FRAMING_PRESET);
    case "class":
      return framed(content, CLASS_PRESET);
    case "basil":
      return withSets(withRules({ ...content, asks: { ...content.asks, voice: true, directness: true, device: true } }, BASIL_RULES), [basilSet(makeId)]);
    case "persuasion":
      return withSets(content, [persuasionSet(makeId)]);
    case "frames":
      return withSets(content, framesSets(makeId));
  }
}

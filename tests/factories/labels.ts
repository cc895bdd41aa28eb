import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import { EMPTY_TEXT, richText } from "@/lib/codebook/rich-text";
import { newId } from "@/lib/kernel/id";

/** A label with a definition and nothing else. */
export const makeLabel = (name: string, more: Partial<Label> = {}): Label => ({
  id: newId(), key: name.toLowerCase().replace(/[^a-z0-9]+/gu, "-"), name, definition: richText(`What ${name} means.`), use: EMPTY_TEXT, avoid: EMPTY_TEXT, examples: [], counterExamples: [],
  colour: "green", glyph: "circle", shortcut: null, parentId: null, archived: false, mergedIntoId: null, splitIntoIds: [], ...more,
});

/** A set on spans that takes one of its labels. */
export const makeSet = (name: string, labels: readonly (string | Label)[], more: Partial<LabelSet> = {}): LabelSet => ({
  id: newId(), key: name.toLowerCase().replace(/[^a-z0-9]+/gu, "-"), name, description: EMPTY_TEXT, level: "span", choice: "single", required: false, showWhen: null, archived: false,
  labels: labels.map((label) => (typeof label === "string" ? makeLabel(label) : label)), ...more,
});

/** The codebook with other words for one of its labels or framings. */
export const reword = (content: CodebookContent, id: string, words: string): CodebookContent => ({
  ...content,
  framing: content.framing.map((one) => (one.id === id ? { ...one, definition: richText(words) } : one)),
  sets: content.sets.map((set) => ({ ...set, labels: set.labels.map((label) => (label.id === id ? { ...label, definition: richText(words) } : label)) })),
});

import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { makeLabel, makeSet as makeSpanSet } from "./labels";

export { makeLabel };

/** A question with its labels: of an article, single, not required, unless `more` says otherwise. */
export const makeSet = (name: string, labels: readonly (string | Label)[], more: Partial<LabelSet> = {}): LabelSet => makeSpanSet(name, labels, { level: "article", ...more });

/** The starting codebook with these sets. */
export const codebookWith = (sets: readonly LabelSet[]): CodebookContent => ({ ...startingCodebook("research"), sets });

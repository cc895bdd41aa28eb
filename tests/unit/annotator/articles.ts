import * as fc from "fast-check";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { DEFAULT_SETTINGS } from "@/lib/accounts/reader-settings";
import { BLOCK_KINDS, splitBlocks } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import type { AnnotateDocument, AnnotatorSpan, BlockData } from "@/components/annotator/types";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { EMPTY_TEXT } from "@/lib/codebook/rich-text";
import { canonical } from "../text/arbitraries";

/** The words of the screen, in English. */
export const t = translator("en", english);

/** A text with words in it, and blocks of any kinds over it. */
export const article: fc.Arbitrary<{ text: string; blocks: BlockData[] }> = fc.tuple(canonical, fc.array(fc.constantFrom(...BLOCK_KINDS), { minLength: 9, maxLength: 9 })).map(([rest, kinds]) => {
  const text = `Title\n${rest}`;
  return { text, blocks: splitBlocks(text).map((block, i) => ({ ...block, kind: i === 0 ? "headline" : (kinds[i] ?? "paragraph") })) };
});

/** A span with defaults. */
export function span(id: string, start: number, end: number, more: Partial<AnnotatorSpan> = {}): AnnotatorSpan {
  return { id, version: 1, parts: [{ start, end, quote: "x".repeat(end - start) }], targetId: "t1", framing: "critical", voice: "own", attribution: null, directness: "direct", device: null, confidence: null, note: "", labelIds: [], ...more };
}

/** A label with a name only. */
export function label(id: string, more: Partial<Label> = {}): Label {
  return { id, key: id, name: id, colour: "green", glyph: "circle", shortcut: null, parentId: null, archived: false, mergedIntoId: null, splitIntoIds: [], definition: EMPTY_TEXT, use: EMPTY_TEXT, avoid: EMPTY_TEXT, examples: [], counterExamples: [], ...more };
}

/** A set of labels about spans, one of which may be chosen. */
export function labelSet(id: string, labels: readonly Label[], more: Partial<LabelSet> = {}): LabelSet {
  return { id, key: id, name: id, description: EMPTY_TEXT, level: "span", choice: "single", required: false, showWhen: null, archived: false, labels, ...more };
}

/** The codebook of a document with these sets. */
export function codebookOf(sets: readonly LabelSet[], number = 1): AnnotateDocument["codebookVersion"] {
  return { id: `c${number}`, number, content: { ...FRAMING_PRESET, sets } };
}

/** A small document to open a session with. */
export function annotateDocument(more: Partial<AnnotateDocument> = {}): AnnotateDocument {
  const text = "Title\nSome words stand here.";
  return {
    memberId: "m1",
    changes: 1,
    assignment: { id: "a1", state: "in_progress", phase: "main", round: 1, version: 3, submittedAt: null, dueOn: null, blockOrdinals: [], skippedAt: null, skipReason: "", flaggedAt: null, flagNote: "" },
    article: { id: "art", revisionId: "r1", title: "Title", text, language: "en", outlet: null, publisher: null, byline: null, url: null, genre: null, publishedOn: null, ...snapsOf(text, splitBlocks(text), "en") },
    blocks: splitBlocks(text),
    speech: [],
    codebookVersion: { id: "c1", number: 1, content: FRAMING_PRESET },
    formerTargets: [],
    targets: [{ id: "t1", name: "Council", isFocus: true }, { id: "t2", name: "Mayor", isFocus: false }],
    spans: [],
    judgements: [],
    answers: [],
    notes: [],
    returns: [],
    discussed: false,
    reviews: [],
    queue: { position: 1, total: 2, submitted: 0, skipped: 0, nextId: "a2", previousId: null, nextOpenId: "a2", items: [] },
    projectKind: "research",
    allowSuggestions: true,
    userId: "u1",
    settings: DEFAULT_SETTINGS,
    ...more,
  };
}

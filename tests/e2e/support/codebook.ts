import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import { EMPTY_TEXT, richText } from "@/lib/codebook/rich-text";
import { newId } from "@/lib/kernel/id";
import type { Person } from "./study";

const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** A label with a definition. */
export const makeLabel = (name: string, more: Partial<Label> = {}): Label => ({
  id: newId(), key: keyOf(name), name, colour: "green", glyph: "square", shortcut: null, parentId: null, archived: false, mergedIntoId: null, splitIntoIds: [],
  definition: richText(`What ${name} means.`), use: EMPTY_TEXT, avoid: EMPTY_TEXT, examples: [], counterExamples: [], ...more,
});

/** A question about marks with one answer, not required, unless `more` says otherwise. */
export const makeSet = (name: string, labels: readonly Label[], more: Partial<LabelSet> = {}): LabelSet => ({ id: newId(), key: keyOf(name), name, description: EMPTY_TEXT, level: "span", choice: "single", required: false, showWhen: null, archived: false, labels, ...more });

/** Writes and publishes the next version of a project's codebook; `meaning` names what changes its meaning. */
export async function publishCodebook(lead: Person, projectId: string, change: (content: CodebookContent) => CodebookContent, meaning: readonly string[] = []): Promise<void> {
  const path = `/projects/${projectId}/codebook`;
  const draft = await lead.do<{ version: number; content: CodebookContent }>("POST", `${path}/draft`);
  const saved = await lead.do<{ version: number }>("PUT", `${path}/draft`, { version: draft.version, content: change(draft.content) });
  await lead.do("POST", `${path}/publish`, { version: saved.version, meaning, note: "" });
}

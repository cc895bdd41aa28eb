import type { Problem } from "@/components/api/client";
import { newId } from "@/lib/kernel/id";
import type { BlockKind } from "@/lib/articles/blocks";
import { carryKinds } from "@/lib/articles/carry-kinds";
import { composeArticle, kindToEnd, withKinds, type Composed, type ComposeError, type KindChange } from "@/lib/articles/compose";
import type { Result } from "@/lib/kernel/result";
import { TextIndex } from "@/lib/text/text-index";
import type { ShownBlock } from "./block-view";
import { NO_PROVENANCE, type ProvenanceFields } from "./provenance-form";

/** One article before it is added. */
export type Draft = {
  readonly key: string;
  /** The file's name; null for pasted text. */
  readonly file: string | null;
  readonly text: string;
  readonly kinds: readonly KindChange[];
  readonly fields: ProvenanceFields;
  /** Names the attempt, so that sending it again after a lost answer adds nothing twice. A change makes it another. */
  readonly op: string;
  readonly state: "ready" | "refused" | "adding" | "added";
  readonly problem: Problem | null;
  readonly added: { id: string; sameText: { title: string } | null } | null;
};

const fresh = (file: string | null, text: string): Draft => ({ key: newId(), file, text, kinds: [], fields: NO_PROVENANCE, op: newId(), state: "ready", problem: null, added: null });

export const pastedDraft = (text: string): Draft => fresh(null, text);
export const fileDraft = (name: string, text: string): Draft => fresh(name, text);
/** A file that could not be read; it stays in the list with its reason. */
export const refusedDraft = (name: string, detail: string): Draft => ({ ...fresh(name, ""), state: "refused", problem: { status: 0, code: "refused", title: "", detail, requestId: null } });

/** The draft with something changed by the person: another attempt, without the last refusal. */
export const edited = (draft: Draft, change: Partial<Pick<Draft, "kinds" | "fields">>): Draft => ({ ...draft, ...change, op: newId(), state: "ready", problem: null });

/** The draft with other words; what was said of blocks that are still there is kept. */
export function withText(draft: Draft, text: string): Draft {
  const [before, after] = [lines(draft.text), lines(text)];
  return { ...edited(draft, { kinds: draft.kinds.length === 0 ? [] : carryKinds(before, after, draft.kinds) }), text };
}

const lines = (text: string): string[] => text.split(/\r\n?|\n/u).map((line) => line.trim()).filter((line) => line !== "");

type Understood = Result<Composed, ComposeError>;
const last = new Map<string, { text: string; kinds: readonly KindChange[]; language: string; result: Understood }>();

/** What the draft would be stored as, or why it cannot be. Kept per draft, since a long text takes its time. */
export function understood({ key, text, kinds, fields: { language } }: Draft): Understood {
  const known = last.get(key);
  if (known && known.text === text && known.kinds === kinds && known.language === language) return known.result;
  const result = composeArticle({ text, language: language || null, kinds });
  last.set(key, { text, kinds, language, result });
  return result;
}

/** The kinds after a person changed one block, or all from one to the end. */
export function changedKinds(draft: Draft, composed: Composed, ordinal: number, kind: BlockKind, toEnd: boolean): KindChange[] {
  const changes = toEnd ? kindToEnd(composed.blocks, ordinal, kind) : [{ ordinal, kind }];
  const kinds = new Map([...draft.kinds, ...changes].map((change) => [change.ordinal, change]));
  return withKinds(composed.blocks, changes) ? [...kinds.values()] : [...draft.kinds];
}

/** The blocks of a text with their words, for the screen. */
export function shownBlocks(text: string, blocks: Composed["blocks"]): ShownBlock[] {
  const index = new TextIndex(text);
  return blocks.map((block) => ({ ordinal: block.ordinal, kind: block.kind, words: index.slice(block.start, block.end) }));
}

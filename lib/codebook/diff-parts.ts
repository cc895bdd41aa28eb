import { plainText, type RichText } from "./rich-text";
import { same } from "./same";

/** What happened to a thing between two versions. */
export const CHANGE_KINDS = ["added", "removed", "renamed", "reworded", "reformatted", "merged", "unmerged", "split", "unsplit", "archived", "restored", "moved", "reordered", "recoloured", "rekeyed", "asked"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What kind of thing changed. */
export type Changed = "codebook" | "framing" | "rule" | "set" | "label";

/** One difference between two versions of a codebook, as a person reads it. */
export type Change = {
  /** A framing, a label, "set:…", "rule:…", "introduction", "name", "asks", "rules" or "sets". */
  readonly labelId: string;
  readonly of: Changed;
  readonly kind: ChangeKind;
  /** What the thing is called now. */
  readonly name: string;
  /** The name of the set that a label belongs to. */
  readonly setName: string | null;
  /** Which part of it: "definition", "when to use"; empty for the whole thing. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Whether the coordinator may say that this changes what marks mean. */
  readonly mayChangeMeaning: boolean;
  /** Whether it changes what marks mean in any case. */
  readonly alwaysMeaning: boolean;
  /** The labels and framing whose marks it concerns. */
  readonly touches: readonly string[];
};

const ALWAYS: readonly ChangeKind[] = ["merged", "unmerged", "split", "unsplit"];
// Renaming a key, a colour or an order moves nothing that a coder decided.
const MAY: readonly ChangeKind[] = [...ALWAYS, "renamed", "reworded", "archived", "removed", "moved"];
const CODEBOOK_MAY = ["introduction"];

/** What a change says of itself; meaning follows from its kind. */
export type Draft = Pick<Change, "labelId" | "of" | "kind" | "name" | "field" | "before" | "after"> & { readonly setName?: string | null; readonly touches?: readonly string[] };

/** The change, whatever it says. */
export const change = (draft: Draft): Change => ({
  setName: null,
  touches: [],
  ...draft,
  mayChangeMeaning: draft.of === "codebook" ? CODEBOOK_MAY.includes(draft.labelId) && draft.kind === "reworded" : MAY.includes(draft.kind) || (draft.of === "rule" && draft.kind === "added"),
  alwaysMeaning: ALWAYS.includes(draft.kind),
});

/** The change, where before and after differ. */
export const changed = (draft: Draft): Change[] => (draft.before === draft.after ? [] : [change(draft)]);

/** The change of a rich text: reworded where the words differ, reformatted where only their dress does. */
export function diffText(thing: Omit<Draft, "kind" | "before" | "after">, before: RichText, after: RichText): Change[] {
  if (same(before, after)) return [];
  const [was, is] = [plainText(before), plainText(after)];
  return [change({ ...thing, kind: was === is ? "reformatted" : "reworded", before: was, after: is })];
}

const OWN: Partial<Record<ChangeKind, (change: Change) => string>> = {
  added: (one) => `${titled(one)} is new.`,
  removed: (one) => `${titled(one)} is gone.`,
  renamed: (one) => `“${one.before}” is now called “${one.after}”.`,
  merged: (one) => `“${one.name}” was merged into “${one.after}”.`,
  unmerged: (one) => `“${one.name}” stands on its own again.`,
  split: (one) => `“${one.name}” was split into ${one.after}.`,
  unsplit: (one) => `“${one.name}” is one label again.`,
  archived: (one) => `“${one.name}” is no longer used.`,
  restored: (one) => `“${one.name}” is used again.`,
};

const titled = (one: Change): string => (one.of === "rule" ? (one.name === "" ? "A rule" : `The rule “${one.name}”`) : `“${one.name}”`);

/** The change as one sentence, for the list of versions and for whoever looks at a span again. */
export function changeSentence(one: Change): string {
  const own = OWN[one.kind];
  if (own) return own(one);
  if (one.of === "codebook") return `${one.field.charAt(0).toUpperCase()}${one.field.slice(1)} changed.`;
  return `${titled(one)}: ${one.field} changed.`;
}

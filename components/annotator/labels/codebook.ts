import { askedSets, isAsked } from "@/lib/annotations/answers";
import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import type { Framing } from "@/lib/codebook/framing";
import { isUsable, resolveLabel, usableLabels } from "@/lib/codebook/lineage";
import { plainText } from "@/lib/codebook/rich-text";

/** A label that can be chosen, and how deep it stands below others. */
export type Offered = { readonly label: Label; readonly depth: number };
/** A label that something carries: as it stands after merges, and whether it is still offered. */
export type Carried = { readonly label: Label; readonly retired: boolean };

/** What labels stand where in one version of a codebook. Looks things up once, so that every card can ask. */
export class Codebook {
  /** Sets asked of spans and of the whole article, in their order. */
  readonly spanSets: readonly LabelSet[];
  readonly articleSets: readonly LabelSet[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #homes: ReadonlyMap<string, { readonly set: LabelSet; readonly label: Label }>;
  readonly #standing = new Map<string, string>();
  readonly #offered = new Map<string, readonly Offered[]>();

  constructor(readonly content: CodebookContent) {
    this.spanSets = askedSets(content, "span");
    this.articleSets = askedSets(content, "article");
    this.#names = new Map(content.framing.map(({ id, name }) => [id, name]));
    this.#homes = new Map(content.sets.flatMap((set) => set.labels.map((label) => [label.id, { set, label }] as const)));
  }

  /** What the project calls a framing. */
  framing(id: Framing): string {
    return this.#names.get(id) ?? id;
  }

  /** The labels of a set that can be chosen, those below others behind them. */
  offered(set: LabelSet): readonly Offered[] {
    const known = this.#offered.get(set.id) ?? inTree(usableLabels(set));
    this.#offered.set(set.id, known);
    return known;
  }

  /** The id of the label that stands for this one after merges. */
  standing(id: string): string {
    const known = this.#standing.get(id) ?? resolveLabel(this.content, id);
    this.#standing.set(id, known);
    return known;
  }

  /** The labels carried, by sets and in their order, each once. Ids that this version does not know are left out. */
  carried(labelIds: readonly string[]): (Carried & { readonly set: LabelSet })[] {
    const ids = new Set(labelIds.map((id) => this.standing(id)));
    if (ids.size === 0) return [];
    return this.content.sets.flatMap((set) => set.labels.filter((label) => ids.has(label.id)).map((label) => ({ set, label, retired: set.archived || !isUsable(label) })));
  }

  /** Of the labels carried, those of one set. */
  carriedOf(set: LabelSet, labelIds: readonly string[]): Carried[] {
    return this.carried(labelIds).filter((one) => one.set.id === set.id);
  }

  /** The sets asked of a span with this framing and these labels. */
  askedOfSpan(span: { readonly framing: Framing; readonly labelIds: readonly string[] }): LabelSet[] {
    return this.spanSets.filter((set) => isAsked(this.content, set, { framings: [span.framing], labelIds: span.labelIds }));
  }

  /** The sets to show of a span: those that are asked, and any others of which it carries a label. */
  setsOfSpan(span: { readonly framing: Framing; readonly labelIds: readonly string[] }): LabelSet[] {
    const shown = new Set([...this.askedOfSpan(span), ...this.carried(span.labelIds).map(({ set }) => set)]);
    return this.content.sets.filter((set) => shown.has(set));
  }

  /** The labels after one of a set was pressed: taken off if it was on, else put on, alone where one answer is asked. */
  toggled(set: LabelSet, labelIds: readonly string[], id: string): string[] {
    // A merged label is written as the one that took it in: others can no longer be given.
    const now = [...new Set(labelIds.map((one) => this.standing(one)))];
    if (now.includes(id)) return now.filter((one) => one !== id);
    return [...(set.choice === "single" ? now.filter((one) => this.#homes.get(one)?.set.id !== set.id) : now), id];
  }

  /** Without the labels of sets that are not asked under this framing and the labels that stay. */
  fitting(framing: Framing, labelIds: readonly string[]): readonly string[] {
    const asked = new Set(this.askedOfSpan({ framing, labelIds }).map((set) => set.id));
    const kept = labelIds.filter((id) => {
      const set = this.#homes.get(id)?.set;
      return set === undefined || set.archived || asked.has(set.id);
    });
    return kept.length === labelIds.length ? labelIds : this.fitting(framing, kept);
  }

  /** The label that a key chooses among these sets; `keyOf` gives the key of each. */
  byKey(sets: readonly LabelSet[], key: string, keyOf: (label: Label) => string | null): { readonly set: LabelSet; readonly label: Label } | null {
    for (const set of sets) for (const { label } of this.offered(set)) if (keyOf(label) === key.toLowerCase()) return { set, label };
    return null;
  }
}

/** What a label means, for a tooltip. */
export function definitionOf(label: Label): string | undefined {
  return plainText(label.definition).trim() || undefined;
}

function inTree(labels: readonly Label[]): Offered[] {
  const known = new Set(labels.map((label) => label.id));
  const below = (parent: string | null, depth: number): Offered[] =>
    labels.filter((label) => (label.parentId !== null && known.has(label.parentId) ? label.parentId : null) === parent).flatMap((label) => [{ label, depth }, ...below(label.id, depth + 1)]);
  return below(null, 0);
}

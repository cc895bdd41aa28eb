import type { CodebookContent, LabelText } from "./content";
import { isEmptyText, richText, type RichText } from "./rich-text";

/** Where a proposal stands: a coordinator takes it into the draft or declines it; with the draft it is published. */
export const PROPOSAL_STATES = ["open", "taken", "declined", "published"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
/** Characters of a proposal, and marks that can be attached to one. */
export const MOST_PROPOSED = { text: 4_000, spans: 100 } as const;

/** A place of the codebook that a proposal can be about. `place` is "" for a new rule, "introduction", "rule:…", "set:…", a framing or the id of a label. */
export type ProposalPlace = { readonly place: string; readonly kind: "new_rule" | "introduction" | "framing" | "rule" | "set" | "label"; readonly name: string };

/** Every place that a proposal can be about, in the order of the codebook: what is archived or merged away is none. */
export const placesOf = (content: CodebookContent): ProposalPlace[] => [
  { place: "", kind: "new_rule", name: "" },
  { place: "introduction", kind: "introduction", name: "" },
  ...content.framing.map(({ id, name }) => ({ place: id, kind: "framing" as const, name })),
  ...content.rules.map(({ id, title }) => ({ place: `rule:${id}`, kind: "rule" as const, name: title })),
  ...content.sets.filter((set) => !set.archived).flatMap((set) => [
    { place: `set:${set.id}`, kind: "set" as const, name: set.name },
    ...set.labels.filter((label) => !label.archived && label.mergedIntoId === null).map(({ id, name }) => ({ place: id, kind: "label" as const, name: `${set.name}: ${name}` })),
  ]),
];

const added = (text: RichText, words: string): RichText => (isEmptyText(text) ? richText(words) : { type: "doc", content: [...text.content, ...richText(words).content] });
const defined = <T extends LabelText & { readonly id: string }>(one: T, place: string, words: string): T => (one.id === place ? { ...one, definition: added(one.definition, words) } : one);

/**
 * The codebook with the words of a proposal at its place: at the end of a definition, rule, description or the
 * introduction, or as a new rule with the id given. Null where the codebook has no such place (any more).
 */
export function takeIn(content: CodebookContent, { place, text }: { place: string; text: string }, ruleId: string): CodebookContent | null {
  if (!placesOf(content).some((one) => one.place === place)) return null;
  if (place === "") return { ...content, rules: [...content.rules, { id: ruleId, title: "", text: richText(text), example: null, counterExample: null }] };
  return {
    ...content,
    introduction: place === "introduction" ? added(content.introduction, text) : content.introduction,
    framing: content.framing.map((one) => defined(one, place, text)),
    rules: content.rules.map((rule) => (place === `rule:${rule.id}` ? { ...rule, text: added(rule.text, text) } : rule)),
    sets: content.sets.map((set) => ({ ...set, description: place === `set:${set.id}` ? added(set.description, text) : set.description, labels: set.labels.map((label) => defined(label, place, text)) })),
  };
}

import type { CodebookContent, Colour, Glyph } from "@/lib/codebook/content";
import { isUsable, resolveLabel } from "@/lib/codebook/lineage";

/** How often a member used a label (a framing or the id of a label) in submitted work. */
export type LabelCount = { memberId: string; label: string; n: number };
/** A label with what it is called today; `glyph` and `colour` are null for framings, whose looks are fixed; `archived` also when it was split or its set is archived. */
export type NamedLabel = { id: string; name: string; colour: Colour | null; glyph: Glyph | null; archived: boolean };
/** One question of the codebook with how often each answer was given. */
export type LabelGroup = { id: string; name: string; labels: (NamedLabel & { n: number })[] };

/** Every label of today's codebook by its id, and the function that leads from a stored label to the one it counts for. */
export function labelNames(content: CodebookContent): { groups: { id: string; name: string; labels: NamedLabel[] }[]; rootOf: (label: string) => string } {
  const sets = content.sets.filter((set) => set.level === "span");
  const groups = [
    { id: "framing", name: "Framing", labels: content.framing.map((one) => ({ id: one.id as string, name: one.name, colour: null, glyph: null, archived: false })) },
    ...sets.map((set) => ({ id: set.id, name: set.name, labels: set.labels.filter((label) => label.mergedIntoId === null).map((label) => ({ id: label.id, name: label.name, colour: label.colour, glyph: label.glyph, archived: set.archived || !isUsable(label) })) })),
  ];
  return { groups, rootOf: (label) => resolveLabel(content, label) };
}

/**
 * How often each label of today's codebook was used, merged ones under the label that took them in. Archived labels
 * stand there only where they were used, and so do labels that today's codebook no longer holds, last.
 */
export function labelGroups(content: CodebookContent, counts: readonly LabelCount[]): LabelGroup[] {
  const { groups, rootOf } = labelNames(content);
  const sums = new Map<string, number>();
  for (const { label, n } of counts) sums.set(rootOf(label), (sums.get(rootOf(label)) ?? 0) + n);
  const found = groups.map((group) => ({ ...group, labels: group.labels.map((label) => ({ ...label, n: sums.get(label.id) ?? 0 })).filter((label) => !label.archived || label.n > 0) }));
  const known = new Set(groups.flatMap((group) => group.labels.map((label) => label.id)));
  const lost = [...sums].filter(([id, n]) => n > 0 && !known.has(id)).map(([id, n]) => ({ id, name: "A label that is not in the codebook", colour: null, glyph: null, archived: true, n }));
  return [...found, ...(lost.length > 0 ? [{ id: "unknown", name: "Other labels", labels: lost }] : [])].filter((group) => group.labels.length > 0);
}

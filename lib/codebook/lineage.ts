import type { CodebookContent, Label, LabelSet } from "./content";

/** Whether a label can be chosen: not archived, not merged away, not split. */
export const isUsable = (label: Label): boolean => !label.archived && label.mergedIntoId === null && label.splitIntoIds.length === 0;

/** The labels of a set that can be chosen; none of an archived set. */
export const usableLabels = (set: LabelSet): Label[] => (set.archived ? [] : set.labels.filter(isUsable));

/** A label with its set, by id. */
export function findLabel(content: CodebookContent, id: string): { set: LabelSet; label: Label } | null {
  for (const set of content.sets) {
    const label = set.labels.find((one) => one.id === id);
    if (label) return { set, label };
  }
  return null;
}

const follow = (labels: ReadonlyMap<string, Label>, id: string): string => {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const next = labels.get(at)?.mergedIntoId;
    if (next == null) return at;
    at = next;
  }
  return id;
};

const byId = (set: LabelSet): Map<string, Label> => new Map(set.labels.map((label) => [label.id, label]));

/** The label that an id stands for after all merges; the id itself where nothing took it in or it is unknown. Ends also where pointers run in a circle. */
export function resolveLabel(content: CodebookContent, id: string): string {
  const found = findLabel(content, id);
  return found ? follow(byId(found.set), id) : id;
}

/** Every id that stands for this label of the set: itself and what was merged into it, at any distance. */
export function standingFor(set: LabelSet, id: string): string[] {
  const labels = byId(set);
  return [id, ...set.labels.filter((label) => label.id !== id && follow(labels, label.id) === id).map((label) => label.id)];
}

const mapLabel = (content: CodebookContent, id: string, change: (label: Label) => Label): CodebookContent => ({
  ...content,
  sets: content.sets.map((set) => (set.labels.some((label) => label.id === id) ? { ...set, labels: set.labels.map((label) => (label.id === id ? change(label) : label)) } : set)),
});

/** Gives a label another name. */
export const renameLabel = (content: CodebookContent, id: string, name: string): CodebookContent => mapLabel(content, id, (label) => ({ ...label, name }));

/** Lets a label be taken in by another one of its set; its marks count there from then on, and it can be undone. */
export const mergeLabel = (content: CodebookContent, id: string, intoId: string): CodebookContent => mapLabel(content, id, (label) => ({ ...label, mergedIntoId: intoId, splitIntoIds: [] }));

/** Takes a merge back. */
export const unmergeLabel = (content: CodebookContent, id: string): CodebookContent => mapLabel(content, id, (label) => ({ ...label, mergedIntoId: null }));

/** Replaces a label by several new ones, which stand behind it; the label stays for the marks that carry it, and they need a look. */
export const splitLabel = (content: CodebookContent, id: string, parts: readonly Label[]): CodebookContent => ({
  ...content,
  sets: content.sets.map((set) => ({ ...set, labels: set.labels.flatMap((label) => (label.id === id ? [{ ...label, splitIntoIds: parts.map((part) => part.id) }, ...parts] : [label])) })),
});

/** Takes a label out of use, or brings it back; marks that carry it stay. */
export const archiveLabel = (content: CodebookContent, id: string, archived: boolean): CodebookContent => mapLabel(content, id, (label) => ({ ...label, archived }));

/** The same for a whole set. */
export const archiveSet = (content: CodebookContent, id: string, archived: boolean): CodebookContent => ({
  ...content,
  sets: content.sets.map((set) => (set.id === id ? { ...set, archived } : set)),
});

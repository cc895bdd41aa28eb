import type { CodebookContent } from "./content";
import type { Problem } from "./problem";

/**
 * What a new version may not do to the published one: drop a set or label (archive it instead), move a label to
 * another set, or ask another kind of question where marks carry answers. `marked` are the ids of sets with marks.
 */
export function checkAgainstPublished(draft: CodebookContent, published: CodebookContent, marked: ReadonlySet<string>): Problem[] {
  return published.sets.flatMap((before): Problem[] => {
    const s = draft.sets.findIndex((set) => set.id === before.id);
    const now = draft.sets[s];
    if (!now) return [{ path: "/sets", message: `the set “${before.name}” (${before.id}) was published and cannot be left out; archive it` }];
    const there = new Set(now.labels.map((label) => label.id));
    const lost = before.labels.filter((label) => !there.has(label.id)).map((label) => ({ path: `/sets/${s}/labels`, message: `the label “${label.name}” (${label.id}) was published and cannot be left out; archive it` }));
    const fixed = (["level", "choice"] as const).filter((field) => now[field] !== before[field] && marked.has(before.id));
    return [...lost, ...fixed.map((field) => ({ path: `/sets/${s}/${field}`, message: `was “${before[field]}” when marks were made; make a new set` }))];
  });
}

import type { Label, LabelSet } from "./content";
import type { Problem } from "./problem";

/** Whether following a pointer from a label comes back to it, or never ends. */
function circles(label: Label, set: LabelSet, next: (label: Label) => string | null): boolean {
  const seen = new Set<string>();
  let at: Label | undefined = label;
  while (at) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
    const to: string | null = next(at);
    at = to === null ? undefined : set.labels.find((one) => one.id === to);
  }
  return false;
}

/** What is wrong with a label's parent, merge and split; each must stay inside the set. */
export function checkLabel(label: Label, path: string, set: LabelSet): Problem[] {
  const inSet = (id: string): Label | undefined => set.labels.find((one) => one.id === id);
  const found: Problem[] = [];
  const wrong = (field: string, message: string): number => found.push({ path: `${path}/${field}`, message });
  if (label.parentId !== null) {
    if (!inSet(label.parentId)) wrong("parentId", "must be a label of the same set");
    else if (circles(label, set, (one) => one.parentId)) wrong("parentId", "makes a circle");
  }
  if (label.mergedIntoId !== null) {
    const into = inSet(label.mergedIntoId);
    if (!into) wrong("mergedIntoId", "must be a label of the same set");
    else if (circles(label, set, (one) => one.mergedIntoId)) wrong("mergedIntoId", "makes a circle");
    else if (into.archived || into.splitIntoIds.length > 0) wrong("mergedIntoId", `“${into.name}” is ${into.archived ? "archived" : "split"}; bring it back first`);
    if (label.splitIntoIds.length > 0) wrong("splitIntoIds", "a label is merged or split, not both");
  }
  label.splitIntoIds.forEach((id, i) => {
    const part = inSet(id);
    if (!part || id === label.id) wrong(`splitIntoIds/${i}`, "must be another label of the same set");
    else if (label.splitIntoIds.indexOf(id) !== i) wrong(`splitIntoIds/${i}`, "stands twice");
  });
  if (label.splitIntoIds.length === 1) wrong("splitIntoIds", "a split has at least two parts");
  return found;
}

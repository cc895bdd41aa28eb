import type { CodebookContent, LabelSet } from "./content";
import { findLabel, isUsable, resolveLabel, usableLabels } from "./lineage";
import type { Problem } from "./problem";

/** Labels as given for a span (with its framing) or for an article. */
export type Given = { readonly labelIds: readonly string[]; readonly framing?: string | undefined };

/** What is wrong with the labels given for one span or article: unknown, out of use, of the other level, twice, or two of a set that takes one. `path` is where the list stands. */
export function checkLabels(content: CodebookContent, level: LabelSet["level"], labelIds: readonly string[], path = "/labelIds"): Problem[] {
  const single = new Map<string, number>();
  return labelIds.flatMap((id, i): Problem[] => {
    const wrong = (message: string): Problem[] => [{ path: `${path}/${i}`, message }];
    const found = findLabel(content, id);
    if (!found || found.set.level !== level) return wrong(`is no label for ${level}s in this version of the codebook`);
    const { set, label } = found;
    if (labelIds.indexOf(id) !== i) return wrong("stands twice");
    if (label.mergedIntoId !== null) return wrong(`“${label.name}” was merged into “${findLabel(content, resolveLabel(content, id))?.label.name ?? "another label"}”`);
    if (label.splitIntoIds.length > 0) return wrong(`“${label.name}” was split; choose one of its parts`);
    if (set.archived || !isUsable(label)) return wrong(`“${label.name}” is archived`);
    if (set.choice === "single" && single.has(set.id)) return wrong(`“${set.name}” takes one label`);
    single.set(set.id, i);
    return [];
  });
}

/** The labels of a set among those given, seen through merges. */
const answerOf = (content: CodebookContent, set: LabelSet, given: Given): string[] => {
  const own = new Set(set.labels.map((label) => label.id));
  return given.labelIds.filter((id) => own.has(id)).map((id) => resolveLabel(content, id));
};

/** Whether a set is asked, given the other answers: in use, and its condition holds, as does that of the set it waits for. */
export function isAsked(content: CodebookContent, set: LabelSet, given: Given): boolean {
  if (set.archived) return false;
  if (set.showWhen === null) return true;
  const { setId, labelIds } = set.showWhen;
  if (setId === "framing") return given.framing !== undefined && labelIds.includes(given.framing);
  const place = content.sets.findIndex((one) => one.id === set.id);
  // Only a set that stands before this one, so that conditions never run in a circle.
  const other = content.sets.slice(0, place).find((one) => one.id === setId);
  if (!other || !isAsked(content, other, given)) return false;
  const wanted = new Set(labelIds.map((id) => resolveLabel(content, id)));
  return answerOf(content, other, given).some((id) => wanted.has(id));
}

/** The sets of a level that are asked, in their order. */
export const askedSets = (content: CodebookContent, level: LabelSet["level"], given: Given): LabelSet[] => content.sets.filter((set) => set.level === level && isAsked(content, set, given));

/** The required sets that are asked and have no answer. A set without labels to choose asks for none. */
export const missingAnswers = (content: CodebookContent, level: LabelSet["level"], given: Given): LabelSet[] =>
  askedSets(content, level, given).filter((set) => set.required && usableLabels(set).length > 0 && answerOf(content, set, given).length === 0);

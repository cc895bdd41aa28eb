import type { CodebookContent, LabelSet } from "./content";
import { findLabel, isUsable, resolveLabel } from "./lineage";
import type { Problem } from "./problem";

/**
 * What is wrong with the labels given for one span or article: unknown, out of use, of the other level, twice, or two of
 * a set that takes one. What it carries already (`carried`) may stay when it goes out of use: nobody has to unsay it in
 * order to say something else.
 */
export function checkLabels(content: CodebookContent, level: LabelSet["level"], labelIds: readonly string[], carried: readonly string[] = []): Problem[] {
  const single = new Map<string, number>();
  return labelIds.flatMap((id, i): Problem[] => {
    const wrong = (message: string): Problem[] => [{ path: `/labelIds/${i}`, message }];
    const found = findLabel(content, id);
    if (!found || found.set.level !== level) return wrong(`is no label for ${level}s in this version of the codebook`);
    const { set, label } = found;
    if (labelIds.indexOf(id) !== i) return wrong("stands twice");
    const stays = carried.includes(id);
    if (!stays && label.mergedIntoId !== null) return wrong(`“${label.name}” was merged into “${findLabel(content, resolveLabel(content, id))?.label.name ?? "another label"}”`);
    if (!stays && label.splitIntoIds.length > 0) return wrong(`“${label.name}” was split; choose one of its parts`);
    if (!stays && (set.archived || !isUsable(label))) return wrong(`“${label.name}” is archived`);
    if (set.choice === "single" && single.has(set.id)) return wrong(`“${set.name}” takes one label`);
    single.set(set.id, i);
    return [];
  });
}

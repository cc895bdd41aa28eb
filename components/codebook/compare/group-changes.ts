import type { ClassifiedChange } from "@/lib/codebook/content";
import type { Change } from "@/lib/codebook/diff-parts";

/** A change as the API gives it. */
export type ReadChange = Omit<Change, "touches">;

/** All that changed of one thing. `meaning` is null where nobody has said. */
export type ChangeGroup = { labelId: string; name: string; place: string; changes: ReadChange[]; meaning: boolean | null; mayChangeMeaning: boolean; alwaysMeaning: boolean };

const WHOLE: Readonly<Record<string, string>> = { introduction: "Introduction", name: "Name of the codebook", asks: "What is asked of every mark", rules: "Rules", sets: "Label sets" };

const placeOf = (change: ReadChange): string => {
  if (change.of === "codebook") return "";
  return { framing: "Framing", rule: "Rule", set: "Label set", label: change.setName ?? "" }[change.of];
};

/** Changes thing by thing, in the order in which they come, each with what was said of its meaning. */
export function groupChanges(changes: readonly ReadChange[], said: readonly ClassifiedChange[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const { labelId } = change;
    const spoken = said.filter((one) => one.labelId === labelId);
    const name = WHOLE[labelId] ?? (change.name || "without a title");
    const group = groups.get(labelId) ?? { labelId, name, place: placeOf(change), changes: [], meaning: spoken.length === 0 ? null : spoken.some((one) => one.meaning), mayChangeMeaning: false, alwaysMeaning: false };
    group.changes.push(change);
    group.mayChangeMeaning ||= change.mayChangeMeaning;
    group.alwaysMeaning ||= change.alwaysMeaning;
    groups.set(labelId, group);
  }
  return [...groups.values()];
}

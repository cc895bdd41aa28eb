import type { Translator } from "@/components/words/words";
import type { ClassifiedChange } from "@/lib/codebook/content";
import type { Change } from "@/lib/codebook/diff-parts";

/** A change as the API gives it. */
export type ReadChange = Omit<Change, "touches">;

/** All that changed of one thing. `meaning` is null where nobody has said. */
export type ChangeGroup = { labelId: string; name: string; place: string; changes: ReadChange[]; meaning: boolean | null; mayChangeMeaning: boolean; alwaysMeaning: boolean };

const WHOLE = ["introduction", "name", "asks", "rules", "sets"] as const;

const placeOf = (t: Translator<"codebook">, { of, setName }: ReadChange): string => {
  if (of === "codebook") return "";
  return of === "label" ? (setName ?? "") : t(`compare.places.${of}`);
};

/** Changes thing by thing, in the order in which they come, each with what was said of its meaning. */
export function groupChanges(t: Translator<"codebook">, changes: readonly ReadChange[], said: readonly ClassifiedChange[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const { labelId } = change;
    const spoken = said.filter((one) => one.labelId === labelId);
    const whole = WHOLE.find((one) => one === labelId);
    const name = whole === undefined ? change.name || t("compare.untitled") : t(`compare.whole.${whole}`);
    const group = groups.get(labelId) ?? { labelId, name, place: placeOf(t, change), changes: [], meaning: spoken.length === 0 ? null : spoken.some((one) => one.meaning), mayChangeMeaning: false, alwaysMeaning: false };
    group.changes.push(change);
    group.mayChangeMeaning ||= change.mayChangeMeaning;
    group.alwaysMeaning ||= change.alwaysMeaning;
    groups.set(labelId, group);
  }
  return [...groups.values()];
}

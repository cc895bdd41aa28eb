import type { ClassifiedChange } from "./content";
import { changeSentence, type Change } from "./diff-parts";
import type { Problem } from "./problem";

/** The ids in `meaning` that name no change which could change a meaning, each with its place. */
export function unknownMeanings(changes: readonly Change[], meaning: readonly string[]): Problem[] {
  const may = new Set(changes.filter((one) => one.mayChangeMeaning).map((one) => one.labelId));
  return meaning.flatMap((id, i) => (may.has(id) ? [] : [{ path: `/meaning/${i}`, message: "names nothing in this draft whose meaning may change" }]));
}

/** Every change as it is kept with the version: of meaning where the coordinator says so, or where it is one in any case. */
export const classify = (changes: readonly Change[], meaning: readonly string[]): ClassifiedChange[] =>
  changes.map((one) => ({ labelId: one.labelId, meaning: one.alwaysMeaning || (one.mayChangeMeaning && meaning.includes(one.labelId)), reason: changeSentence(one), touches: one.touches }));

import type { Kept } from "./record";

/** Kept changes by what can be done about them. */
export interface Look {
  readonly refused: readonly Kept[];
  /** Of articles that are not open: there the screen itself shows them. */
  readonly conflicts: readonly Kept[];
  readonly waiting: readonly Kept[];
}

/** Kept changes by what can be done about them; the screen of an open article tells its own. */
export function look(kept: readonly Kept[], isOpen: (assignmentId: string) => boolean): Look {
  const others = kept.filter(({ place }) => !isOpen(place.assignmentId));
  return {
    refused: kept.filter(({ aside }) => aside?.kind === "refused"),
    conflicts: others.filter(({ aside }) => aside?.kind === "conflict"),
    waiting: others.filter(({ aside }) => aside === null),
  };
}

/** Kept changes of one article together, in the order of the first of each. */
export function byArticle(records: readonly Kept[]): (readonly Kept[])[] {
  const groups = new Map<string, Kept[]>();
  for (const one of records) groups.set(one.place.assignmentId, [...(groups.get(one.place.assignmentId) ?? []), one]);
  return [...groups.values()];
}

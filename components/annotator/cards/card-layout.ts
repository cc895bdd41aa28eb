/** A card that wants to stand beside its line. All in pixels. */
export interface CardWish {
  readonly id: string;
  /** Where its line is. */
  readonly y: number;
  readonly height: number;
}

/** The height of a closed card, and the space between two. */
export const CLOSED_HEIGHT = 56;
export const CARD_GAP = 8;

/**
 * Places cards beside their lines without overlap: the pivot (the open card) keeps its line, those before it move up
 * and those after it down as far as they must. Nothing goes above 0: then all move down. Order is that of the wishes.
 * @returns top of each card by id
 */
export function layoutCards(wishes: readonly CardWish[], pivotId: string | null, gap = CARD_GAP): Map<string, number> {
  const pivot = Math.max(0, wishes.findIndex((wish) => wish.id === pivotId));
  const tops = wishes.map((wish) => wish.y);
  for (let i = pivot - 1; i >= 0; i--) tops[i] = Math.min(at(tops, i), at(tops, i + 1) - (wishes[i]?.height ?? 0) - gap);
  if (at(tops, 0) < 0) tops[0] = 0;
  for (let i = 1; i < wishes.length; i++) tops[i] = Math.max(at(tops, i), at(tops, i - 1) + (wishes[i - 1]?.height ?? 0) + gap);
  return new Map(wishes.map((wish, i) => [wish.id, at(tops, i)]));
}

function at(list: readonly number[], i: number): number {
  return list[i] ?? 0;
}

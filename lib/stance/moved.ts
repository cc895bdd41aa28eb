import type { KeptResult, Moved } from "./behind";
import type { ReportCard, StanceTable } from "./report";

/** So many figures that are others today are listed. */
const MOST_MOVED = 200;

type Figured = { readonly id: string; readonly targetId: string; readonly value: number | null; readonly numbers: string };

/**
 * How a kept result and today's differ. `same`: all numbers of all figures are equal; a card is compared with all that it
 * says but for agreement, names, moments of computation and data versions. A mean that moved, a figure that is new or is
 * gone, and one of which another number is another, are listed once each, in the order of what was kept.
 */
export function movedSince(kept: KeptResult, today: KeptResult): { readonly same: boolean; readonly moved: readonly Moved[] } {
  const [then, here] = [figuresOf(kept), figuresOf(today)];
  const now = new Map(here.map((one) => [key(one), one]));
  const before = new Map(then.map((one) => [key(one), one]));
  const moved = [
    ...then.filter((one) => now.get(key(one))?.numbers !== one.numbers).map((one): Moved => ({ id: one.id, targetId: one.targetId, kept: one.value, today: now.get(key(one))?.value ?? null })),
    ...here.filter((one) => !before.has(key(one))).map((one): Moved => ({ id: one.id, targetId: one.targetId, kept: null, today: one.value })),
  ];
  return { same: moved.length === 0, moved: moved.slice(0, MOST_MOVED) };
}

const key = ({ id, targetId }: Pick<Figured, "id" | "targetId">): string => `${id} ${targetId}`;

function figuresOf(result: KeptResult): Figured[] {
  return result.kind === "table" ? ofTable(result.table) : ofCard(result.card);
}

function ofTable({ cells, singles }: StanceTable): Figured[] {
  return [
    ...cells.map((cell) => ({ id: cell.groupId, targetId: cell.targetId, value: cell.figure.mean.value, numbers: written(cell) })),
    ...singles.map(({ title: _title, ...single }) => ({ id: single.workId, targetId: single.targetId, value: single.value.value, numbers: written(single) })),
  ];
}

function ofCard(card: ReportCard): Figured[] {
  const { cell, single, speakers, genres, copies, inCommon, dates, notAddressing, blindShare, codebook, adjusted, labelUncertainty } = card;
  const value = cell?.figure.mean.value ?? single?.value.value ?? null;
  const { title: _title, ...work } = single ?? { title: "" };
  return [{ id: cell?.groupId ?? single?.workId ?? "", targetId: card.target.id, value, numbers: written({ cell, work, speakers, genres, copies, inCommon, dates, notAddressing, blindShare, codebook, adjusted, labelUncertainty }) }];
}

/** A value in one form, whatever the order of its keys: what the database keeps as JSON comes back in another. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (one !== null && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one));
}

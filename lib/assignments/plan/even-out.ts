import type { Random } from "@/lib/kernel/random";
import type { Board } from "./board";

const MOST_STEPS = 400_000;
const LOOK_EVERY = 500;
/** How much worse a step may be, at first; found by trying all sizes up to 14 people. */
const WARMTH = 0.3;
/** Fresh starts while a pair that could share an article shares none. */
const ROUNDS = 8;

/**
 * Swaps people between articles of one group, which leaves every load as it is, so that what pairs share becomes as
 * even as can be: simulated annealing over the sum of squares. Ends when no two pairs differ by more than one
 * article, and in any case after a number of steps.
 */
export function evenOut(board: Board, random: Random): void {
  const groups = swappable(board);
  const places = groups.flatMap((group) => group.map((at) => ({ at, group })));
  if (places.length === 0 || board.people < 3) return;
  const steps = Math.min(MOST_STEPS, 60_000 + places.length * 20);
  const rounds = steps < MOST_STEPS / 4 && enoughForAll(board) ? ROUNDS : 1;
  for (let round = 0; round < rounds; round++) {
    anneal(board, places, steps, random);
    if ((board.pairs.range()?.min ?? 1) > 0) return;
  }
}

/** Whether there are at least as many meetings as pairs. */
function enoughForAll({ people, pairs }: Board): boolean {
  const meetings = pairs.rows().flat().reduce((sum, n) => sum + n, 0) / 2;
  return meetings >= (people * (people - 1)) / 2;
}

type Place = { readonly at: number; readonly group: readonly number[] };

function anneal(board: Board, places: readonly Place[], steps: number, random: Random): void {
  for (let step = 0; step < steps; step++) {
    if (step % LOOK_EVERY === 0 && isEven(board)) return;
    const { at: one, group } = places[random.below(places.length)] ?? { at: 0, group: [0] };
    const two = group[random.below(group.length)] ?? one;
    if (one === two) continue;
    const a = pick(board.given[one] ?? [], random);
    const b = pick(board.given[two] ?? [], random);
    if (a === b || !board.isFree(two, a) || !board.isFree(one, b)) continue;
    const worse = change(board, one, two, a, b);
    if (worse <= 0 || (worse <= 3 && random.next() < 2 ** 32 * Math.exp(-worse / (WARMTH * (1 - step / steps))))) swap(board, one, two, a, b);
  }
}

/** Articles with somebody to swap, and somebody to share with, by group. */
function swappable(board: Board): number[][] {
  const groups = new Map<number, number[]>();
  board.needs.forEach(({ group }, at) => {
    if (board.of(at).length > 1 && (board.given[at]?.length ?? 0) > 0) groups.set(group, [...(groups.get(group) ?? []), at]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

const pick = (list: readonly number[], random: Random): number => list[random.below(list.length)] ?? 0;

function isEven(board: Board): boolean {
  const range = board.pairs.range();
  return range === null || range.max - range.min <= 1;
}

/** Half of how the sum of squares would change; those who have both articles share as many as before. */
function change(board: Board, one: number, two: number, a: number, b: number): number {
  const { pairs } = board;
  let sum = 0;
  for (const other of board.of(one)) if (other !== a && !board.has(two, other)) sum += pairs.of(b, other) - pairs.of(a, other) + 1;
  for (const other of board.of(two)) if (other !== b && !board.has(one, other)) sum += pairs.of(a, other) - pairs.of(b, other) + 1;
  return sum;
}

function swap(board: Board, one: number, two: number, a: number, b: number): void {
  board.take(one, a);
  board.take(two, b);
  board.give(one, b);
  board.give(two, a);
}

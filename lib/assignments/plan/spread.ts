import { shuffled, type Random } from "@/lib/kernel/random";
import { Board, type Need } from "./board";
import { evenOut } from "./even-out";
import { share } from "./levels";
import type { PairCounts } from "./pair-counts";
import { pairsOfTwo } from "./pairs-of-two";

/** Everything that a balanced spread depends on. `loads` decides who gets what does not divide: those with less. */
export type Spread = { needs: readonly Need[]; loads: readonly number[]; pairs: PairCounts; random: Random };

/**
 * Gives every article as many people as it needs (or as are free for it): inside each group, and over all, loads are
 * equal within one where nobody holds or is barred from anything; pairs of people share articles as evenly as a
 * search of bounded length finds. `pairs` is brought up to date. Answers with the new people of each article.
 */
export function spread({ needs, loads, pairs, random }: Spread): number[][] {
  const turns = shuffled([...loads.keys()], random).sort((a, b) => (loads[a] ?? 0) - (loads[b] ?? 0));
  if (loads.length > 2 && isFresh(needs, pairs)) return byTwo(needs, turns, pairs, random);
  const board = new Board(needs, loads.length, pairs);
  let from = 0;
  for (const group of groupsOf(needs)) {
    const levels = loads.map((_, person) => ({
      held: group.filter((at) => board.has(at, person)).length,
      room: group.filter((at) => (needs[at]?.need ?? 0) > 0 && board.isFree(at, person)).length,
    }));
    const total = group.reduce((sum, at) => sum + (needs[at]?.need ?? 0), 0);
    const { shares, next } = share(levels, total, turns, from);
    from = next;
    fill(board, shuffled(group, random), shares, random);
    level(board, group, levels.map(({ held }) => held));
  }
  evenOut(board, random);
  return board.given;
}

/** Two people for each article, one group, and nothing stands yet: a design is known that no search can better. */
const isFresh = (needs: readonly Need[], pairs: PairCounts): boolean =>
  needs.every(({ need, group, holders, barred }) => need === 2 && group === 0 && holders.length + barred.length === 0) && pairs.range()?.max === 0;

function byTwo(needs: readonly Need[], turns: readonly number[], pairs: PairCounts, random: Random): number[][] {
  const sequence = pairsOfTwo(turns.length);
  const names = new Map([...new Set(sequence.flat())].map((place, at) => [place, turns[at] ?? 0]));
  const given: number[][] = needs.map(() => []);
  shuffled([...needs.keys()], random).forEach((at, n) => {
    const pair = sequence[n % sequence.length]?.map((place) => names.get(place) ?? 0) ?? [];
    pairs.addGroup(pair);
    given[at] = pair;
  });
  return given;
}

function groupsOf(needs: readonly Need[]): number[][] {
  const groups = new Map<number, number[]>();
  needs.forEach(({ group }, at) => {
    const list = groups.get(group);
    if (list) list.push(at);
    else groups.set(group, [at]);
  });
  return [...groups.values()];
}

/** Article by article, to those who have most of their share left; among them to those who share least with the others on it. */
function fill(board: Board, group: readonly number[], shares: readonly number[], random: Random): void {
  const left = [...shares];
  for (const at of group)
    for (let n = board.needs[at]?.need ?? 0; n > 0; n--) {
      const person = best(board, at, left, random);
      if (person === null) break;
      board.give(at, person);
      left[person] = (left[person] ?? 0) - 1;
    }
}

function best(board: Board, at: number, left: readonly number[], random: Random): number | null {
  let [found, most, least, ties]: [number | null, number, number, number] = [null, -Infinity, 0, 0];
  for (let person = 0; person < board.people; person++) {
    const rest = left[person] ?? 0;
    if (rest < most || !board.isFree(at, person)) continue;
    const shared = board.shared(at, person);
    if (rest > most || shared < least) [found, most, least, ties] = [person, rest, shared, 1];
    else if (shared === least && random.below((ties += 1)) === 0) found = person;
  }
  return found;
}

/** Moves articles from those with more to those with at least two less, where holding or barring kept the filling from it. */
function level(board: Board, group: readonly number[], held: readonly number[]): void {
  const loads = [...held];
  for (const at of group) for (const person of board.given[at] ?? []) loads[person] = (loads[person] ?? 0) + 1;
  const of = (person: number) => loads[person] ?? 0;
  for (let moved = true; moved && Math.max(...loads) - Math.min(...loads) > 1; ) {
    moved = false;
    for (const at of group)
      for (const giver of [...(board.given[at] ?? [])]) {
        let taker = giver;
        for (let person = 0; person < board.people; person++) if (of(person) < of(taker) && board.isFree(at, person)) taker = person;
        if (of(giver) - of(taker) < 2) continue;
        board.take(at, giver);
        board.give(at, taker);
        [loads[giver], loads[taker]] = [of(giver) - 1, of(taker) + 1];
        moved = true;
      }
  }
}

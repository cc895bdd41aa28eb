import { type PairCounts } from "./pair-counts";

/** One article that needs people. `group` is what it must be balanced within. */
export type Need = {
  readonly need: number;
  readonly group: number;
  /** People who have it already. */
  readonly holders: readonly number[];
  /** People who cannot get it. */
  readonly barred: readonly number[];
};

const FREE = 0;
const BARRED = 1;
const HAS = 2;

/** Who has which article while a plan is made, with the pairs that follow from it. */
export class Board {
  readonly given: number[][];
  private readonly cells: Uint8Array;
  private readonly members: number[][];

  constructor(
    readonly needs: readonly Need[],
    readonly people: number,
    readonly pairs: PairCounts,
  ) {
    this.given = needs.map(() => []);
    this.members = needs.map(({ holders }) => [...holders]);
    this.cells = new Uint8Array(needs.length * people);
    needs.forEach(({ holders, barred }, at) => {
      for (const person of barred) this.cells[at * people + person] = BARRED;
      for (const person of holders) this.cells[at * people + person] = HAS;
    });
  }

  isFree(at: number, person: number): boolean {
    return this.cells[at * this.people + person] === FREE;
  }

  has(at: number, person: number): boolean {
    return this.cells[at * this.people + person] === HAS;
  }

  /** Everybody who has the article, before and by this plan. */
  of(at: number): readonly number[] {
    return this.members[at] ?? [];
  }

  /** How many articles the person shares with those who have this one. */
  shared(at: number, person: number): number {
    let sum = 0;
    for (const other of this.of(at)) sum += this.pairs.of(other, person);
    return sum;
  }

  give(at: number, person: number): void {
    for (const other of this.of(at)) this.pairs.add(other, person);
    this.given[at]?.push(person);
    this.members[at]?.push(person);
    this.cells[at * this.people + person] = HAS;
  }

  take(at: number, person: number): void {
    for (const list of [this.given[at], this.members[at]]) list?.splice(list.indexOf(person), 1);
    this.cells[at * this.people + person] = FREE;
    for (const other of this.of(at)) this.pairs.add(other, person, -1);
  }
}

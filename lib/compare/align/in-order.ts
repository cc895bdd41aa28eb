import type { Columns } from "./links";

/** Which sentences (numbers in the pool) stand together; may change between two calls. */
export interface Membership {
  groupOf(sentence: number): number | undefined;
  members(group: number): readonly number[];
}

/** Tells whether groups of sentences can stand one below the other without any article being read backwards. */
export class InOrder {
  readonly #next = new Map<number, number>();
  readonly #aside = new Set<number>();

  constructor(columns: Columns, private readonly groups: Membership) {
    for (const column of columns) for (const [i, sentence] of column.entries()) if (column[i + 1] !== undefined) this.#next.set(sentence, column[i + 1]!);
  }

  /** Leaves a group out of the order, which it may break. */
  setAside(group: number): void {
    this.#aside.add(group);
  }

  /** Takes every group that was set aside into the order again, but for those that break it. */
  takeBack(): void {
    for (const group of [...this.#aside].sort((a, b) => a - b)) {
      this.#aside.delete(group);
      if (this.#leadsBeyond(group, group)) this.#aside.add(group);
    }
  }

  /** Says that a group is now part of another. */
  joined(gone: number, kept: number): void {
    if (this.#aside.delete(gone)) this.#aside.add(kept);
  }

  /** Whether two groups can be one: neither has to stand above a third that has to stand above the other. */
  joinable(one: number, other: number): boolean {
    return this.#aside.has(one) || this.#aside.has(other) || (!this.#leadsBeyond(one, other) && !this.#leadsBeyond(other, one));
  }

  /** The groups that come right below a group in one of the articles. Those set aside are stepped over. */
  below(group: number): number[] {
    const found = new Set<number>();
    if (!this.#aside.has(group)) for (const sentence of this.groups.members(group)) {
      let next = this.#next.get(sentence);
      while (next !== undefined && this.#aside.has(this.groups.groupOf(next) ?? -1)) next = this.#next.get(next);
      const below = next === undefined ? undefined : this.groups.groupOf(next);
      if (below !== undefined) found.add(below);
    }
    found.delete(group);
    return [...found];
  }

  #leadsBeyond(from: number, to: number): boolean {
    const open = this.below(from).filter((group) => group !== to);
    const seen = new Set([from, ...open]);
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
      for (const next of this.below(group)) {
        if (next === to) return true;
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }
}

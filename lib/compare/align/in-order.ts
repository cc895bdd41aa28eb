import type { Columns } from "./links";

/** Which sentences (numbers in the pool) stand together; may change between two calls. */
export interface Membership {
  groupOf(sentence: number): number | undefined;
  members(group: number): readonly number[];
}

/**
 * Tells whether groups of sentences can stand one below the other without any article being read backwards. Keeps one
 * order in which they can, and changes what lies between two groups when they become one (the way of Pearce and Kelly,
 * 2006), so that looking for a way from one to the other never leaves that stretch.
 */
export class InOrder {
  readonly #next = new Map<number, number>();
  readonly #aside = new Set<number>();
  readonly #order: number[];
  readonly #at = new Map<number, number>();

  constructor(columns: Columns, private readonly groups: Membership) {
    for (const column of columns) for (const [i, sentence] of column.entries()) if (column[i + 1] !== undefined) this.#next.set(sentence, column[i + 1]!);
    const share = new Map(columns.flatMap((column) => column.map((sentence, i) => [sentence, i / column.length] as const)));
    this.#order = [...share.keys()].sort((a, b) => share.get(a)! - share.get(b)! || a - b);
    for (const [at, group] of this.#order.entries()) this.#at.set(group, at);
  }

  /** Leaves a group out of the order, which it may break. */
  setAside(group: number): void {
    this.#aside.add(group);
  }

  /** Takes every group that was set aside into the order again, but for those that break it. */
  takeBack(): void {
    for (const group of [...this.#aside].sort((a, b) => a - b)) {
      this.#aside.delete(group);
      if (this.#way(group, group, Infinity) === null) this.#aside.add(group);
    }
  }

  /** Whether two groups can be one: neither has to stand above a third that has to stand above the other. */
  joinable(one: number, other: number): boolean {
    if (this.#aside.has(one) || this.#aside.has(other)) return true;
    const [above, below] = this.#place(one) < this.#place(other) ? [one, other] : [other, one];
    return this.#way(above, below, this.#place(below)) !== null;
  }

  /** Says that a group is about to become part of another. */
  joining(gone: number, kept: number): void {
    if (this.#aside.delete(gone)) this.#aside.add(kept);
    const [above, below] = this.#place(gone) < this.#place(kept) ? [gone, kept] : [kept, gone];
    const [from, to] = [this.#place(above), this.#place(below)];
    const after = this.#way(above, below, to) ?? new Set<number>();
    const between = this.#order.slice(from, to + 1).filter((group) => group !== gone && group !== kept);
    const stretch = [gone, ...between.filter((group) => !after.has(group)), kept, ...between.filter((group) => after.has(group))];
    for (const [i, group] of stretch.entries()) {
      this.#order[from + i] = group;
      this.#at.set(group, from + i);
    }
  }

  /** The groups that come right below a group in one of the articles. Those set aside are stepped over. */
  below(group: number): number[] {
    const found: number[] = [];
    if (this.#aside.has(group)) return found;
    for (const sentence of this.groups.members(group)) {
      let next = this.#next.get(sentence);
      if (this.#aside.size > 0) while (next !== undefined && this.#aside.has(this.groups.groupOf(next) ?? -1)) next = this.#next.get(next);
      const below = next === undefined ? undefined : this.groups.groupOf(next);
      if (below !== undefined && below !== group && !found.includes(below)) found.push(below);
    }
    return found;
  }

  #place(group: number): number {
    return this.#at.get(group) ?? 0;
  }

  /** The groups below one that stand before a place; null where one of them leads to the other. */
  #way(from: number, to: number, before: number): Set<number> | null {
    const seen = new Set(this.below(from).filter((group) => group !== to && this.#place(group) < before));
    // What is added while it is walked through is walked through, too.
    for (const group of seen) {
      for (const next of this.below(group)) {
        if (next === to) return null;
        if (this.#place(next) < before) seen.add(next);
      }
    }
    return seen;
  }
}

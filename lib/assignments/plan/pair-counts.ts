/** How many articles each pair of people shares; people are numbered from 0. */
export class PairCounts {
  private readonly counts: Int32Array;

  constructor(readonly people: number) {
    this.counts = new Int32Array(people * people);
  }

  of(a: number, b: number): number {
    return this.counts[a * this.people + b] ?? 0;
  }

  add(a: number, b: number, n = 1): void {
    const { counts, people } = this;
    counts[a * people + b] = (counts[a * people + b] ?? 0) + n;
    counts[b * people + a] = (counts[b * people + a] ?? 0) + n;
  }

  /** Counts `n` articles that all of `group` share. */
  addGroup(group: readonly number[], n = 1): void {
    for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) this.add(a, b, n);
  }

  /** Least and most over all pairs; null for fewer than two people. */
  range(): { min: number; max: number } | null {
    if (this.people < 2) return null;
    let [min, max] = [Infinity, 0];
    for (let a = 0; a < this.people; a++)
      for (let b = a + 1; b < this.people; b++) {
        const n = this.of(a, b);
        if (n < min) min = n;
        if (n > max) max = n;
      }
    return { min, max };
  }

  /** As rows of a square table; the diagonal is 0. */
  rows(): number[][] {
    return Array.from({ length: this.people }, (_, a) => [...this.counts.subarray(a * this.people, (a + 1) * this.people)]);
  }

  copy(): PairCounts {
    const other = new PairCounts(this.people);
    other.counts.set(this.counts);
    return other;
  }
}

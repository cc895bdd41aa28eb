import { InOrder, type Membership } from "./in-order";
import type { Likeness } from "./likeness";
import type { Columns, Link } from "./links";
import { groupsByHand, pairKey, type Said } from "./verdicts";

/** Two groups are one only where their sentences are on average so like each other. */
const LEAST_AVERAGE = 0.14;
/** What one article tells in more sentences than this is more than one thing. */
const LONGEST_CELL = 3;

/** What sentences are grouped by; `order` "monotone" keeps every article's sentences from going up the page. */
export type Material = { readonly columns: Columns; readonly likeness: Likeness; readonly links: readonly Link[]; readonly said: Said; readonly order: "free" | "monotone" };

/**
 * Sentences grouped by their links, the strongest first (average linkage). A group holds at most three neighbouring
 * sentences of one article. What people said comes before: "same" is always one group, "different" never.
 */
export class Groups implements Membership {
  /** Null where the order of the texts is free. */
  readonly inOrder: InOrder | null;
  /** Groups beyond the first in which a sentence stands; see `groupsByHand`. */
  readonly second: readonly (readonly number[])[];
  readonly #place: ReadonlyMap<number, { readonly article: number; readonly at: number }>;
  readonly #groupOf = new Map<number, number>();
  readonly #members = new Map<number, readonly number[]>();

  constructor(private readonly material: Material) {
    const { columns, links, said, order } = material;
    this.#place = new Map(columns.flatMap((column, article) => column.map((sentence, at) => [sentence, { article, at }] as const)));
    for (const sentence of this.#place.keys()) {
      this.#groupOf.set(sentence, sentence);
      this.#members.set(sentence, [sentence]);
    }
    this.inOrder = order === "monotone" ? new InOrder(columns, this) : null;
    const { first, second } = groupsByHand({ ...said, same: said.same.filter((pair) => pair.every((sentence) => this.#place.has(sentence))) });
    this.second = second;
    for (const sentences of first) this.#joinByHand(sentences);
    for (const { a, b } of links) this.#joinIfAlike(this.#groupOf.get(a), this.#groupOf.get(b));
    this.inOrder?.takeBack();
  }

  groupOf(sentence: number): number | undefined {
    return this.#groupOf.get(sentence);
  }

  members(group: number): readonly number[] {
    return this.#members.get(group) ?? [];
  }

  /** All groups, by number. */
  all(): number[] {
    return [...this.#members.keys()];
  }

  #joinByHand(sentences: readonly number[]): void {
    let group = this.#groupOf.get(sentences[0] ?? -1);
    for (const other of sentences.slice(1).map((sentence) => this.#groupOf.get(sentence))) {
      if (group !== undefined && other !== undefined && group !== other) group = this.#join(group, other);
    }
    // A person's word stands above the order, and must not keep what lies between from being matched.
    if (group !== undefined) this.inOrder?.setAside(group);
  }

  #joinIfAlike(one: number | undefined, other: number | undefined): void {
    if (one === undefined || other === undefined || one === other) return;
    const [left, right] = [this.members(one), this.members(other)];
    if (!this.#alike(left, right) || !this.#fit(left, right)) return;
    if (this.inOrder === null || this.inOrder.joinable(one, other)) this.#join(one, other);
  }

  #alike(left: readonly number[], right: readonly number[]): boolean {
    let [sum, count] = [0, 0];
    for (const a of left) {
      for (const b of right) {
        if (this.material.said.different.size > 0 && this.material.said.different.has(pairKey(a, b))) return false;
        if (this.#place.get(a)?.article === this.#place.get(b)?.article) continue;
        sum += this.material.likeness.of(a, b);
        count += 1;
      }
    }
    return sum >= LEAST_AVERAGE * count;
  }

  /** Whether what both groups have of one article would be few sentences next to each other. */
  #fit(left: readonly number[], right: readonly number[]): boolean {
    const [mine, others] = [this.#places(left), this.#places(right)];
    return [...mine].every(([article, places]) => {
      const more = others.get(article);
      if (more === undefined) return true;
      const all = [...places, ...more];
      return all.length <= LONGEST_CELL && Math.max(...all) - Math.min(...all) === all.length - 1;
    });
  }

  #places(sentences: readonly number[]): Map<number, number[]> {
    const places = new Map<number, number[]>();
    for (const sentence of sentences) {
      const place = this.#place.get(sentence);
      if (place) places.set(place.article, [...(places.get(place.article) ?? []), place.at]);
    }
    return places;
  }

  #join(one: number, other: number): number {
    const [kept, gone] = one < other ? [one, other] : [other, one];
    this.inOrder?.joining(gone, kept);
    const whole = [...this.members(kept), ...this.members(gone)].sort((a, b) => a - b);
    this.#members.set(kept, whole);
    this.#members.delete(gone);
    for (const sentence of whole) this.#groupOf.set(sentence, kept);
    return kept;
  }
}

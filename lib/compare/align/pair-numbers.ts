const FREE = -1;
/** Table places for each number that is kept. */
const ROOM = 2;

/** Gives every pair of numbers below 2²⁴ a place in a table: as a `Map` does, with nothing for the garbage collector. */
export class PairNumbers {
  #first = new Int32Array(1 << 14).fill(FREE);
  #second = new Int32Array(1 << 14);
  #numbers = new Int32Array(1 << 14);
  #size = 0;

  /** The number of a pair; `next` the first time that it is asked for. */
  of(a: number, b: number, next: () => number): number {
    let at = this.#find(a, b);
    if (this.#first[at] !== FREE) return this.#numbers[at]!;
    if ((this.#size + 1) * ROOM > this.#first.length) {
      this.#grow();
      at = this.#find(a, b);
    }
    this.#size += 1;
    [this.#first[at], this.#second[at]] = [a, b];
    return (this.#numbers[at] = next());
  }

  #find(a: number, b: number): number {
    const mask = this.#first.length - 1;
    let at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 7 & mask;
    while (this.#first[at] !== FREE && (this.#first[at] !== a || this.#second[at] !== b)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [first, second, numbers] = [this.#first, this.#second, this.#numbers];
    [this.#first, this.#second, this.#numbers] = [new Int32Array(first.length * 2).fill(FREE), new Int32Array(first.length * 2), new Int32Array(first.length * 2)];
    for (let i = 0; i < first.length; i++) {
      if (first[i] === FREE) continue;
      const at = this.#find(first[i]!, second[i]!);
      [this.#first[at], this.#second[at], this.#numbers[at]] = [first[i]!, second[i]!, numbers[i]!];
    }
  }
}

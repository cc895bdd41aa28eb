/** So many cells of edit distances may be filled in for one revision: a few seconds of one process. */
const MOST_STEPS = 300_000_000;

/** What looking for edited words may still cost; shared by all marks of a revision. */
export class Effort {
  #left: number;
  /** How many searches were not made, or not to their end. */
  cut = 0;

  constructor(steps = MOST_STEPS) {
    this.#left = steps;
  }

  /** Whether so many steps more may be made; if not, they are remembered as cut. */
  take(steps: number): boolean {
    if (this.#left < steps) return false;
    this.#left -= steps;
    return true;
  }
}

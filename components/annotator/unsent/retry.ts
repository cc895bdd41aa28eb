import type { Trouble } from "./ports";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Tries again after pauses that grow, from one second to half a minute. */
export class Retry {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #trouble: Trouble | null = null;

  constructor(private readonly again: () => void) {}

  get isWaiting(): boolean {
    return this.#timer !== null;
  }

  /** Why the last try failed; null after a good one. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  wait(trouble: Trouble): void {
    this.stop();
    this.#trouble = trouble;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.again();
    }, pause);
  }

  succeeded(): void {
    this.#failures = 0;
    this.#trouble = null;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

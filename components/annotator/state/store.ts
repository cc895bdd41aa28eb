import type { SessionState } from "./session-state";

/** A state that is replaced as a whole, and those who want to know. */
export class SessionStore {
  readonly #listeners = new Set<() => void>();

  constructor(public state: SessionState) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected put(fields: Partial<SessionState>): void {
    this.state = { ...this.state, ...fields };
    for (const listener of this.#listeners) listener();
  }
}

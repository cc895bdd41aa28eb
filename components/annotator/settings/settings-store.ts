import { type ReaderSettings, readSettings } from "@/lib/accounts/reader-settings";
import type { SessionPorts } from "../state/saving";

type Fields = Partial<ReaderSettings>;

/**
 * How the person at the screen likes the reader to be. A change holds here at once and is sent behind the scenes, one
 * request at a time; what the server refuses is taken back, and what could not be sent goes with the next change.
 */
export class SettingsStore {
  readonly #listeners = new Set<() => void>();
  #unsent: Fields = {};
  #sending: Promise<void> | null = null;
  /** What the server is known to hold. */
  #kept: ReaderSettings;

  constructor(public state: ReaderSettings, private readonly ports: Pick<SessionPorts, "newId" | "send">) {
    this.#kept = state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes some settings. Resolves once they are kept, or once they could not be. */
  change(fields: Fields): Promise<void> {
    this.#unsent = { ...this.#unsent, ...fields };
    this.#show({ ...this.state, ...fields });
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #send(): Promise<void> {
    while (Object.keys(this.#unsent).length > 0) {
      const fields = this.#unsent;
      this.#unsent = {};
      const outcome = await this.ports.send({ method: "PATCH", path: "/account/reader-settings", body: fields }, this.ports.newId());
      if (outcome.kind === "retry") {
        this.#unsent = { ...fields, ...this.#unsent };
        return;
      }
      if (outcome.kind === "done") this.#kept = readSettings(outcome.body);
      this.#show({ ...this.#kept, ...this.#unsent });
    }
  }

  #show(state: ReaderSettings): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}

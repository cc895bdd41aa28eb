import { ApiProblem } from "@/components/api/client";

/** What is written, and the version of the stored row that it rests on; 0 before there is one. */
export type Written<T> = { readonly value: T; readonly version: number };

/** `bare`: nothing that could be saved yet. `offline`: kept here, sent again by itself. `refused`: kept here, with a reason. `changed`: another window wrote, and somebody must choose. */
export type Standing = "bare" | "saving" | "saved" | "offline" | "refused" | "changed";
export type Snapshot<T> = { readonly value: T; readonly standing: Standing; readonly why: string | null; readonly other: T | null };

/** What a keeper needs of the world around it. */
export type KeeperPorts<T> = {
  /** Keeps what is not saved on this device; null forgets it. */
  readonly store: { read(): Written<T> | null; write(kept: Written<T> | null): void };
  /** Sends what is written; throws `ApiProblem`. */
  readonly save: (value: T, version: number) => Promise<Written<T>>;
  /** Whether there is enough to send. */
  readonly worth: (value: T) => boolean;
  readonly later: (work: () => void, milliseconds: number) => () => void;
};

const PAUSE_MS = 700;
const AGAIN_MS = 5_000;
const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Saves what a person writes a moment after they pause. Until the server has taken it, it is kept on this device and
 * sent again; one request runs at a time. What another window wrote meanwhile is never overwritten unasked.
 */
export class Keeper<T extends object> {
  #now: Snapshot<T>;
  #version: number;
  #saved: T;
  #cancel: () => void = () => undefined;
  #running = false;
  #stopped = false;
  #other: Written<T> | null = null;
  readonly #watchers = new Set<() => void>();

  constructor(private readonly ports: KeeperPorts<T>, start: Written<T>) {
    const kept = ports.store.read();
    const begun = kept !== null && !alike(kept.value, start.value);
    this.#saved = start.value;
    this.#version = begun ? kept.version : start.version;
    this.#now = { value: begun ? kept.value : start.value, standing: begun ? "saving" : start.version === 0 ? "bare" : "saved", why: null, other: null };
    if (begun) this.#soon(0);
    else ports.store.write(null);
  }

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => void this.#watchers.delete(tell);
  };
  readonly snapshot = (): Snapshot<T> => this.#now;

  /** Somebody typed. */
  write(change: Partial<T>): void {
    const value = { ...this.#now.value, ...change };
    this.ports.store.write(alike(value, this.#saved) ? null : { value, version: this.#version });
    if (this.#other) return this.#show({ value });
    this.#show({ value, standing: this.ports.worth(value) ? "saving" : "bare", why: null });
    this.#soon(PAUSE_MS);
  }

  /** Sends what waits at once, as when the connection is back. */
  flush(): void {
    if (this.#now.standing === "offline" || this.#now.standing === "saving") this.#soon(0);
  }

  /** Of two that differ, stays with what stands here, or takes the other. */
  choose(whose: "mine" | "other"): void {
    if (!this.#other) return;
    this.#version = this.#other.version;
    this.#saved = this.#other.value;
    const value = whose === "mine" ? this.#now.value : this.#other.value;
    this.#other = null;
    this.ports.store.write(whose === "mine" ? { value, version: this.#version } : null);
    this.#show({ value, standing: whose === "mine" ? "saving" : "saved", other: null });
    if (whose === "mine") this.#soon(0);
  }

  /** Ends its timer; what is not saved stays on the device. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  /** Begins again after `stop`. */
  resume(): void {
    this.#stopped = false;
    this.flush();
  }

  #show(change: Partial<Snapshot<T>>): void {
    this.#now = { ...this.#now, ...change };
    for (const tell of this.#watchers) tell();
  }

  #soon(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.ports.later(() => void this.#send(), milliseconds);
  }

  async #send(): Promise<void> {
    const sent = this.#now.value;
    if (this.#running || this.#stopped || this.#other || alike(sent, this.#saved) && this.#version > 0 || !this.ports.worth(sent)) return this.#rest();
    this.#running = true;
    this.#show({ standing: "saving", why: null });
    try {
      this.#took(sent, await this.ports.save(sent, this.#version));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.#refused(sent, error);
    } finally {
      this.#running = false;
    }
    if (!this.#other && this.#now.standing === "saving" && !alike(this.#now.value, this.#saved)) this.#soon(PAUSE_MS);
  }

  // Typed back to what is saved: nothing is left to do.
  #rest(): void {
    if (!this.#running && this.#version > 0 && !this.#other && alike(this.#now.value, this.#saved)) this.#show({ standing: "saved", why: null });
  }

  #took(sent: T, stored: Written<T>): void {
    this.#version = stored.version;
    const typedOn = !alike(this.#now.value, sent);
    // The server trims; the words in the field stay as they were typed.
    this.#saved = sent;
    this.ports.store.write(typedOn ? { value: this.#now.value, version: stored.version } : null);
    this.#show({ standing: typedOn && this.ports.worth(this.#now.value) ? "saving" : typedOn ? "bare" : "saved", why: null });
  }

  #refused(sent: T, { problem }: ApiProblem): void {
    const current = problem.current as (T & { version: number }) | null | undefined;
    if (problem.status === 409 && current) {
      const value = Object.fromEntries(Object.keys(sent).map((key) => [key, (current as Record<string, unknown>)[key]])) as T;
      const other = { value, version: current.version };
      // It arrived the first time, and only its answer was lost.
      if (alike(value, sent)) return this.#took(sent, other);
      this.#other = other;
      return this.#show({ standing: "changed", other: value, why: null });
    }
    const gone = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    this.#show({ standing: gone ? "offline" : "refused", why: problem.detail });
    if (gone) this.#soon(AGAIN_MS);
  }
}

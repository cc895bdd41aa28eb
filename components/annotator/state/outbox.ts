import type { Outcome, WriteRequest } from "../api";
import { type Change, isRowChange, keyOf } from "./model";

/** A change on its way to the server. Its request is fixed at the first try, so that a retry is the same operation. */
export interface OutboxEntry {
  readonly operationId: string;
  readonly change: Change;
  /** Leads back if the server refuses. */
  readonly inverse: Change | null;
  readonly request: WriteRequest | null;
}

/** How sending stands. `waiting`: the last try failed and the next is timed. */
export type Sending = { readonly phase: "idle" | "sending" | "waiting"; readonly unsent: number; readonly problem: { readonly signedOut: boolean; readonly sentence: string } | null };

/** What an outbox needs from outside. */
export interface OutboxPorts {
  readonly newId: () => string;
  readonly prepare: (change: Change) => WriteRequest;
  readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome>;
  /** Called once per entry with its final outcome, before the next entry is prepared. */
  readonly settle: (entry: OutboxEntry, outcome: Exclude<Outcome, { kind: "retry" }>) => void;
  readonly changed: () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Sends changes one after the other, in order, and tries again with growing pauses while the server cannot be
 * reached. Kept in memory; entries are plain data, so that a store on disk can take its place.
 */
export class Outbox {
  #entries: OutboxEntry[] = [];
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #problem: Sending["problem"] = null;
  #idleWaiters: ((drained: boolean) => void)[] = [];

  constructor(private readonly ports: OutboxPorts) {}

  /** How sending stands now. */
  get state(): Sending {
    const phase = this.#entries.length === 0 ? "idle" : this.#timer === null ? "sending" : "waiting";
    return { phase, unsent: this.#entries.length, problem: this.#problem };
  }

  /** Keys of what has not arrived yet. */
  get keys(): ReadonlySet<string> {
    return new Set(this.#entries.map((entry) => keyOf(entry.change)));
  }

  /** Queues a change; joins it to the one before when that was not tried yet and is about the same thing. */
  push(change: Change, inverse: Change | null): void {
    const last = this.#entries.at(-1);
    const joined = last !== undefined && last.request === null ? join(last, change, inverse) : null;
    if (joined !== null) this.#entries[this.#entries.length - 1] = joined;
    else this.#entries.push({ operationId: this.ports.newId(), change, inverse, request: null });
    this.ports.changed();
    void this.#run();
  }

  /** Takes out what has not been tried yet about one key, the last first. */
  drop(key: string): OutboxEntry[] {
    const dropped = this.#entries.filter((entry) => keyOf(entry.change) === key && entry.request === null);
    this.#entries = this.#entries.filter((entry) => !dropped.includes(entry));
    return dropped.reverse();
  }

  /** Tries at once instead of waiting for the timer, as when the network is back. */
  retryNow(): void {
    if (this.#timer === null) return;
    this.#stopTimer();
    void this.#run();
  }

  /** Resolves true once all is sent, or false as soon as it has to wait for the server. */
  drained(): Promise<boolean> {
    if (this.#entries.length === 0) return Promise.resolve(true);
    if (this.#timer !== null) return Promise.resolve(false);
    return new Promise((resolve) => this.#idleWaiters.push(resolve));
  }

  /** Stops the timer; what is in flight goes on. */
  stop(): void {
    this.#stopTimer();
  }

  async #run(): Promise<void> {
    if (this.#sending || this.#timer !== null) return;
    this.#sending = true;
    for (let entry = this.#entries[0]; entry !== undefined; entry = this.#entries[0]) {
      const request = entry.request ?? this.ports.prepare(entry.change);
      const tried: OutboxEntry = { ...entry, request };
      this.#entries[0] = tried;
      const outcome = await this.ports.send(request, tried.operationId);
      if (outcome.kind === "retry") {
        this.#pause(outcome);
        break;
      }
      this.#entries.shift();
      this.#failures = 0;
      this.#problem = null;
      this.ports.settle(tried, outcome);
      this.ports.changed();
    }
    this.#sending = false;
    this.#wake();
    if (this.#entries.length > 0 && this.#timer === null) void this.#run();
  }

  #pause(problem: NonNullable<Sending["problem"]>): void {
    this.#problem = { signedOut: problem.signedOut, sentence: problem.sentence };
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#run();
    }, pause);
    this.ports.changed();
  }

  #wake(): void {
    if (this.#entries.length > 0 && this.#timer === null) return;
    const drained = this.#entries.length === 0;
    for (const resolve of this.#idleWaiters.splice(0)) resolve(drained);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** Two changes as one, when the first was not tried yet; null when they cannot be joined. */
function join(entry: OutboxEntry, change: Change, inverse: Change | null): OutboxEntry | null {
  const before = entry.change;
  if (keyOf(before) !== keyOf(change)) return null;
  // A note that is taken away may not be there yet for the server to take.
  if (isRowChange(before) && isRowChange(change) && !(change.kind === "note" && change.note === null)) return { ...entry, change };
  if (before.kind === "edit" && change.kind === "edit") {
    const back = entry.inverse?.kind === "edit" && inverse?.kind === "edit" ? { ...entry.inverse, fields: { ...inverse.fields, ...entry.inverse.fields } } : entry.inverse;
    return { ...entry, change: { ...before, fields: { ...before.fields, ...change.fields } }, inverse: back };
  }
  if (before.kind === "create" && change.kind === "edit") return { ...entry, change: { kind: "create", span: { ...before.span, ...change.fields } } };
  return null;
}

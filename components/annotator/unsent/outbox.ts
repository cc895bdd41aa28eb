import { type Outcome, versionIn } from "../api";
import type { History } from "../state/history";
import { keyOf } from "../state/model";
import type { Message } from "./channel";
import { HistoryKeeper } from "./history-keeper";
import type { Hearer, OutboxPorts, Pushed, Sending, Settled, Trouble } from "./ports";
import { type Aside, countWaiting, type Entry, type Kept, type Owner, toSend, type Versions } from "./record";
import { Retry } from "./retry";

/** How long another tab has to send what it made. */
const OTHERS_MS = 5_000;
const NOBODY_KNOWS: Trouble = { signedOut: false, other: false };
const SOMEBODY_ELSE: Trouble = { signedOut: false, other: true };

/** What one member changed in one browser, sent one after the other in the order it was made, by one tab at a time. */
export class Outbox {
  /** Resolves when what was left here before is known. */
  readonly ready: Promise<void>;
  #records: readonly Kept[] = [];
  #coming: Entry[] = [];
  #writing: Promise<void> | null = null;
  #running = false;
  #looking: ReturnType<typeof setTimeout> | null = null;
  readonly #retry = new Retry(() => void this.#run());
  #waiters: { readonly assignmentId: string | undefined; readonly resolve: (drained: boolean) => void }[] = [];
  /** What can be undone. */
  readonly history: HistoryKeeper;
  readonly #hearers = new Map<string, Set<Hearer>>();
  readonly #watchers = new Set<() => void>();

  constructor(private readonly ports: OutboxPorts) {
    this.history = new HistoryKeeper(ports.shelf, ports.owner);
    this.ready = this.#read().catch(() => undefined);
    ports.channel?.hear((message) => this.#heard(message));
  }

  get owner(): Owner {
    return this.ports.owner;
  }

  /** Everything that is kept, in order, also what the server did not take. A new array at each change. */
  get records(): readonly Kept[] {
    return this.#records;
  }

  /** Whether leaving the tab now would lose a change. */
  get isFragile(): boolean {
    return this.#coming.length > 0 || (!this.ports.shelf.outlivesTab && toSend(this.#records).length > 0);
  }

  /** How sending stands: of one assignment, or of all. */
  sending(assignmentId?: string): Sending {
    const isMeant = (one: Entry): boolean => assignmentId === undefined || one.place.assignmentId === assignmentId;
    const unsent = countWaiting(this.#records.filter(isMeant), this.#coming.filter(isMeant));
    const phase = unsent === 0 ? "idle" : this.#retry.isWaiting ? "waiting" : "sending";
    return { phase, unsent, problem: unsent === 0 ? null : this.#retry.trouble, safe: this.ports.shelf.outlivesTab };
  }

  /** What is kept of one assignment. */
  of(assignmentId: string): Kept[] {
    return this.#records.filter(({ place }) => place.assignmentId === assignmentId);
  }

  /** Keys of what has not arrived yet of one assignment. */
  keys(assignmentId: string): ReadonlySet<string> {
    return new Set([...toSend(this.of(assignmentId)), ...this.#coming.filter(({ place }) => place.assignmentId === assignmentId)].map(({ change }) => keyOf(change)));
  }

  /** Hears of one assignment. Returns how to stop. */
  attach(assignmentId: string, hearer: Hearer): () => void {
    const hearers = this.#hearers.get(assignmentId) ?? new Set();
    this.#hearers.set(assignmentId, hearers.add(hearer));
    return () => hearers.delete(hearer);
  }

  /** Is told when `records` or how sending stands is another. Returns how to stop. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Takes a change in: on the shelf first, then to the server. */
  push(pushed: Pushed): void {
    const { memberId, userId } = this.ports.owner;
    this.#coming.push({ ...pushed, operationId: this.ports.newId(), memberId, userId, request: null, aside: null });
    this.#changed();
    void this.#write();
  }

  /** Tries at once instead of waiting for the timer, as when the network is back. */
  readonly retryNow = (): void => {
    this.#retry.stop();
    void this.#read().catch(() => undefined).then(() => this.#run());
  };

  /** Resolves true once all is sent (of one assignment, or of all), or false as soon as it has to wait for the server. */
  drained(assignmentId?: string): Promise<boolean> {
    const { phase } = this.sending(assignmentId);
    if (phase !== "sending") return Promise.resolve(phase === "idle");
    return new Promise((resolve) => this.#waiters.push({ assignmentId, resolve }));
  }

  /** Ends a conflict: what was pushed before comes on the shelf, then the records about the key go. */
  async choose(assignmentId: string, key: string): Promise<void> {
    const about = this.of(assignmentId).filter(({ aside, change }) => aside !== null && keyOf(change) === key);
    this.ports.channel?.tell({ kind: "chosen", assignmentId, key });
    await this.#write();
    await this.discard(about);
  }

  /** Throws kept changes away. */
  async discard(records: readonly Kept[]): Promise<void> {
    const gone = new Set(records.map(({ seq }) => seq));
    await this.ports.shelf.discard(records);
    this.#records = this.#records.filter(({ seq }) => !gone.has(seq));
    this.ports.channel?.tell({ kind: "discarded", seqs: [...gone] });
    this.#changed();
  }

  /** What this device knows of one assignment from before. */
  async opening(assignmentId: string): Promise<{ history: History | null; versions: Versions }> {
    const { shelf, owner } = this.ports;
    const nothing = { history: null, versions: {} };
    return Promise.all([shelf.history(owner.memberId, assignmentId), shelf.versions(owner.memberId, assignmentId)]).then(([history, versions]) => ({ history, versions }), () => nothing);
  }

  /** Stops the timer; what is in flight goes on. */
  readonly stop = (): void => this.#retry.stop();

  #write(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    await this.ready;
    while (this.#coming.length > 0) {
      const taken = this.#coming.length;
      const kept = await this.ports.shelf.add(this.#coming.slice(0, taken));
      this.#coming = this.#coming.slice(taken);
      this.#records = merged(this.#records, kept);
      this.ports.channel?.tell({ kind: "made", records: kept });
      void this.#run();
    }
    this.#changed();
  }

  async #run(): Promise<void> {
    if (this.#running || this.#retry.isWaiting || toSend(this.#records).length === 0) return;
    this.#running = true;
    const problem = await this.ports.turn.take((mine) => this.#pass(mine)).catch(() => NOBODY_KNOWS);
    if (problem !== null) this.#retry.wait(problem);
    // Another tab may have sent some of it.
    else await this.#read().catch(() => undefined);
    this.#running = false;
    this.#changed();
    void this.#run();
  }

  /** Sends until nothing is left or something stands in the way. */
  async #pass(mine: () => Promise<boolean>): Promise<Trouble | null> {
    const { shelf, owner } = this.ports;
    for (let record = await shelf.next(owner.memberId); record !== null; record = (await mine()) ? await shelf.next(owner.memberId) : null) {
      this.#records = merged(this.#records, [record]);
      const outcome = await this.#send(record);
      if (outcome.kind === "retry") return { signedOut: outcome.signedOut, other: outcome.other === true };
      const behind = outcome.kind === "done" ? [] : await shelf.setAside(record, asideOf(record, outcome));
      if (outcome.kind === "done") await shelf.done(record, versionIn(outcome.body));
      this.#retry.succeeded();
      this.ports.channel?.tell({ kind: "settled", record, behind, outcome });
      this.#settled({ record, behind, outcome });
    }
    return null;
  }

  /** What is not there for whoever is signed in may be there for the owner, so a refusal counts only when it was said to the owner. */
  async #send(record: Kept): Promise<Settled["outcome"] | { readonly kind: "retry"; readonly signedOut: boolean; readonly other?: boolean | undefined }> {
    const again = (): Promise<Outcome> => this.ports.send(record.request!, record.operationId);
    const outcome = await again();
    if (outcome.kind !== "refused" || outcome.doubtful !== true) return outcome;
    const isOwner = await this.ports.isOwner();
    if (isOwner === true) return again();
    return { kind: "retry", ...(isOwner === null ? NOBODY_KNOWS : SOMEBODY_ELSE) };
  }

  #settled(settled: Settled): void {
    const { record, behind, outcome } = settled;
    const gone = this.#records.filter(({ seq }) => seq !== record.seq);
    this.#records = outcome.kind === "done" ? gone : merged(gone, [{ ...record, aside: asideOf(record, outcome) }, ...behind]);
    for (const hearer of this.#hearers.get(record.place.assignmentId) ?? []) hearer.settled(settled);
    this.#changed();
  }

  #heard(message: Message): void {
    if (message.kind === "settled") return this.#settled(message);
    if (message.kind === "chosen") {
      for (const hearer of this.#hearers.get(message.assignmentId) ?? []) hearer.chosen(message.key);
      return;
    }
    if (message.kind === "discarded") this.#records = this.#records.filter(({ seq }) => !message.seqs.includes(seq));
    else {
      this.#records = merged(this.#records, message.records);
      this.#lookLater();
      for (const [assignmentId, hearers] of this.#hearers) {
        const own = message.records.filter(({ place }) => place.assignmentId === assignmentId);
        if (own.length > 0) for (const hearer of hearers) hearer.made(own);
      }
    }
    this.#changed();
  }

  /** Whoever made a change sends it; unless that tab is gone. */
  #lookLater(): void {
    this.#looking ??= setTimeout(() => {
      this.#looking = null;
      void this.#run();
    }, OTHERS_MS);
  }

  async #read(): Promise<void> {
    this.#records = await this.ports.shelf.all(this.ports.owner.memberId);
    this.#changed();
    void this.#run();
  }

  #changed(): void {
    for (const hearers of this.#hearers.values()) for (const { changed } of hearers) changed();
    for (const watcher of this.#watchers) watcher();
    const waiters = this.#waiters;
    this.#waiters = waiters.filter(({ assignmentId, resolve }) => {
      const { phase } = this.sending(assignmentId);
      if (phase === "sending") return true;
      resolve(phase === "idle");
      return false;
    });
  }
}

function asideOf({ change }: Entry, outcome: Exclude<Outcome, { kind: "retry" | "done" }>): Aside {
  if (outcome.kind === "conflict" && change.kind !== "create") return { kind: "conflict", current: outcome.current, version: outcome.version };
  return { kind: "refused", sentence: outcome.sentence };
}

function merged(records: readonly Kept[], changed: readonly Kept[]): Kept[] {
  const by = new Map([...records, ...changed].map((one) => [one.seq, one]));
  return [...by.values()].sort((a, b) => a.seq - b.seq);
}

import type { CodebookContent } from "@/lib/codebook/content";
import { same } from "@/lib/codebook/same";

/** What the server says to a save. `gone`: the draft was published or thrown away meanwhile. */
export type SaveAnswer =
  | { kind: "saved"; version: number; content: CodebookContent }
  | { kind: "stale"; current: { version: number; content: CodebookContent } }
  | { kind: "refused"; detail: string; errors: readonly FieldProblem[] }
  | { kind: "unreachable" }
  | { kind: "gone" };
/** A place of the codebook ("/sets/0/name") and what is wrong there. */
export type FieldProblem = { readonly path: string; readonly message: string };

/** What the session needs from outside. */
export interface DraftPorts {
  save(version: number, content: CodebookContent): Promise<SaveAnswer>;
  /** Calls back after so many milliseconds; returns how to call it off. */
  later(ms: number, work: () => void): () => void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** How the draft stands. `base` is what the server keeps; `theirs` is what another person saved in between. */
export type DraftState = {
  readonly content: CodebookContent;
  readonly base: CodebookContent;
  readonly version: number;
  readonly save: "saved" | "waiting" | "saving" | "offline" | "refused" | "clash" | "gone";
  readonly savedAt: number | null;
  readonly detail: string | null;
  readonly errors: readonly FieldProblem[];
  readonly theirs: { readonly version: number; readonly content: CodebookContent } | null;
};

const WAIT_MS = 800;
const RETRY_MS = 5_000;

/** A draft that one person edits: saves by itself a moment after each change, one request at a time, and loses nothing. */
export class DraftSession {
  #state: DraftState;
  #listeners = new Set<() => void>();
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  /** What of ours has arrived; the server may have tidied it. */
  #arrived: CodebookContent;

  constructor(draft: { version: number; content: CodebookContent }, private readonly ports: DraftPorts) {
    this.#arrived = draft.content;
    this.#state = { content: draft.content, base: draft.content, version: draft.version, save: "saved", savedAt: null, detail: null, errors: [], theirs: null };
  }

  readonly state = (): DraftState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Whether something has not arrived. */
  get unsaved(): boolean {
    return this.#state.content !== this.#arrived;
  }

  /** Changes the draft. */
  edit(change: (content: CodebookContent) => CodebookContent): void {
    const content = change(this.#state.content);
    if (content === this.#state.content || this.#state.save === "gone") return;
    this.#set({ content, ...(this.#state.save === "saved" ? { save: "waiting" as const } : {}) });
    if (this.#state.theirs === null) this.#schedule(WAIT_MS);
  }

  /** Saves at once what waits. True when all of it has arrived. */
  async flush(): Promise<boolean> {
    while (this.#running) await this.#running;
    if (this.unsaved && this.#state.theirs === null && this.#state.save !== "gone") await this.#start();
    return !this.unsaved;
  }

  /** Tries again now: the network or the person is back. */
  retryNow(): void {
    if (this.unsaved && this.#state.save === "offline") this.#schedule(0);
  }

  /** After the merge view: this is what counts, on top of what the other person saved. */
  settle(content: CodebookContent): Promise<boolean> {
    const { theirs } = this.#state;
    if (theirs === null) return Promise.resolve(false);
    this.#arrived = theirs.content;
    this.#set({ base: theirs.content, version: theirs.version, content, theirs: null, save: "waiting" });
    return this.flush();
  }

  /** The server wrote the draft anew (a preset, an import). */
  replace(draft: { version: number; content: CodebookContent }): void {
    this.#arrived = draft.content;
    this.#set({ ...draft, base: draft.content, save: "saved", savedAt: this.ports.now(), detail: null, errors: [], theirs: null });
  }

  /** No more saving by itself; what runs goes on. */
  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #schedule(ms: number): void {
    this.end();
    this.#cancel = this.ports.later(ms, () => void this.#start());
  }

  #start(): Promise<void> {
    this.end();
    // What changed while a request ran is sent by the next one.
    this.#running ??= this.#save().finally(() => {
      this.#running = null;
      if (this.unsaved && this.#state.save === "waiting") this.#schedule(WAIT_MS);
      if (this.#state.save === "offline") this.#schedule(RETRY_MS);
    });
    return this.#running;
  }

  async #save(): Promise<void> {
    const { content: sent, version } = this.#state;
    this.#set({ save: "saving" });
    const answer = await this.ports.save(version, sent);
    const changed = this.#state.content !== sent;
    if (answer.kind === "saved") this.#saved(sent, answer);
    // An earlier save arrived although its answer did not.
    else if (answer.kind === "stale" && same(answer.current.content, sent)) this.#saved(sent, answer.current);
    else if (answer.kind === "stale") this.#set({ save: "clash", theirs: answer.current });
    else if (answer.kind === "refused") this.#set({ save: changed ? "waiting" : "refused", detail: answer.detail, errors: answer.errors });
    else this.#set({ save: answer.kind === "gone" ? "gone" : "offline" });
  }

  #saved(sent: CodebookContent, kept: { version: number; content: CodebookContent }): void {
    this.#arrived = sent;
    this.#set({ base: kept.content, version: kept.version, save: this.#state.content === sent ? "saved" : "waiting", savedAt: this.ports.now(), detail: null, errors: [] });
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

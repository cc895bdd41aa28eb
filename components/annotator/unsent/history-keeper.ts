import type { History } from "../state/history";
import type { Owner } from "./record";
import type { Shelf } from "./shelf";

/** Steps that outlive a reload. */
const DEPTH = 200;
const PAUSE_MS = 250;

/** Keeps what can be undone, a moment after the last change, so that marking never waits for it. */
export class HistoryKeeper {
  readonly #coming = new Map<string, History>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly shelf: Shelf, private readonly owner: Owner) {}

  keep(assignmentId: string, { undo, redo }: History): void {
    this.#coming.set(assignmentId, { undo: undo.slice(-DEPTH), redo: redo.slice(-DEPTH) });
    this.#timer ??= setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Keeps it now, as when the page is left. */
  readonly flush = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    // Losing it costs convenience, no work.
    for (const [assignmentId, history] of this.#coming) void this.shelf.keepHistory(this.owner, assignmentId, history).catch(() => undefined);
    this.#coming.clear();
  };
}

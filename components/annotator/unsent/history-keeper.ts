import type { History } from "../state/history";
import type { Owner } from "./record";
import type { Shelf } from "./shelf";

/** Steps that outlive a reload. */
const DEPTH = 200;
const PAUSE_MS = 250;

/** Keeps what can be undone: the first change at once, those that follow quickly together. Marking never waits for it. */
export class HistoryKeeper {
  readonly #coming = new Map<string, History>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly shelf: Shelf, private readonly owner: Owner) {}

  keep(assignmentId: string, { undo, redo }: History): void {
    this.#coming.set(assignmentId, { undo: undo.slice(-DEPTH), redo: redo.slice(-DEPTH) });
    if (this.#timer !== null) return;
    // At once, since the page may be loaded again and another tab's steps be there already.
    this.flush();
    this.#timer = setTimeout(this.flush, PAUSE_MS);
  }

  /** Another tab went on with this work: what it can undo counts, and what is still to be kept from here would lie over it. */
  leave(assignmentId: string): void {
    this.#coming.delete(assignmentId);
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

import type { AnnotateDocument, AssignmentState } from "../types";
import type { AnnotatorSession } from "./session";

/** How far the work is, as the server says. */
export interface Standing {
  readonly state: AssignmentState | "withdrawn";
  readonly changes: number;
}

/** What following needs from outside. */
export interface ElsewherePorts {
  /** Throws when the server cannot be reached. */
  readonly standing: () => Promise<Standing>;
  readonly document: () => Promise<AnnotateDocument>;
}

const PAUSE_MS = 400;

/**
 * Takes over what was done on another device. Told that something changed, it asks for one number, which is what
 * this screen knows unless somebody else was at work; and waits until everything from here has been sent.
 */
export class Elsewhere {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asking = false;
  #again = false;
  readonly #leave: () => void;

  constructor(private readonly session: Pick<AnnotatorSession, "changes" | "hasUnsent" | "state" | "adopt" | "subscribe" | "outdated" | "document">, private readonly ports: ElsewherePorts) {
    this.#leave = session.subscribe(() => {
      if (this.#again && !session.hasUnsent) this.look();
    });
  }

  /** Something of this article changed, here or elsewhere. */
  readonly look = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#ask();
    }, PAUSE_MS);
  };

  readonly stop = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#leave();
  };

  async #ask(): Promise<void> {
    const { session } = this;
    this.#again = this.#asking || session.hasUnsent;
    if (this.#again) return;
    this.#asking = true;
    // Away: the next event, or coming back to the window, asks again.
    await this.#compare().catch(() => undefined);
    this.#asking = false;
    if (this.#again) this.look();
  }

  async #compare(): Promise<void> {
    const { session } = this;
    const standing = await this.ports.standing();
    if (isKnown(standing, session)) return;
    const before = session.changes;
    const document = await this.ports.document();
    // What was saved from here while the document was on its way may not be in it.
    this.#again ||= session.hasUnsent || session.changes !== before;
    if (this.#again) return;
    if (document.returns.length > session.document.returns.length || document.article.revisionId !== session.document.article.revisionId) session.outdated();
    else session.adopt(document);
  }
}

function isKnown({ state, changes }: Standing, session: Pick<AnnotatorSession, "changes" | "state">): boolean {
  const now = session.state.assignment.state;
  // One's own first mark begins the work.
  const sameState = state === now || (state === "in_progress" && now === "assigned");
  return changes === session.changes && sameState;
}

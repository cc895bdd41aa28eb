import { type Outcome, versionIn, type WriteRequest } from "../api";
import type { AnnotateDocument } from "../types";
import { adoptSpan, keepMine, rowConflict, spanConflict } from "./conflicts";
import { forget, type History, remember, step } from "./history";
import { answerKey, applyChange, type Change, invert, isRowChange, judgementKey, keyOf, noteKey, spanIdOf, spanKey } from "./model";
import { Outbox, type OutboxEntry } from "./outbox";
import { type Place, requestOf } from "./requests";
import { askedAgain, looked, type Reviews } from "./reviews";
import { isReadOnly, openingState } from "./session-state";
import { SessionStore } from "./store";

/** What a session needs from outside. */
export interface SessionPorts {
  readonly newId: () => string;
  readonly now: () => Date;
  readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome>;
}

/** The part of a session that makes changes, sends them, takes them back and settles what changed elsewhere. */
export class SavingSession extends SessionStore {
  readonly #versions = new Map<string, number>();
  readonly #outbox: Outbox;
  readonly #place: Place;

  constructor(readonly projectId: string, readonly document: AnnotateDocument, protected readonly ports: SessionPorts) {
    super(openingState(document));
    this.#place = { projectId, assignmentId: document.assignment.id, revisionId: document.article.revisionId, codebookVersionId: document.codebookVersion.id };
    for (const span of document.spans) this.#versions.set(spanKey(span.id), span.version);
    for (const judgement of document.judgements) this.#versions.set(judgementKey(judgement.targetId), judgement.version);
    for (const answer of document.answers) this.#versions.set(answerKey(answer.setId), answer.version);
    for (const note of document.notes) this.#versions.set(noteKey(note.id), note.version);
    this.#outbox = new Outbox({
      newId: ports.newId,
      send: ports.send,
      prepare: (change) => requestOf(change, this.#place, this.#versions.get(keyOf(change)) ?? 0),
      settle: (entry, outcome) => this.#settle(entry, outcome),
      changed: () => this.#sendingChanged(),
    });
  }

  /** True when leaving now would lose something. */
  get hasUnsent(): boolean {
    return this.#outbox.state.unsent > 0;
  }

  readonly retryNow = (): void => this.#outbox.retryNow();
  readonly stop = (): void => this.#outbox.stop();

  /** An id for something new. */
  readonly newId = (): string => this.ports.newId();

  readonly undo = (): void => this.#step("undo");
  readonly redo = (): void => this.#step("redo");

  /** Ends a conflict over a span with one side. */
  settleSpan(id: string, side: "mine" | "theirs"): void {
    const conflict = this.state.spanConflicts.get(id);
    if (conflict === undefined) return;
    const spanConflicts = new Map(this.state.spanConflicts);
    spanConflicts.delete(id);
    this.put({ spanConflicts, model: adoptSpan(this.state.model, id, conflict.theirs), history: forget(this.state.history, spanKey(id)) });
    if (side === "mine") for (const change of keepMine(id, conflict)) this.do(change);
  }

  /** Ends a conflict over something about the whole article with one side. */
  settleRow(key: string, side: "mine" | "theirs"): void {
    const conflict = this.state.rowConflicts.get(key);
    if (conflict === undefined) return;
    const rowConflicts = new Map(this.state.rowConflicts);
    rowConflicts.delete(key);
    this.put({ rowConflicts, model: applyChange(this.state.model, conflict.theirs), history: forget(this.state.history, key) });
    if (side === "mine") this.do(conflict.mine);
  }

  /** Resolves true once everything has reached the server, or false as soon as it has to wait for it. */
  protected allSent(): Promise<boolean> {
    return this.#outbox.drained();
  }

  /** Makes a change that can be undone. */
  protected do(change: Change): void {
    if (!isReadOnly(this.state)) this.#apply(change, remember(this.state.history, this.state.model, change));
  }

  #step(way: "undo" | "redo"): void {
    if (isReadOnly(this.state)) return;
    const next = step(this.state.history, this.state.model, way);
    if (next === null) return;
    this.put({ draft: null, spoken: way === "undo" ? "Undone" : "Done again" });
    this.#apply(next.change, next.history);
  }

  /** Makes a change here and sends it. What stood in the way of submitting may be gone with it. */
  #apply(change: Change, history: History): void {
    const { model, reviews, answerReviews, submission } = this.state;
    const inverse = invert(model, change);
    this.put({ history, model: applyChange(model, change), refusal: null, ...looked({ reviews, answerReviews }, change), ...(submission.step === "refused" ? { submission: { step: "none" } } : {}) });
    this.#outbox.push(change, inverse);
  }

  #settle(entry: OutboxEntry, outcome: Exclude<Outcome, { kind: "retry" }>): void {
    const key = keyOf(entry.change);
    if (outcome.kind === "done") {
      const version = versionIn(outcome.body);
      if (version !== null) this.#versions.set(key, version);
      this.put({ savedAt: this.ports.now() });
      return;
    }
    if (outcome.kind === "conflict" && entry.change.kind !== "create") return this.#conflict(entry.change, outcome);
    const { model } = this.state;
    const back = [...this.#outbox.drop(key), entry].flatMap(({ inverse }) => (inverse === null ? [] : [inverse]));
    this.put({ model: back.reduce(applyChange, model), history: forget(this.state.history, key), refusal: `Not saved. ${outcome.sentence}`, spoken: outcome.sentence });
    this.put(this.#lookAgain(entry.change));
  }

  /** The row changed elsewhere. What was queued behind is part of "mine" already. */
  #conflict(change: Change, { current, version }: Extract<Outcome, { kind: "conflict" }>): void {
    const key = keyOf(change);
    this.#outbox.drop(key);
    this.#versions.set(key, version ?? 0);
    const { model } = this.state;
    this.put(this.#lookAgain(change));
    if (isRowChange(change)) {
      const conflict = rowConflict(model, change, current);
      if (conflict !== null) this.put({ rowConflicts: new Map(this.state.rowConflicts).set(key, conflict), spoken: "Something changed elsewhere" });
      return;
    }
    const id = spanIdOf(change);
    const conflict = spanConflict(model, change, current);
    if (conflict !== null) this.put({ spanConflicts: new Map(this.state.spanConflicts).set(id, conflict), openId: id, spoken: "This mark changed elsewhere" });
  }

  #lookAgain(change: Change): Reviews {
    const { reviews, answerReviews } = this.state;
    return askedAgain({ reviews, answerReviews }, change, this.document);
  }

  #sendingChanged(): void {
    const sending = this.#outbox.state;
    this.put({ sending, unsentKeys: sending.phase === "waiting" ? this.#outbox.keys : NONE });
  }
}

const NONE: ReadonlySet<string> = new Set();

import type { JudgementValue, SpanCodes } from "@/lib/annotations/span";
import { type Outcome, versionIn, type WriteRequest } from "../api";
import { type Draft, draftFor, lacking, type Selected, spanOf } from "../marking/draft";
import type { AnnotateDocument, AnnotatorSpan, Target } from "../types";
import { adoptJudgement, adoptSpan, differing, keepMine } from "./conflicts";
import { forget, remember, step } from "./history";
import { applyChange, type Change, invert, judgementKey, keyOf, spanKey } from "./model";
import { Outbox, type OutboxEntry } from "./outbox";
import { judgementIn, type Place, requestOf, spanIn } from "./requests";
import { isReadOnly, openingState, type SessionState } from "./session-state";
import { markSpoken, spanSpoken } from "./spoken";
import { checkSubmission, SubmissionRequest } from "./submission";

/** What a session needs from outside. */
export interface SessionPorts {
  readonly newId: () => string;
  readonly now: () => Date;
  readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome>;
}

/** One sitting over one assignment: the state of the screen, and everything a person can do to it. */
export class AnnotatorSession {
  state: SessionState;
  readonly #versions = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #outbox: Outbox;
  readonly #place: Place;
  readonly #submission: SubmissionRequest;

  constructor(readonly projectId: string, readonly document: AnnotateDocument, private readonly ports: SessionPorts) {
    this.state = openingState(document);
    this.#place = { projectId, assignmentId: document.assignment.id, revisionId: document.article.revisionId };
    this.#submission = new SubmissionRequest(`/projects/${projectId}/assignments/${document.assignment.id}/submit`, ports);
    for (const span of document.spans) this.#versions.set(spanKey(span.id), span.version);
    for (const judgement of document.judgements) this.#versions.set(judgementKey(judgement.targetId), judgement.version);
    this.#outbox = new Outbox({
      newId: ports.newId,
      send: ports.send,
      prepare: (change) => requestOf(change, this.#place, this.#versions.get(keyOf(change)) ?? 0),
      settle: (entry, outcome) => this.#settle(entry, outcome),
      changed: () => this.#sendingChanged(),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** True when leaving now would lose something. */
  get hasUnsent(): boolean {
    return this.#outbox.state.unsent > 0;
  }

  readonly retryNow = (): void => this.#outbox.retryNow();
  readonly stop = (): void => this.#outbox.stop();

  /** Starts a draft for selected words, or ends it with null. The same words again change nothing. */
  select(selected: Selected | null, notice: string | null = null): void {
    const now = this.state.draft?.selected.part;
    if (selected !== null && now?.start === selected.part.start && now.end === selected.part.end) return;
    const draft = selected === null || isReadOnly(this.state) ? null : draftFor(selected, this.state.last, this.document.wordsAskVoice !== false);
    this.#set({ draft, notice });
  }

  changeDraft(fields: Partial<Omit<Draft, "selected">>): void {
    if (this.state.draft !== null) this.#set({ draft: { ...this.state.draft, ...fields }, notice: null });
  }

  /** Makes the draft a span. False, with a notice, while something is lacking. */
  mark(): boolean {
    const { draft } = this.state;
    if (draft === null) return false;
    const span = spanOf(draft, this.ports.newId());
    if (span === null) {
      this.#set({ notice: lacking(draft) });
      return false;
    }
    this.#do({ kind: "create", span });
    this.#set({ draft: null, openId: span.id, last: { framing: span.framing, targetId: span.targetId }, spoken: markSpoken(span, this.document.targets, draft.selected.words) });
    return true;
  }

  edit(id: string, fields: Partial<SpanCodes>): void {
    const span = this.state.model.spans.get(id);
    if (span === undefined || this.state.spanConflicts.has(id)) return;
    const changed = Object.fromEntries(Object.entries(fields).filter(([field, value]) => span[field as keyof SpanCodes] !== value));
    if (Object.keys(changed).length > 0) this.#do({ kind: "edit", id, fields: changed });
  }

  remove(id: string): boolean {
    if (!this.state.model.spans.has(id) || isReadOnly(this.state)) return false;
    this.#do({ kind: "delete", id });
    this.#set({ openId: this.state.openId === id ? null : this.state.openId, litId: null, spoken: "Span deleted" });
    return true;
  }

  /** Takes a deletion back, whatever was done since. */
  putBack(span: AnnotatorSpan): void {
    if (!this.state.model.spans.has(span.id)) this.#do({ kind: "restore", span });
    this.#set({ openId: span.id });
  }

  judge(targetId: string, value: JudgementValue): void {
    if (this.state.model.judgements.get(targetId) !== value) this.#do({ kind: "judge", targetId, value });
  }

  readonly undo = (): void => this.#step("undo");
  readonly redo = (): void => this.#step("redo");

  open(id: string | null): void {
    if (this.state.openId !== id) this.#set({ openId: id });
  }

  light(id: string | null): void {
    if (this.state.litId !== id) this.#set({ litId: id });
  }

  useTarget(targetId: string): void {
    this.#set({ last: { ...this.state.last, targetId } });
    this.changeDraft({ targetId });
  }

  /** Speaks a span in the live region. */
  say(span: AnnotatorSpan, targets: readonly Target[]): void {
    this.#set({ spoken: spanSpoken(span, targets) });
  }

  /** Ends a conflict over a span with one side. */
  settleSpan(id: string, side: "mine" | "theirs"): void {
    const conflict = this.state.spanConflicts.get(id);
    if (conflict === undefined) return;
    const spanConflicts = new Map(this.state.spanConflicts);
    spanConflicts.delete(id);
    this.#set({ spanConflicts, model: adoptSpan(this.state.model, id, conflict.theirs), history: forget(this.state.history, spanKey(id)) });
    if (side === "mine") for (const change of keepMine(id, conflict)) this.#do(change);
  }

  /** Ends a conflict over a judgement with one side. */
  settleJudgement(targetId: string, side: "mine" | "theirs"): void {
    const conflict = this.state.judgementConflicts.get(targetId);
    if (conflict === undefined) return;
    const judgementConflicts = new Map(this.state.judgementConflicts);
    judgementConflicts.delete(targetId);
    this.#set({ judgementConflicts, model: adoptJudgement(this.state.model, targetId, conflict.theirs), history: forget(this.state.history, judgementKey(targetId)) });
    if (side === "mine") this.#do({ kind: "judge", targetId, value: conflict.mine });
  }

  /**
   * Submits once everything is saved. Asks first when there are no spans.
   * @returns the target whose judgement is missing, or null
   */
  async submit(confirmEmpty = false): Promise<string | null> {
    if (isReadOnly(this.state) || this.state.submission.step === "sending") return null;
    const check = checkSubmission({ model: this.state.model, conflicts: this.state.spanConflicts.size + this.state.judgementConflicts.size }, this.document.targets, confirmEmpty);
    if (check.kind === "missing") {
      this.#set({ submission: { step: "none" }, notice: check.sentence, spoken: check.sentence });
      return check.targetId;
    }
    if (check.kind === "refused") return this.#refuseSubmission(check.sentence);
    this.#set(check.kind === "empty" ? { submission: { step: "empty" } } : { submission: { step: "sending" }, notice: null, draft: null });
    if (check.kind === "clear") await this.#submitSaved(confirmEmpty);
    return null;
  }

  /** Closes the question about no spans, or the refusal. */
  cancelSubmission(): void {
    this.#set({ submission: { step: "none" } });
  }

  async #submitSaved(confirmEmpty: boolean): Promise<void> {
    if (!(await this.#outbox.drained())) return void this.#refuseSubmission("Some changes are not saved yet. Submit again when they are.");
    if (this.state.refusal !== null || this.state.spanConflicts.size > 0) return void this.#refuseSubmission("A change was not saved. Look at it, then submit again.");
    const answer = await this.#submission.send(this.state.assignment.version, confirmEmpty);
    if (typeof answer === "string") return void this.#refuseSubmission(answer);
    const { state, nextId, submittedAt = this.ports.now().toISOString() } = answer;
    this.#set({ assignment: { ...this.state.assignment, state, submittedAt }, submission: { step: "done", nextId }, openId: null, spoken: "Submitted" });
  }

  #refuseSubmission(sentence: string): null {
    this.#set({ submission: { step: "refused", sentence }, spoken: sentence });
    return null;
  }

  #do(change: Change): void {
    if (isReadOnly(this.state)) return;
    const { model, history } = this.state;
    const inverse = invert(model, change);
    this.#set({ history: remember(history, model, change), model: applyChange(model, change), refusal: null });
    this.#outbox.push(change, inverse);
  }

  #step(way: "undo" | "redo"): void {
    if (isReadOnly(this.state)) return;
    const { model, history } = this.state;
    const next = step(history, model, way);
    if (next === null) return;
    const inverse = invert(model, next.change);
    this.#set({ history: next.history, model: applyChange(model, next.change), refusal: null, draft: null, spoken: way === "undo" ? "Undone" : "Done again" });
    this.#outbox.push(next.change, inverse);
  }

  #settle(entry: OutboxEntry, outcome: Exclude<Outcome, { kind: "retry" }>): void {
    const key = keyOf(entry.change);
    if (outcome.kind === "done") {
      const version = versionIn(outcome.body);
      if (version !== null) this.#versions.set(key, version);
      this.#set({ savedAt: this.ports.now() });
      return;
    }
    if (outcome.kind === "conflict" && entry.change.kind !== "create") return this.#conflict(entry.change, outcome);
    const { model } = this.state;
    const back = [...this.#outbox.drop(key), entry].flatMap(({ inverse }) => (inverse === null ? [] : [inverse]));
    this.#set({ model: back.reduce(applyChange, model), history: forget(this.state.history, key), refusal: `Not saved. ${outcome.sentence}`, spoken: outcome.sentence });
  }

  /** The row changed elsewhere. What was queued behind is part of "mine" already. */
  #conflict(change: Change, { current, version }: Extract<Outcome, { kind: "conflict" }>): void {
    const key = keyOf(change);
    this.#outbox.drop(key);
    this.#versions.set(key, version ?? 0);
    if (change.kind === "judge") {
      const conflict = { mine: this.state.model.judgements.get(change.targetId) ?? null, theirs: judgementIn(current) };
      if (conflict.mine === conflict.theirs) return;
      return this.#set({ judgementConflicts: new Map(this.state.judgementConflicts).set(change.targetId, conflict) });
    }
    const id = "span" in change ? change.span.id : change.id;
    const conflict = { mine: this.state.model.spans.get(id) ?? null, theirs: spanIn(current) };
    const same = conflict.mine === null || conflict.theirs === null ? conflict.mine === conflict.theirs : differing(conflict.mine, conflict.theirs).length === 0;
    if (same) return;
    this.#set({ spanConflicts: new Map(this.state.spanConflicts).set(id, conflict), openId: id, spoken: "This mark changed elsewhere" });
  }

  #sendingChanged(): void {
    const sending = this.#outbox.state;
    this.#set({ sending, unsentKeys: sending.phase === "waiting" ? this.#outbox.keys : NONE });
  }

  #set(fields: Partial<SessionState>): void {
    this.state = { ...this.state, ...fields };
    for (const listener of this.#listeners) listener();
  }
}

const NONE: ReadonlySet<string> = new Set();

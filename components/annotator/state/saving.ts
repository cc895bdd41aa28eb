import type { Translator } from "@/components/words/words";
import { type Outcome, versionIn, type WriteRequest } from "../api";
import type { AnnotateDocument, AnnotatorSpan } from "../types";
import { memoryOutbox } from "../unsent/memory-outbox";
import type { Outbox } from "../unsent/outbox";
import type { Settled } from "../unsent/ports";
import { type Kept, mineOf, type Versions } from "../unsent/record";
import { adoptSpan, keepMine, rowConflict, spanConflict, withChoice } from "./conflicts";
import { forget, type History, NO_HISTORY, remember, step } from "./history";
import { applyChange, type Change, invert, isRowChange, keyOf, type SpanFields, spanIdOf, spanKey, togetherOf } from "./model";
import { opened, stillFitting } from "./opening";
import type { Place } from "./requests";
import { askedAgain, looked, type Reviews } from "./reviews";
import { isReadOnly } from "./session-state";
import { SessionStore } from "./store";
import { KnownVersions } from "./versions";

/** What a session needs from outside. */
export interface SessionPorts {
  /** Says what this screen means, in the language of the page. */
  readonly t: Translator;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome>;
  /** Where changes go; without one, an outbox in memory. */
  readonly outbox?: Outbox | undefined;
  /** What this device knows from before. */
  readonly known?: { readonly history: History | null; readonly versions: Versions } | undefined;
}

/** The part of a session that makes changes, takes them back, and settles what became of them. */
export class SavingSession extends SessionStore {
  readonly t: Translator;
  readonly #versions: KnownVersions;
  readonly #outbox: Outbox;
  readonly #place: Place;
  #detach: (() => void) | null = null;

  constructor(readonly projectId: string, readonly document: AnnotateDocument, protected readonly ports: SessionPorts) {
    const outbox = ports.outbox ?? memoryOutbox({ projectId, memberId: document.memberId, userId: "" }, ports);
    const [kept, known] = [outbox.of(document.assignment.id), ports.known?.versions ?? {}];
    const start = opened(document, kept);
    super({ ...start.state, history: stillFitting(ports.known?.history ?? NO_HISTORY, document, known, kept), sending: outbox.sending(document.assignment.id) });
    this.t = ports.t;
    this.#outbox = outbox;
    this.#place = { projectId, assignmentId: document.assignment.id, revisionId: document.article.revisionId, codebookVersionId: document.codebookVersion.id };
    this.#versions = new KnownVersions(known);
    this.#versions.see(document);
    void outbox.discard(start.settled);
    this.connect();
  }

  /** Hears of what becomes of changes, and of other tabs. Returns how to stop. */
  readonly connect = (): (() => void) => {
    const id = this.document.assignment.id;
    this.#detach ??= this.#outbox.attach(id, { settled: (settled) => this.#settle(settled), made: (records) => this.#made(records), chosen: (key) => this.#endConflict(key), changed: () => this.#sendingChanged() });
    return () => {
      this.#detach?.();
      this.#detach = null;
    };
  };

  /** True when something has not reached the server. */
  get hasUnsent(): boolean {
    return this.#outbox.sending(this.document.assignment.id).unsent > 0;
  }

  /** How many changes the server has of this work, as far as this screen knows. */
  get changes(): number {
    return this.#versions.changes;
  }

  readonly retryNow = (): void => this.#outbox.retryNow();
  readonly stop = (): void => this.#outbox.stop();

  /** An id for something new. */
  readonly newId = (): string => this.ports.newId();

  readonly undo = (): void => this.#step("undo");
  readonly redo = (): void => this.#step("redo");

  /** Takes over what the server has now, as after work on another device. What is being done here, and what is not sent yet, stays. */
  adopt(document: AnnotateDocument): void {
    const { state, settled } = opened(document, this.#outbox.of(document.assignment.id));
    const { model, spanConflicts, rowConflicts, reviews, answerReviews, assignment } = state;
    const { openId, litId } = this.state;
    const history = this.#versions.see(document).reduce(forget, this.state.history);
    const there = (id: string | null): string | null => (id !== null && model.spans.has(id) ? id : null);
    this.put({ model, spanConflicts, rowConflicts, reviews, answerReviews, assignment, openId: there(openId), litId: there(litId), history });
    void this.#outbox.discard(settled);
  }

  /** The article itself, or what a reviewer says of the work, is newer than what this screen shows. */
  outdated(): void {
    const sentence = this.t("saving.news");
    this.put({ submission: { step: "refused", sentence, stale: true }, spoken: sentence });
  }

  /** Ends a conflict over a span with one side. */
  settleSpan(id: string, side: "mine" | "theirs"): void {
    const conflict = this.state.spanConflicts.get(id);
    if (conflict === undefined) return;
    this.#endConflict(spanKey(id));
    if (side === "mine") for (const change of keepMine(id, conflict)) this.do(change);
    void this.#outbox.choose(this.document.assignment.id, spanKey(id));
  }

  /** Ends a conflict over something about the whole article with one side. */
  settleRow(key: string, side: "mine" | "theirs"): void {
    const conflict = this.state.rowConflicts.get(key);
    if (conflict === undefined) return;
    this.#endConflict(key);
    if (side === "mine") this.do(conflict.mine);
    void this.#outbox.choose(this.document.assignment.id, key);
  }

  /** Resolves true once everything has reached the server, or false as soon as it has to wait for it. */
  protected allSent(): Promise<boolean> {
    return this.#outbox.drained(this.document.assignment.id);
  }

  /** Makes a change that can be undone. A mark that changed elsewhere waits for the choice; a new value for the whole article is the choice. */
  protected do(change: Change): void {
    if (isReadOnly(this.state) || this.#awaitsChoice(change)) return;
    const key = keyOf(change);
    const isChoice = this.state.rowConflicts.has(key);
    if (isChoice) this.#endConflict(key);
    this.#apply(change, remember(this.state.history, this.state.model, change));
    if (isChoice) void this.#outbox.choose(this.document.assignment.id, key);
  }

  /** Takes what was still being typed when a mark turned out to have changed elsewhere into this side of the choice. False: there is no choice to make. */
  protected keepInConflict(span: AnnotatorSpan, fields: SpanFields): boolean {
    const conflict = this.state.spanConflicts.get(span.id);
    if (conflict === undefined || conflict.mine === null) return conflict !== undefined;
    const mine = { ...span, ...fields };
    this.put({ spanConflicts: new Map(this.state.spanConflicts).set(span.id, { ...conflict, mine }), model: adoptSpan(this.state.model, span.id, mine) });
    return true;
  }

  #awaitsChoice(change: Change): boolean {
    return !isRowChange(change) && this.state.spanConflicts.has(spanIdOf(change));
  }

  #step(way: "undo" | "redo"): void {
    if (isReadOnly(this.state)) return;
    for (let together: string | undefined, first = true; ; first = false) {
      const next = step(this.state.history, this.state.model, way);
      if (next === null || this.#awaitsChoice(next.change) || this.state.rowConflicts.has(keyOf(next.change)) || (!first && (together === undefined || togetherOf(next.change) !== together))) return;
      together = togetherOf(next.change);
      this.put({ draft: null, spoken: this.t(way === "undo" ? "marking.spoken.undone" : "marking.spoken.redone") });
      this.#apply(next.change, next.history);
    }
  }

  /** Makes a change here and sends it. What stood in the way of submitting may be gone with it. */
  #apply(change: Change, history: History): void {
    const { model, reviews, answerReviews, submission } = this.state;
    const inverse = invert(model, change);
    const after = applyChange(model, change);
    this.put({ history, model: after, refusal: null, ...looked({ reviews, answerReviews }, change), ...(submission.step === "refused" ? { submission: { step: "none" } } : {}) });
    const mine = isRowChange(change) ? null : ((change.kind === "delete" ? model : after).spans.get(spanIdOf(change)) ?? null);
    this.#outbox.push({ place: this.#place, title: this.document.article.title, change, inverse, mine, base: this.#versions.of(keyOf(change)) });
    this.#outbox.history.keep(this.document.assignment.id, history);
  }

  #settle({ record, behind, outcome }: Settled): void {
    const { change, inverse } = record;
    const key = keyOf(change);
    if (outcome.kind === "done") {
      const version = versionIn(outcome.body);
      if (version !== null) this.#versions.know(key, version);
      this.put({ savedAt: this.ports.now() });
      return;
    }
    if (outcome.kind === "conflict" && change.kind !== "create") return this.#conflict(change, outcome, [record, ...behind]);
    const { model } = this.state;
    const back = [...behind.map((one) => one.inverse).reverse(), inverse].flatMap((one) => (one === null ? [] : [one]));
    this.put({ model: back.reduce(applyChange, model), history: forget(this.state.history, key), refusal: this.t("saving.notSaved", { why: outcome.sentence }), spoken: outcome.sentence });
    this.put(this.#lookAgain(change));
  }

  /** The row changed elsewhere. What was queued behind is part of "mine" already. */
  #conflict(change: Change, { current, version }: Extract<Outcome, { kind: "conflict" }>, records: readonly Kept[]): void {
    const key = keyOf(change);
    this.#versions.know(key, version ?? 0);
    const { model } = this.state;
    this.put(this.#lookAgain(change));
    if (isRowChange(change)) {
      const conflict = rowConflict(model, change, current);
      if (conflict === null) return void this.#outbox.discard(records);
      return this.put({ model: withChoice(model, conflict), rowConflicts: new Map(this.state.rowConflicts).set(key, conflict), spoken: this.t("saving.rowChanged") });
    }
    const id = spanIdOf(change);
    const last = records.at(-1);
    const conflict = spanConflict(model.spans.get(id) ?? (last === undefined ? null : mineOf(last)), current);
    if (conflict === null) return void this.#outbox.discard(records);
    this.put({ model: adoptSpan(model, id, conflict.mine ?? conflict.theirs), spanConflicts: new Map(this.state.spanConflicts).set(id, conflict), openId: id, spoken: this.t("saving.markChanged") });
  }

  /** The conflict ends with what the server has; what else the person wants is a change of its own. */
  #endConflict(key: string): void {
    const [spanConflicts, rowConflicts] = [new Map(this.state.spanConflicts), new Map(this.state.rowConflicts)];
    const row = rowConflicts.get(key);
    const [id, span] = [...spanConflicts].find(([one]) => spanKey(one) === key) ?? [];
    rowConflicts.delete(key);
    if (id !== undefined) spanConflicts.delete(id);
    const { model } = this.state;
    const theirs = row !== undefined ? applyChange(model, row.theirs) : id !== undefined && span !== undefined ? adoptSpan(model, id, span.theirs) : model;
    this.put({ spanConflicts, rowConflicts, model: theirs, history: forget(this.state.history, key) });
  }

  /** Another tab of one's own made changes: they show here, and are no longer this tab's to undo. */
  #made(records: readonly Kept[]): void {
    this.#outbox.history.leave(this.document.assignment.id);
    for (const { change } of records) {
      const { model, reviews, answerReviews, history, openId } = this.state;
      const next = applyChange(model, change);
      this.put({ model: next, history: forget(history, keyOf(change)), ...looked({ reviews, answerReviews }, change), openId: openId !== null && next.spans.has(openId) ? openId : null });
    }
  }

  #lookAgain(change: Change): Reviews {
    const { reviews, answerReviews } = this.state;
    return askedAgain({ reviews, answerReviews }, change, this.document);
  }

  #sendingChanged(): void {
    const id = this.document.assignment.id;
    const sending = this.#outbox.sending(id);
    const { sending: before } = this.state;
    const isSame = before.phase === sending.phase && before.unsent === sending.unsent && before.problem === sending.problem && before.safe === sending.safe;
    if (!isSame) this.put({ sending, unsentKeys: sending.phase === "waiting" ? this.#outbox.keys(id) : NONE });
  }
}

const NONE: ReadonlySet<string> = new Set();

import type { Confidence, JudgementValue, NoteKind, SpanCodes } from "@/lib/annotations/span";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { KeyMap } from "../keyboard/key-map";
import { onMac } from "../keyboard/on-mac";
import { Codebook } from "../labels/codebook";
import { type Questions, questionsFor } from "../labels/questions";
import { SettingsStore } from "../settings/settings-store";
import { type Draft, draftFor, draftOfSuggestion, lacking, type Selected, spanOf } from "../marking/draft";
import type { AnnotateDocument, AnnotatorSpan } from "../types";
import { sameValue } from "./model";
import { SavingSession, type SessionPorts } from "./saving";
import { isReadOnly } from "./session-state";
import { type AsideAnswer, type AsideWish, sendAside } from "./set-aside";
import { markSpoken, type Naming, spanSpoken } from "./spoken";
import { checkSubmission, type OpenPlace, SubmissionRequest } from "./submission";

/** One sitting over one assignment: the state of the screen, and everything a person can do to it. */
export class AnnotatorSession extends SavingSession {
  /** The codebook as this annotator sees it, and how the screen asks. */
  readonly codebook: Codebook;
  readonly questions: Questions;
  readonly naming: Naming;
  readonly settings: SettingsStore;
  /** The spans that the reviewer, returning the article, asks to look at. */
  readonly flagged: ReadonlySet<string>;
  readonly #submission: SubmissionRequest;
  #keyMap: KeyMap | null = null;

  constructor(projectId: string, document: AnnotateDocument, ports: SessionPorts) {
    super(projectId, document, ports);
    this.settings = new SettingsStore(document.settings, ports);
    this.codebook = new Codebook(document.codebookVersion.content);
    this.questions = questionsFor(document.projectKind, this.codebook);
    this.naming = { codebook: this.codebook, targets: [...document.targets, ...document.formerTargets], spelledOut: this.questions.spelledOut };
    const back = document.assignment.state === "returned" ? document.returns.at(-1) : undefined;
    this.flagged = new Set(back?.spanIds ?? []);
    this.#submission = new SubmissionRequest(`/projects/${projectId}/assignments/${document.assignment.id}/submit`, ports);
  }

  /** Which key does what, as the settings have it now. */
  get keyMap(): KeyMap {
    const settings = this.settings.state;
    if (this.#keyMap?.settings !== settings) this.#keyMap = new KeyMap(settings, this.codebook, onMac());
    return this.#keyMap;
  }

  /** Starts a draft for selected words, or ends it with null. The same words again change nothing. */
  select(selected: Selected | null, notice: string | null = null): void {
    const now = this.state.draft?.selected.part;
    if (selected !== null && now?.start === selected.part.start && now.end === selected.part.end) return;
    const draft = selected === null || isReadOnly(this.state) ? null : draftFor(selected, this.state.last, this.codebook.content.asks.voice);
    this.put({ draft, notice });
  }

  /** Starts a draft with what was suggested for words. */
  takeUp(selected: Selected, codes: Pick<SpanCodes, "targetId" | "framing">): void {
    if (!isReadOnly(this.state)) this.put({ draft: draftOfSuggestion(selected, codes, this.codebook.content.asks.voice), openId: null, notice: null });
  }

  changeDraft(fields: Partial<Omit<Draft, "selected">>): void {
    if (this.state.draft === null) return;
    const draft = { ...this.state.draft, ...fields };
    this.put({ draft: draft.framing === null ? draft : { ...draft, labelIds: this.codebook.fitting(draft.framing, draft.labelIds) }, notice: null });
  }

  /** Makes the draft a span. False, with a notice, while something is lacking. */
  mark(): boolean {
    const { draft } = this.state;
    if (draft === null) return false;
    const span = spanOf(draft, this.ports.newId());
    if (span === null) {
      this.put({ notice: lacking(draft) });
      return false;
    }
    this.do({ kind: "create", span });
    this.put({ draft: null, openId: span.id, last: { framing: span.framing, targetId: span.targetId, voice: draft.voice }, spoken: markSpoken(span, this.naming, draft.selected.words) });
    return true;
  }

  /** Makes the draft a span with the framing, target and voice of the last one. False, with a notice, when there was none. */
  repeat(): boolean {
    const { draft, last } = this.state;
    if (draft === null) return false;
    if (last.framing === null || last.targetId === null) {
      this.put({ notice: "Nothing is marked yet that could be repeated." });
      return false;
    }
    this.changeDraft({ framing: last.framing, targetId: last.targetId, voice: draft.voice === null ? null : (last.voice ?? draft.voice) });
    return this.mark();
  }

  edit(id: string, fields: Partial<SpanCodes>): void {
    const span = this.state.model.spans.get(id);
    if (span === undefined || this.state.spanConflicts.has(id)) return;
    // Labels of questions that are no longer asked go with the answer that asked for them, in one step.
    const labelIds = [...this.codebook.fitting(fields.framing ?? span.framing, fields.labelIds ?? span.labelIds)];
    const whole = "framing" in fields || "labelIds" in fields ? { ...fields, labelIds } : fields;
    const changed = Object.fromEntries(Object.entries(whole).filter(([field, value]) => !sameValue(span[field as keyof SpanCodes], value)));
    if (Object.keys(changed).length > 0) this.do({ kind: "edit", id, fields: changed });
  }

  /** Puts a label on a span, or takes it off. */
  toggleLabel(id: string, set: LabelSet, labelId: string): void {
    const span = this.state.model.spans.get(id);
    if (span !== undefined) this.edit(id, { labelIds: this.codebook.toggled(set, span.labelIds, labelId) });
  }

  /** Says that a span stands as it is under the newest codebook. */
  confirm(id: string): void {
    if (this.state.reviews.has(id)) this.do({ kind: "confirm", id });
  }

  remove(id: string): boolean {
    if (!this.state.model.spans.has(id) || isReadOnly(this.state)) return false;
    this.do({ kind: "delete", id });
    this.put({ openId: this.state.openId === id ? null : this.state.openId, litId: null, spoken: "Span deleted" });
    return true;
  }

  /** Takes a deletion back, whatever was done since. */
  putBack(span: AnnotatorSpan): void {
    if (!this.state.model.spans.has(span.id)) this.do({ kind: "restore", span });
    this.put({ openId: span.id });
  }

  /** Judges the article toward a target; what is left out stays. Without a value there is nothing to be sure of. */
  judge(targetId: string, fields: { readonly value?: JudgementValue; readonly confidence?: Confidence | null; readonly note?: string }): void {
    const before = this.state.model.judgements.get(targetId);
    const value = fields.value ?? before?.value;
    if (value === undefined) return;
    const { confidence = before?.confidence ?? null, note = before?.note ?? "" } = fields;
    if (before?.value !== value || before.confidence !== confidence || before.note !== note) this.do({ kind: "judge", targetId, judgement: { value, confidence, note } });
  }

  /** Puts a label on the article, or takes it off. */
  toggleAnswer(set: LabelSet, labelId: string): void {
    const before = this.state.model.answers.get(set.id) ?? [];
    this.do({ kind: "answer", setId: set.id, labelIds: this.codebook.toggled(set, before, labelId) });
  }

  /** Says that an answer for the article stands as it is under the newest codebook. */
  keepAnswer(setId: string): void {
    if (this.state.answerReviews.has(setId)) this.do({ kind: "answer", setId, labelIds: this.state.model.answers.get(setId) ?? [] });
  }

  /** Puts on, or takes off, the label that a key of `keyMap` stands for: of the draft, else of the open span. False when it stands for none. */
  pressLabel(key: string): boolean {
    const { draft, openId, model } = this.state;
    const span = openId === null ? undefined : model.spans.get(openId);
    if (isReadOnly(this.state)) return false;
    const keyOf = (label: Label): string | null => this.keyMap.labelKey(label);
    if (draft !== null) {
      const found = this.codebook.byKey(this.askedOfDraft(draft), key, keyOf);
      if (found !== null) this.changeDraft({ labelIds: this.codebook.toggled(found.set, draft.labelIds, found.label.id) });
      return found !== null;
    }
    const found = span === undefined ? null : this.codebook.byKey(this.codebook.askedOfSpan(span), key, keyOf);
    if (span !== undefined && found !== null) this.toggleLabel(span.id, found.set, found.label.id);
    return found !== null;
  }

  /** The required sets that are asked of a draft; the others can wait for the card. */
  askedOfDraft({ framing, labelIds }: Pick<Draft, "framing" | "labelIds">): LabelSet[] {
    return framing === null ? [] : this.codebook.askedOfSpan({ framing, labelIds }).filter((set) => set.required);
  }

  /** Writes a note on the article; null takes it away. */
  writeNote(id: string, kind: NoteKind, body: string | null): void {
    const before = this.state.model.notes.get(id);
    if (before?.body !== body && (before !== undefined || body !== null)) this.do({ kind: "note", id, note: body === null ? null : { kind, body } });
  }

  open(id: string | null): void {
    if (this.state.openId !== id) this.put({ openId: id });
  }

  light(id: string | null): void {
    if (this.state.litId !== id) this.put({ litId: id });
  }

  foldWhole(wholeFolded: boolean): void {
    if (this.state.wholeFolded !== wholeFolded) this.put({ wholeFolded });
  }

  useTarget(targetId: string): void {
    this.put({ last: { ...this.state.last, targetId } });
    this.changeDraft({ targetId });
  }

  /** Speaks a sentence in the live region. */
  speak(spoken: string): void {
    this.put({ spoken });
  }

  /** Speaks a span in the live region. */
  say(span: AnnotatorSpan): void {
    this.put({ spoken: spanSpoken(span, this.naming) });
  }

  /**
   * Submits once everything is saved. Asks first when there are no spans.
   * @returns the place where something is still to be said, or null
   */
  async submit(confirmEmpty = false): Promise<OpenPlace | null> {
    if (isReadOnly(this.state) || this.state.submission.step === "sending") return null;
    const { model, reviews, answerReviews, spanConflicts, rowConflicts } = this.state;
    const check = checkSubmission({ model, reviews, answerReviews, conflicts: spanConflicts.size + rowConflicts.size }, this.document.targets, this.codebook.content, confirmEmpty);
    if (check.kind === "open") {
      this.#refuseSubmission(check.sentence);
      return check.place;
    }
    if (check.kind === "refused") return this.#refuseSubmission(check.sentence);
    this.put(check.kind === "empty" ? { submission: { step: "empty" } } : { submission: { step: "sending" }, notice: null, draft: null });
    if (check.kind === "clear") await this.#submitSaved(confirmEmpty);
    return null;
  }

  /** Skips or flags the article, or takes either back; in a moment, not later: it is not queued with the marks. */
  async setAside(wish: AsideWish): Promise<AsideAnswer> {
    const answer = await sendAside(`/projects/${this.projectId}/assignments/${this.document.assignment.id}`, wish, this.ports);
    if ("sentence" in answer) return answer;
    const { skippedAt, skipReason, flaggedAt, flagNote } = answer;
    this.put({ assignment: { ...this.state.assignment, skippedAt, skipReason, flaggedAt, flagNote } });
    return answer;
  }

  /** Closes the question about no spans, or the refusal. */
  cancelSubmission(): void {
    this.put({ submission: { step: "none" } });
  }

  async #submitSaved(confirmEmpty: boolean): Promise<void> {
    if (!(await this.allSent())) return void this.#refuseSubmission("Some changes are not saved yet. Submit again when they are.");
    if (this.state.refusal !== null || this.state.spanConflicts.size + this.state.rowConflicts.size > 0) return void this.#refuseSubmission("A change was not saved. Look at it, then submit again.");
    const answer = await this.#submission.send(this.state.assignment.version, confirmEmpty);
    if ("sentence" in answer) return void this.#refuseSubmission(answer.sentence, answer.stale);
    const { state, nextId, submittedAt = this.ports.now().toISOString() } = answer;
    this.put({ assignment: { ...this.state.assignment, state, submittedAt, skippedAt: null, skipReason: "" }, submission: { step: "done", nextId }, openId: null, spoken: "Submitted" });
  }

  #refuseSubmission(sentence: string, stale = false): null {
    this.put({ submission: { step: "refused", sentence, stale }, spoken: sentence });
    return null;
  }
}

import type { SpanCodes } from "@/lib/annotations/span";
import { type VoiceShares, voiceShares } from "@/lib/articles/voice-shares";
import type { Label, LabelSet } from "@/lib/codebook/content";
import type { Framing } from "@/lib/codebook/framing";
import { KeyMap } from "../keyboard/key-map";
import { onMac } from "../keyboard/on-mac";
import { type Questions, questionsFor } from "../labels/questions";
import { SettingsStore } from "../settings/settings-store";
import { type Draft, draftFor, draftOfSuggestion, lacking, type LastUsed, type Selected, spanOf } from "../marking/draft";
import { SpeechTable } from "../marking/speech-table";
import type { VoiceChoice } from "../marking/voice";
import type { AnnotateDocument, AnnotatorSpan } from "../types";
import { AdjustingSession } from "./adjusting";
import { NO_FILTER, passes, type SpanFilter } from "./filter";
import { samePlaces, sameValue, type SpanFields } from "./model";
import type { SessionPorts } from "./saving";
import { isReadOnly } from "./session-state";
import { markSpoken, type Naming, passagesSpoken, spanSpoken, targetName } from "./spoken";
import { checkSubmission, type OpenPlace, SubmissionRequest } from "./submission";

/** One sitting over one assignment: the state of the screen, and everything a person can do to it. */
export class AnnotatorSession extends AdjustingSession {
  /** How the screen asks. */
  readonly questions: Questions;
  readonly naming: Naming;
  readonly settings: SettingsStore;
  /** Who says what in the article, and how much of it. */
  readonly speech: SpeechTable;
  readonly shares: VoiceShares;
  /** The spans that the reviewer, returning the article, asks to look at. */
  readonly flagged: ReadonlySet<string>;
  readonly #submission: SubmissionRequest;
  #keyMap: KeyMap | null = null;

  constructor(projectId: string, document: AnnotateDocument, ports: SessionPorts) {
    super(projectId, document, ports);
    this.speech = new SpeechTable(document.article.text, document.speech);
    this.shares = voiceShares(document.blocks, document.speech);
    this.settings = new SettingsStore(document.settings, ports);
    this.questions = questionsFor(document.projectKind, this.codebook, ports.t);
    this.naming = { codebook: this.codebook, targets: [...document.targets, ...document.formerTargets], spelledOut: this.questions.spelledOut, t: ports.t };
    const back = document.assignment.state === "returned" ? document.returns.at(-1) : undefined;
    this.flagged = new Set(back?.spanIds ?? []);
    this.#submission = new SubmissionRequest(`/projects/${projectId}/assignments/${document.assignment.id}/submit`, ports);
  }

  /** Which key does what, as the settings have it now. */
  get keyMap(): KeyMap {
    const settings = this.settings.state;
    if (this.#keyMap?.settings !== settings) this.#keyMap = new KeyMap(settings, this.codebook, this.t, onMac());
    return this.#keyMap;
  }

  /** Starts a draft for selected words, or ends it with null. The same words again change nothing. */
  select(selected: Selected | null, notice: string | null = null): void {
    if (selected !== null && this.state.draft !== null && samePlaces(this.state.draft.selected.parts, selected.parts)) return;
    const draft = selected === null || isReadOnly(this.state) ? null : draftFor(selected, this.state.last, this.codebook.content.asks.voice);
    this.put({ draft, notice, ...(draft === null ? {} : { adjusting: null, spoken: draft.selected.parts.length > 1 ? passagesSpoken(draft.selected.parts, this.t) : this.state.spoken }) });
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
      this.put({ notice: this.t(`marking.lacking.${lacking(draft) ?? "target"}`) });
      return false;
    }
    this.do({ kind: "create", span });
    this.put({ draft: null, last: { framing: span.framing, targetId: span.targetId, voice: draft.voice }, spoken: markSpoken(span, this.naming, draft.selected.words) });
    this.open(span.id);
    return true;
  }

  /** Makes the draft a span with the framing, target and voice of the last one. False, with a notice, when there was none. */
  repeat(): boolean {
    const { draft, last } = this.state;
    if (draft === null) return false;
    if (last.framing === null || last.targetId === null) {
      this.put({ notice: this.t("marking.nothingToRepeat") });
      return false;
    }
    this.changeDraft({ framing: last.framing, targetId: last.targetId, voice: draft.voice === null ? null : (last.voice ?? draft.voice) });
    return this.mark();
  }

  /** Marks several places with one code, as one step to undo; without a voice each has that of its place. Opens none of them. */
  markAll(places: readonly Selected[], { framing, targetId, voice }: { readonly framing: Framing; readonly targetId: string; readonly voice: VoiceChoice | null }): void {
    const together = this.ports.newId();
    const last: LastUsed = { framing, targetId, voice: voice ?? this.state.last.voice };
    for (const selected of places) {
      const draft = draftFor(selected, last, this.codebook.content.asks.voice);
      const span = spanOf(draft.voice === null || voice === null ? draft : { ...draft, voice }, this.ports.newId());
      if (span !== null) this.do({ kind: "create", span, together });
    }
    this.put({ draft: null, last, filter: NO_FILTER, spoken: this.t("marking.spoken.places", { n: places.length, framing: this.codebook.framing(framing), target: targetName(this.naming, targetId) }) });
  }

  edit(id: string, fields: SpanFields): void {
    const span = this.state.model.spans.get(id);
    if (span === undefined || this.keepInConflict(span, fields)) return;
    // Labels of questions that are no longer asked go with the answer that asked for them, in one step.
    const labelIds = [...this.codebook.fitting(fields.framing ?? span.framing, fields.labelIds ?? span.labelIds)];
    const whole = "framing" in fields || "labelIds" in fields ? { ...fields, labelIds } : fields;
    const changed = Object.fromEntries(Object.entries(whole).filter(([field, value]) => !sameValue(span[field as keyof SpanFields], value)));
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
    if (!this.state.model.spans.has(id) || isReadOnly(this.state) || this.state.spanConflicts.has(id)) return false;
    this.do({ kind: "delete", id });
    this.put({ openId: this.state.openId === id ? null : this.state.openId, litId: null, spoken: this.t("marking.spoken.deleted") });
    return true;
  }

  /** Takes a deletion back, whatever was done since. */
  putBack(span: AnnotatorSpan): void {
    if (!this.state.model.spans.has(span.id)) this.do({ kind: "restore", span });
    this.open(span.id);
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

  /** Opens a mark, and shows all marks where the filter would hide it. */
  open(id: string | null): void {
    const span = id === null ? undefined : this.state.model.spans.get(id);
    const filter = span === undefined || passes(span, this.state.filter) ? this.state.filter : NO_FILTER;
    if (this.state.openId !== id || filter !== this.state.filter) this.put({ openId: id, filter, adjusting: null });
  }

  /** Shows some marks only. An open mark that is not among them closes. */
  show(fields: Partial<SpanFilter>): void {
    const filter = { ...this.state.filter, ...fields };
    const open = this.state.openId === null ? undefined : this.state.model.spans.get(this.state.openId);
    this.put({ filter, openId: open !== undefined && passes(open, filter) ? open.id : null });
  }

  light(id: string | null): void {
    if (this.state.litId !== id) this.put({ litId: id });
  }

  useTarget(targetId: string): void {
    this.put({ last: { ...this.state.last, targetId } });
    this.changeDraft({ targetId });
  }

  /** Speaks a sentence in the live region. */
  speak(spoken: string): void {
    this.put({ spoken });
  }

  /** Says something in the toolbar and to screen readers. */
  tell(notice: string): void {
    this.put({ notice, spoken: notice });
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
    const check = checkSubmission({ model, reviews, answerReviews, conflicts: spanConflicts.size + rowConflicts.size }, this.document.targets, this.codebook.content, confirmEmpty, this.t);
    if (check.kind === "open") {
      this.#refuseSubmission(check.sentence);
      return check.place;
    }
    if (check.kind === "refused") return this.#refuseSubmission(check.sentence);
    this.put(check.kind === "empty" ? { submission: { step: "empty" } } : { submission: { step: "sending" }, notice: null, draft: null });
    if (check.kind === "clear") await this.#submitSaved(confirmEmpty);
    return null;
  }

  /** Closes the question about no spans, or the refusal. */
  cancelSubmission(): void {
    this.put({ submission: { step: "none" } });
  }

  async #submitSaved(confirmEmpty: boolean): Promise<void> {
    if (!(await this.allSent())) return void this.#refuseSubmission(this.t("saving.notAllSaved"));
    if (this.state.refusal !== null || this.state.spanConflicts.size + this.state.rowConflicts.size > 0) {
      this.#refuseSubmission(this.t("saving.notTaken"));
      // Said once: what was not taken is as it was before, and there is nothing to change about it.
      return this.put({ refusal: null });
    }
    const answer = await this.#submission.send(this.state.assignment.version, confirmEmpty);
    if ("sentence" in answer) return void this.#refuseSubmission(answer.sentence, answer.stale);
    const { state, nextId, submittedAt = this.ports.now().toISOString() } = answer;
    this.put({ assignment: { ...this.state.assignment, state, submittedAt, skippedAt: null, skipReason: "" }, submission: { step: "done", nextId }, openId: null, spoken: this.t("marking.spoken.submitted") });
  }

  #refuseSubmission(sentence: string, stale = false): null {
    this.put({ submission: { step: "refused", sentence, stale }, spoken: sentence });
    return null;
  }
}

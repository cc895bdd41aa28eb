import type { Confidence, JudgementValue, NoteKind } from "@/lib/annotations/span";
import type { LabelSet } from "@/lib/codebook/content";
import { Codebook } from "../labels/codebook";
import type { AnnotateDocument } from "../types";
import { SavingSession, type SessionPorts } from "./saving";
import { type AsideAnswer, type AsideWish, sendAside } from "./set-aside";

/** The part of a session that is about the article as a whole: judgements, answers, notes, skipping and flagging. */
export class WholeSession extends SavingSession {
  /** The codebook as this annotator sees it. */
  readonly codebook: Codebook;

  constructor(projectId: string, document: AnnotateDocument, ports: SessionPorts) {
    super(projectId, document, ports);
    this.codebook = new Codebook(document.codebookVersion.content);
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

  /** Writes a note on the article; null takes it away. */
  writeNote(id: string, kind: NoteKind, body: string | null): void {
    const before = this.state.model.notes.get(id);
    if (before?.body !== body && (before !== undefined || body !== null)) this.do({ kind: "note", id, note: body === null ? null : { kind, body } });
  }

  foldWhole(wholeFolded: boolean): void {
    if (this.state.wholeFolded !== wholeFolded) this.put({ wholeFolded });
  }

  /** Skips or flags the article, or takes either back; in a moment, not later: it is not queued with the marks. */
  async setAside(wish: AsideWish): Promise<AsideAnswer> {
    const answer = await sendAside(`/projects/${this.projectId}/assignments/${this.document.assignment.id}`, wish, this.ports);
    if ("sentence" in answer) return answer;
    const { skippedAt, skipReason, flaggedAt, flagNote } = answer;
    this.put({ assignment: { ...this.state.assignment, skippedAt, skipReason, flaggedAt, flagNote } });
    return answer;
  }
}

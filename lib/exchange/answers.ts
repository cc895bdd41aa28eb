import type { Cell } from "./csv";

type About = { assignmentId: string; annotator: string; articleId: string; workId: string | null; title: string; outlet: string | null; publisher: string | null; phase: string; round: number; assignmentState: string; submittedAt: string | null; version: number; updatedAt: string };

/** The answer to one question of the codebook about a whole article, as it leaves the workbench. */
export type ExportedAnswer = About & { setId: string; set: string; labels: string[]; labelIds: string[]; needsReview: boolean; textSha256: string | null; sourceBlind: boolean; peersSeen: boolean; changedAfterReveal: boolean; codebookVersion: number };

export const ANSWER_COLUMNS = [
  "annotator", "set", "labels", "needs_review", "article_id", "work_id", "title", "outlet", "publisher", "text_sha256",
  "source_blind", "peers_seen", "changed_after_reveal", "codebook_version", "phase", "round", "assignment_state", "submitted_at",
  "assignment_id", "set_id", "label_ids", "answer_version", "updated_at",
] as const;

/** The row of one answer in the order of `ANSWER_COLUMNS`. */
export function answerRecord(one: ExportedAnswer): Cell[] {
  return [
    one.annotator, one.set, one.labels.join("|"), one.needsReview, one.articleId, one.workId, one.title, one.outlet, one.publisher, one.textSha256,
    one.sourceBlind, one.peersSeen, one.changedAfterReveal, one.codebookVersion, one.phase, one.round, one.assignmentState, one.submittedAt,
    one.assignmentId, one.setId, one.labelIds.join("|"), one.version, one.updatedAt,
  ];
}

/** A note on a whole article, or on what it leaves out. */
export type ExportedNote = About & { noteId: string; kind: string; note: string; createdAt: string };

export const NOTE_COLUMNS = ["annotator", "kind", "note", "article_id", "work_id", "title", "outlet", "publisher", "phase", "round", "assignment_state", "submitted_at", "assignment_id", "note_id", "note_version", "created_at", "updated_at"] as const;

/** The row of one note in the order of `NOTE_COLUMNS`. */
export function noteRecord(one: ExportedNote): Cell[] {
  return [
    one.annotator, one.kind, one.note, one.articleId, one.workId, one.title, one.outlet, one.publisher, one.phase, one.round, one.assignmentState, one.submittedAt,
    one.assignmentId, one.noteId, one.version, one.createdAt, one.updatedAt,
  ];
}

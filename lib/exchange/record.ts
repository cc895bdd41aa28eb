import type { Cell } from "./csv";
import { SPAN_COLUMNS, type ExportedPart, type ExportedSpan } from "./spans";

/** Why a mark of the settled record stands, by which decision on which marks. `by` is null where nobody decided (a corrected text). */
export type DecidedBy = { decisionId: string; decisionMethod: string; decisionReason: string | null; decidedBy: string | null; decidedAt: string; fromSpans: string[]; adjudicationState: string };

/** One mark of the settled record as it leaves the workbench: a span of nobody in particular, with the decision that it rests on. */
export type ExportedSettled = Omit<ExportedSpan, "annotator" | "confidence" | "version" | "sourceBlind" | "peersSeen" | "changedAfterReveal" | "fromSuggestion" | "phase" | "round" | "assignmentState" | "createdAt" | "updatedAt"> & DecidedBy & { parts: ExportedPart[] };

/** The columns of a span, then those of its decision; what only an annotator's mark has is empty. */
export const SETTLED_COLUMNS = [...SPAN_COLUMNS, "decision_id", "decision_method", "decision_reason", "decided_by", "decided_at", "from_spans", "adjudication_state"] as const;

/** The rows of one settled mark in the order of `SETTLED_COLUMNS`, one per part. */
export function settledRecords(span: ExportedSettled): Cell[][] {
  return span.parts.map((part) => [
    span.spanId, part.ordinal, span.parts.length, part.start, part.end, part.quote, part.status,
    null, span.target, span.framing, span.voice, span.attribution, span.speaker, span.directness, span.device, null, span.labels.join("|"), span.note,
    span.articleId, span.workId, span.title, span.outlet, span.publisher, span.url, span.publishedOn, span.genre, span.language,
    span.revision, span.textSha256, span.textCodePoints,
    null, null, null, null, span.codebookVersion, null, null, null,
    span.targetId, null, span.decidedAt, span.decidedAt,
    span.decisionId, span.decisionMethod, span.decisionReason, span.decidedBy, span.decidedAt, span.fromSpans.join("|"), span.adjudicationState,
  ]);
}

/** One settled mark as a line of JSON. */
export const settledLine = (span: ExportedSettled): string => `${JSON.stringify(span)}\n`;

/** One decision as it was made; whether another one has taken its place stands in `replacedBy`. */
export type ExportedDecision = {
  decisionId: string; articleId: string; title: string; workId: string | null; outlet: string | null; publisher: string | null; number: number; subject: string; target: string | null; set: string | null;
  start: number | null; end: number | null; revision: number; outcome: string; method: string; reason: string | null; note: string; value: string; spanIds: string[]; settledSpanIds: string[]; replacedBy: string | null; codebookVersion: number; by: string | null; at: string;
};

export const DECISION_COLUMNS = [
  "decision_id", "article_id", "title", "work_id", "outlet", "publisher", "number", "subject", "target", "set", "start", "end", "revision", "outcome", "method", "reason", "note", "value", "span_ids", "settled_span_ids", "replaced_by", "codebook_version", "decided_by", "decided_at",
] as const;

/** The row of one decision in the order of `DECISION_COLUMNS`. */
export const decisionRecord = (one: ExportedDecision): Cell[] => [
  one.decisionId, one.articleId, one.title, one.workId, one.outlet, one.publisher, one.number, one.subject, one.target, one.set, one.start, one.end, one.revision, one.outcome, one.method, one.reason, one.note, one.value, one.spanIds.join("|"), one.settledSpanIds.join("|"), one.replacedBy, one.codebookVersion, one.by, one.at,
];

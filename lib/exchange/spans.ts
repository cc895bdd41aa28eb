import type { Cell } from "./csv";

/** One place of a span, with what stands around it. Offsets are Unicode code points of the text. */
export type ExportedPart = { ordinal: number; start: number; end: number; quote: string; prefix: string; suffix: string; status: string };

/** One span as it leaves the workbench. People are named by their pseudonyms alone. */
export type ExportedSpan = {
  spanId: string;
  version: number;
  annotator: string;
  target: string;
  targetId: string;
  framing: string;
  voice: string | null;
  attribution: string | null;
  speaker: string | null;
  directness: string;
  device: string | null;
  confidence: number | null;
  labels: string[];
  note: string;
  parts: ExportedPart[];
  articleId: string;
  /** Null, like outlet, publisher, address and fingerprint, where the source is hidden from the reader. */
  workId: string | null;
  title: string;
  outlet: string | null;
  publisher: string | null;
  url: string | null;
  publishedOn: string | null;
  genre: string | null;
  language: string | null;
  revision: number;
  textSha256: string | null;
  textCodePoints: number;
  sourceBlind: boolean;
  peersSeen: boolean;
  changedAfterReveal: boolean;
  fromSuggestion: boolean;
  codebookVersion: number;
  phase: string;
  round: number;
  assignmentState: string;
  createdAt: string;
  updatedAt: string;
};

/** The first line of the long CSV: one row per part, the span's own columns repeated. */
export const SPAN_COLUMNS = [
  "span_id", "part", "parts", "start", "end", "quote", "part_status",
  "annotator", "target", "framing", "voice", "attribution", "speaker", "directness", "device", "confidence", "labels", "note",
  "article_id", "work_id", "title", "outlet", "publisher", "url", "published_on", "genre", "language",
  "revision", "text_sha256", "text_code_points",
  "source_blind", "peers_seen", "changed_after_reveal", "from_suggestion", "codebook_version", "phase", "round", "assignment_state",
  "target_id", "span_version", "created_at", "updated_at",
] as const;

/** The rows of one span in the order of `SPAN_COLUMNS`. */
export function spanRecords(span: ExportedSpan): Cell[][] {
  return span.parts.map((part) => [
    span.spanId, part.ordinal, span.parts.length, part.start, part.end, part.quote, part.status,
    span.annotator, span.target, span.framing, span.voice, span.attribution, span.speaker, span.directness, span.device, span.confidence, span.labels.join("|"), span.note,
    span.articleId, span.workId, span.title, span.outlet, span.publisher, span.url, span.publishedOn, span.genre, span.language,
    span.revision, span.textSha256, span.textCodePoints,
    span.sourceBlind, span.peersSeen, span.changedAfterReveal, span.fromSuggestion, span.codebookVersion, span.phase, span.round, span.assignmentState,
    span.targetId, span.version, span.createdAt, span.updatedAt,
  ]);
}

/** One span as a line of JSON. */
export const spanLine = (span: ExportedSpan): string => `${JSON.stringify(span)}\n`;

/** One judgement as it leaves the workbench. */
export type ExportedJudgement = {
  assignmentId: string;
  annotator: string;
  target: string;
  targetId: string;
  /** −2 to +2, or a word that is not zero. */
  value: number | string;
  confidence: number | null;
  note: string;
  articleId: string;
  workId: string | null;
  title: string;
  outlet: string | null;
  publisher: string | null;
  textSha256: string | null;
  sourceBlind: boolean;
  peersSeen: boolean;
  changedAfterReveal: boolean;
  codebookVersion: number;
  phase: string;
  round: number;
  assignmentState: string;
  submittedAt: string | null;
  version: number;
  updatedAt: string;
};

export const JUDGEMENT_COLUMNS = [
  "annotator", "target", "judgement", "confidence", "note", "article_id", "work_id", "title", "outlet", "publisher", "text_sha256",
  "source_blind", "peers_seen", "changed_after_reveal", "codebook_version", "phase", "round", "assignment_state", "submitted_at",
  "assignment_id", "target_id", "judgement_version", "updated_at",
] as const;

/** The row of one judgement in the order of `JUDGEMENT_COLUMNS`. */
export function judgementRecord(one: ExportedJudgement): Cell[] {
  return [
    one.annotator, one.target, one.value, one.confidence, one.note, one.articleId, one.workId, one.title, one.outlet, one.publisher, one.textSha256,
    one.sourceBlind, one.peersSeen, one.changedAfterReveal, one.codebookVersion, one.phase, one.round, one.assignmentState, one.submittedAt,
    one.assignmentId, one.targetId, one.version, one.updatedAt,
  ];
}

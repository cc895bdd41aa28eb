import { JUDGEMENTS, NOTE_KINDS } from "@/lib/annotations/span";
import type { WriteRequest } from "../api";
import type { AnnotatorSpan } from "../types";
import type { Change, RowChange } from "./model";

/** Where writes go, and the codebook that the annotator sees: marks are stamped with it, also when a newer one was published meanwhile. */
export interface Place {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly revisionId: string;
  readonly codebookVersionId: string;
}

/** The request of a change, against the version of its row that was last seen (0 when there was none). */
export function requestOf(change: Change, place: Place, version: number): WriteRequest {
  const spans = `/projects/${place.projectId}/spans`;
  const assignment = `/projects/${place.projectId}/assignments/${place.assignmentId}`;
  const { codebookVersionId } = place;
  switch (change.kind) {
    case "create":
      return { method: "POST", path: `${assignment}/spans`, body: { revisionId: place.revisionId, codebookVersionId, ...writable(change.span) } };
    case "edit":
      return { method: "PATCH", path: `${spans}/${change.id}`, body: { version, codebookVersionId, ...("parts" in change.fields ? { revisionId: place.revisionId } : {}), ...change.fields } };
    case "delete":
      return { method: "DELETE", path: `${spans}/${change.id}`, body: { version } };
    case "restore":
      return { method: "POST", path: `${spans}/${change.span.id}/restore`, body: { version } };
    case "confirm":
      return { method: "POST", path: `${spans}/${change.id}/confirm`, body: { version } };
    case "judge":
      return row(`${assignment}/judgements/${change.targetId}`, version, change.judgement);
    case "answer":
      return row(`${assignment}/answers/${change.setId}`, version, { codebookVersionId, labelIds: change.labelIds });
    case "note":
      return row(`${assignment}/notes/${change.id}`, version, change.note);
  }
}

function row(path: string, version: number, content: object | null): WriteRequest {
  return content === null ? { method: "DELETE", path, body: { version } } : { method: "PUT", path, body: { version, ...content } };
}

/** A current row as a span; null when the span is gone. */
export function spanIn(body: unknown): AnnotatorSpan | null {
  if (!isRecord(body) || !Array.isArray(body["parts"])) return null;
  if ("deletedAt" in body && body["deletedAt"] !== null) return null;
  return body as unknown as AnnotatorSpan;
}

/** The change that puts what the server has of a row where `change` would put something else. */
export function rowIn(change: RowChange, body: unknown): RowChange {
  const now = isRecord(body) ? body : {};
  if (change.kind === "answer") {
    const labelIds = Array.isArray(now["labelIds"]) ? now["labelIds"].filter((id) => typeof id === "string") : [];
    return { kind: "answer", setId: change.setId, labelIds };
  }
  if (change.kind === "note") {
    const kind = NOTE_KINDS.find((one) => one === now["kind"]);
    return { kind: "note", id: change.id, note: kind === undefined || typeof now["body"] !== "string" ? null : { kind, body: now["body"] } };
  }
  const value = JUDGEMENTS.find((one) => one === now["value"]);
  const confidence = ([1, 2, 3] as const).find((one) => one === now["confidence"]) ?? null;
  return { kind: "judge", targetId: change.targetId, judgement: value === undefined ? null : { value, confidence, note: typeof now["note"] === "string" ? now["note"] : "" } };
}

function isRecord(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null;
}

function writable(span: AnnotatorSpan): Record<string, unknown> {
  const { id, parts, targetId, framing, voice, attribution, speaker = null, directness, device, confidence, note, labelIds, fromSuggestion = false } = span;
  return { id, parts, targetId, framing, voice, attribution, ...(speaker === null ? {} : { speaker }), directness, device, confidence, note, labelIds, ...(fromSuggestion ? { fromSuggestion } : {}) };
}

import { JUDGEMENTS, type JudgementValue } from "@/lib/annotations/span";
import type { WriteRequest } from "../api";
import type { AnnotatorSpan } from "../types";
import type { Change } from "./model";

/** Where writes go. */
export interface Place {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly revisionId: string;
}

/** The request of a change, against the version of its row that was last seen (0 when there was none). */
export function requestOf(change: Change, place: Place, version: number): WriteRequest {
  const spans = `/projects/${place.projectId}/spans`;
  const assignment = `/projects/${place.projectId}/assignments/${place.assignmentId}`;
  switch (change.kind) {
    case "create":
      return { method: "POST", path: `${assignment}/spans`, body: { revisionId: place.revisionId, ...writable(change.span) } };
    case "edit":
      return { method: "PATCH", path: `${spans}/${change.id}`, body: { version, ...change.fields } };
    case "delete":
      return { method: "DELETE", path: `${spans}/${change.id}`, body: { version } };
    case "restore":
      return { method: "POST", path: `${spans}/${change.span.id}/restore`, body: { version } };
    case "judge":
      return change.value === null
        ? { method: "DELETE", path: `${assignment}/judgements/${change.targetId}`, body: { version } }
        : { method: "PUT", path: `${assignment}/judgements/${change.targetId}`, body: { value: change.value, version } };
  }
}

/** A current row as a span; null when the span is gone. */
export function spanIn(body: unknown): AnnotatorSpan | null {
  if (typeof body !== "object" || body === null || !("parts" in body) || !Array.isArray(body.parts)) return null;
  if ("deletedAt" in body && body.deletedAt !== null) return null;
  return body as unknown as AnnotatorSpan;
}

/** A current row as a judgement; null when there is none. */
export function judgementIn(body: unknown): JudgementValue | null {
  const value = typeof body === "object" && body !== null && "value" in body ? body.value : null;
  return JUDGEMENTS.find((judgement) => judgement === value) ?? null;
}

function writable(span: AnnotatorSpan): Record<string, unknown> {
  const { id, parts, targetId, framing, voice, attribution, directness, device, confidence, note } = span;
  return { id, parts, targetId, framing, voice, attribution, directness, device, confidence, note };
}

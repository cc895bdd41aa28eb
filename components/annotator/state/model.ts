import type { JudgementValue, SpanCodes } from "@/lib/annotations/span";
import type { AnnotateDocument, AnnotatorSpan } from "../types";

/** What the annotator has said so far, as it stands on the screen. */
export interface Model {
  readonly spans: ReadonlyMap<string, AnnotatorSpan>;
  /** By target. */
  readonly judgements: ReadonlyMap<string, JudgementValue>;
}

/** One thing a person does. Every change has an inverse, and each is one write to the server. */
export type Change =
  | { readonly kind: "create"; readonly span: AnnotatorSpan }
  | { readonly kind: "edit"; readonly id: string; readonly fields: Partial<SpanCodes> }
  | { readonly kind: "delete"; readonly id: string }
  | { readonly kind: "restore"; readonly span: AnnotatorSpan }
  | { readonly kind: "judge"; readonly targetId: string; readonly value: JudgementValue | null };

/** The model a document opens with. */
export function modelOf(document: AnnotateDocument): Model {
  return {
    spans: new Map(document.spans.map((span) => [span.id, span])),
    judgements: new Map(document.judgements.flatMap(({ targetId, value }) => (value === null ? [] : [[targetId, value]]))),
  };
}

/** What a change is about: changes with the same key depend on one another. */
export function keyOf(change: Change): string {
  if (change.kind === "judge") return judgementKey(change.targetId);
  return spanKey("span" in change ? change.span.id : change.id);
}

/** The key of everything about one span. */
export function spanKey(id: string): string {
  return `span ${id}`;
}

/** The key of the judgement toward one target. */
export function judgementKey(targetId: string): string {
  return `judgement ${targetId}`;
}

/** The model after a change. A change to a span that is gone does nothing. */
export function applyChange(model: Model, change: Change): Model {
  if (change.kind === "judge") return { ...model, judgements: withEntry(model.judgements, change.targetId, change.value) };
  if (change.kind === "create" || change.kind === "restore") return { ...model, spans: withEntry(model.spans, change.span.id, change.span) };
  if (change.kind === "delete") return { ...model, spans: withEntry(model.spans, change.id, null) };
  const span = model.spans.get(change.id);
  return span === undefined ? model : { ...model, spans: withEntry(model.spans, change.id, { ...span, ...change.fields }) };
}

/** The change that leads back from `change` to `model`; null when `change` does nothing to it. */
export function invert(model: Model, change: Change): Change | null {
  if (change.kind === "judge") return { kind: "judge", targetId: change.targetId, value: model.judgements.get(change.targetId) ?? null };
  if (change.kind === "create" || change.kind === "restore") return { kind: "delete", id: change.span.id };
  const span = model.spans.get(change.id);
  if (span === undefined) return null;
  if (change.kind === "delete") return { kind: "restore", span };
  const before = Object.fromEntries(Object.keys(change.fields).map((field) => [field, span[field as keyof SpanCodes]]));
  return { kind: "edit", id: change.id, fields: before as Partial<SpanCodes> };
}

/** Spans in the order of the text: by start, then the longer first, then by id. */
export function inTextOrder(spans: Iterable<AnnotatorSpan>): AnnotatorSpan[] {
  return [...spans].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1));
}

/** Where a span begins, in code points. */
export function startOf(span: AnnotatorSpan): number {
  return Math.min(...span.parts.map((part) => part.start));
}

/** Where a span ends, in code points. */
export function endOf(span: AnnotatorSpan): number {
  return Math.max(...span.parts.map((part) => part.end));
}

/** The words of a span; parts that stand apart are joined by an ellipsis. */
export function quoteOf(span: AnnotatorSpan): string {
  return span.parts.map((part) => part.quote).join(" … ");
}

function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T | null): ReadonlyMap<string, T> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

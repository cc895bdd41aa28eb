import type { Confidence, JudgementValue, NoteKind, SpanCodes, SpanPart } from "@/lib/annotations/span";
import type { AnnotateDocument, AnnotatorSpan } from "../types";

/** The stance of the whole article toward a target, how sure the annotator is, and why. */
export interface Judgement {
  readonly value: JudgementValue;
  readonly confidence: Confidence | null;
  readonly note: string;
}

/** A note on the whole article, or on what it leaves out. */
export interface ArticleNote {
  readonly kind: NoteKind;
  readonly body: string;
}

/** What the annotator has said so far, as it stands on the screen. */
export interface Model {
  readonly spans: ReadonlyMap<string, AnnotatorSpan>;
  /** By target. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Labels for the whole article, by set. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** By id, the oldest first. */
  readonly notes: ReadonlyMap<string, ArticleNote>;
}

/** A change to something about the whole article, said as what it is afterwards; null takes it away. */
export type RowChange =
  | { readonly kind: "judge"; readonly targetId: string; readonly judgement: Judgement | null }
  | { readonly kind: "answer"; readonly setId: string; readonly labelIds: readonly string[] }
  | { readonly kind: "note"; readonly id: string; readonly note: ArticleNote | null };

/** What of a span can change: what it says, and its passages. */
export type SpanFields = Partial<SpanCodes & { readonly parts: readonly SpanPart[] }>;

/** Changes that were made at once, under one name, are undone and redone at once. */
type Together = { readonly together?: string | undefined };

/** A change to a span. `confirm`: it stands as it is under the newest codebook. */
export type SpanChange =
  | ({ readonly kind: "create"; readonly span: AnnotatorSpan } & Together)
  | { readonly kind: "edit"; readonly id: string; readonly fields: SpanFields }
  | ({ readonly kind: "delete"; readonly id: string } & Together)
  | { readonly kind: "confirm"; readonly id: string }
  | ({ readonly kind: "restore"; readonly span: AnnotatorSpan } & Together);

/** One thing a person does. Each is one write to the server, and every one but `confirm` has an inverse. */
export type Change = SpanChange | RowChange;

/** The model a document opens with. */
export function modelOf(document: AnnotateDocument): Model {
  return {
    spans: new Map(document.spans.map((span) => [span.id, span])),
    judgements: new Map(document.judgements.flatMap(({ targetId, value, confidence, note }) => (value === null ? [] : [[targetId, { value, confidence, note }]]))),
    answers: new Map(document.answers.flatMap(({ setId, labelIds }) => (labelIds.length === 0 ? [] : [[setId, labelIds]]))),
    notes: new Map(document.notes.map(({ id, kind, body }) => [id, { kind, body }])),
  };
}

/** Whether a change is about the whole article. */
export function isRowChange(change: Change): change is RowChange {
  return change.kind === "judge" || change.kind === "answer" || change.kind === "note";
}

/** What a change is about: changes with the same key depend on one another. */
export function keyOf(change: Change): string {
  if (change.kind === "judge") return judgementKey(change.targetId);
  if (change.kind === "answer") return answerKey(change.setId);
  if (change.kind === "note") return noteKey(change.id);
  return spanKey(spanIdOf(change));
}

/** The span that a change is about. */
export function spanIdOf(change: SpanChange): string {
  return "span" in change ? change.span.id : change.id;
}

/** The key of everything about one span. */
export function spanKey(id: string): string {
  return `span ${id}`;
}

/** The key of the judgement toward one target. */
export function judgementKey(targetId: string): string {
  return `judgement ${targetId}`;
}

/** The key of the answer to one set of labels. */
export function answerKey(setId: string): string {
  return `answer ${setId}`;
}

/** The key of one note on the article. */
export function noteKey(id: string): string {
  return `note ${id}`;
}

/** The model after a change. A change to a span that is gone does nothing. */
export function applyChange(model: Model, change: Change): Model {
  switch (change.kind) {
    case "judge":
      return { ...model, judgements: withEntry(model.judgements, change.targetId, change.judgement) };
    case "answer":
      // An answer that was only looked at again is the same answer.
      if (sameValue(model.answers.get(change.setId) ?? [], change.labelIds)) return model;
      return { ...model, answers: withEntry(model.answers, change.setId, change.labelIds.length === 0 ? null : change.labelIds) };
    case "note":
      return { ...model, notes: withEntry(model.notes, change.id, change.note) };
    case "create":
    case "restore":
      return { ...model, spans: withEntry(model.spans, change.span.id, change.span) };
    case "delete":
      return { ...model, spans: withEntry(model.spans, change.id, null) };
    case "confirm":
      return model;
    case "edit": {
      const span = model.spans.get(change.id);
      return span === undefined ? model : { ...model, spans: withEntry(model.spans, change.id, { ...span, ...change.fields }) };
    }
  }
}

/** What stands about the whole article where a change would put something else. */
export function standingRow(model: Model, change: RowChange): RowChange {
  if (change.kind === "judge") return { kind: "judge", targetId: change.targetId, judgement: model.judgements.get(change.targetId) ?? null };
  if (change.kind === "answer") return { kind: "answer", setId: change.setId, labelIds: model.answers.get(change.setId) ?? [] };
  return { kind: "note", id: change.id, note: model.notes.get(change.id) ?? null };
}

/** The change that leads back from `change` to `model`; null when there is none, or `change` does nothing to it. */
export function invert(model: Model, change: Change): Change | null {
  if (isRowChange(change)) return standingRow(model, change);
  if (change.kind === "confirm") return null;
  if (change.kind === "create" || change.kind === "restore") return { kind: "delete", id: change.span.id, ...togetherIn(change) };
  const span = model.spans.get(change.id);
  if (span === undefined) return null;
  if (change.kind === "delete") return { kind: "restore", span, ...togetherIn(change) };
  const before = Object.fromEntries(Object.keys(change.fields).map((field) => [field, span[field as keyof SpanFields]]));
  return { kind: "edit", id: change.id, fields: before as SpanFields };
}

/** The name under which a change was made together with others. */
export function togetherOf(change: Change): string | undefined {
  return "together" in change ? change.together : undefined;
}

function togetherIn(change: Together): Together {
  return change.together === undefined ? {} : { together: change.together };
}

/** Whether two values of a field say the same; the order of labels says nothing, of passages their places count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (arePassages(a) && arePassages(b)) return samePlaces(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one) => b.includes(one));
  return a === b;
}

function arePassages(value: unknown): value is readonly SpanPart[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "object");
}

/** Whether two lists of passages stand at the same places. */
export function samePlaces(a: readonly SpanPart[], b: readonly SpanPart[]): boolean {
  return a.length === b.length && a.every((part, i) => part.start === b[i]?.start && part.end === b[i]?.end);
}

/** Spans in the order of the text: by start, then the longer first, then by id. */
export function inTextOrder(spans: Iterable<AnnotatorSpan>): AnnotatorSpan[] {
  return [...spans].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1));
}

/** Where a span begins, in code points. */
export function startOf(span: Pick<AnnotatorSpan, "parts">): number {
  return span.parts.reduce((least, part) => Math.min(least, part.start), Infinity);
}

/** Where a span ends, in code points. */
export function endOf(span: Pick<AnnotatorSpan, "parts">): number {
  return span.parts.reduce((most, part) => Math.max(most, part.end), -Infinity);
}

/** The words of a span, or those that it had where they went with a corrected text; parts that stand apart are joined by an ellipsis. */
export function quoteOf(span: AnnotatorSpan): string {
  return (span.parts.length === 0 ? (span.lost ?? []) : span.parts).map((part) => part.quote).join(" … ");
}

/** Whether the words of a span are no longer in the text. */
export const isLost = (span: AnnotatorSpan): boolean => span.parts.length === 0 && (span.lost?.length ?? 0) > 0;

function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T | null): ReadonlyMap<string, T> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

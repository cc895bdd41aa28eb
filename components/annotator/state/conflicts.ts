import type { AnnotatorSpan } from "../types";
import { applyChange, type Change, type Model, type RowChange, sameValue, type SpanFields, standingRow } from "./model";
import { rowIn, spanIn } from "./requests";

/** One row as it stands here and as it stands on the server; null = gone, or no value. */
export interface Conflict<T> {
  readonly mine: T | null;
  readonly theirs: T | null;
}

/** Something about the whole article that changed elsewhere: the change that puts mine, and the one that puts what the server has. */
export interface RowConflict {
  readonly mine: RowChange;
  readonly theirs: RowChange;
}

/** The fields of a span that people set. */
export const SPAN_FIELDS = ["framing", "targetId", "voice", "attribution", "speaker", "directness", "device", "confidence", "labelIds", "note", "parts"] as const satisfies readonly (keyof SpanFields)[];

/** Both sides of a span that changed elsewhere; null when they say the same. */
export function spanConflict(mine: AnnotatorSpan | null, current: unknown): Conflict<AnnotatorSpan> | null {
  const theirs = spanIn(current);
  return spansDiffer(mine, theirs) ? { mine, theirs } : null;
}

/** Whether two versions of a span say different things. */
export function spansDiffer(mine: AnnotatorSpan | null, theirs: AnnotatorSpan | null): boolean {
  return mine === null || theirs === null ? mine !== theirs : differing(mine, theirs).length > 0;
}

/** Both sides of something about the whole article; null when they say the same. */
export function rowConflict(model: Model, change: RowChange, current: unknown): RowConflict | null {
  const [mine, theirs] = [standingRow(model, change), rowIn(change, current)];
  return rowsDiffer(mine, theirs) ? { mine, theirs } : null;
}

/** Whether two changes put different things. */
export function rowsDiffer(a: RowChange, b: RowChange): boolean {
  return !sameRow(a, b);
}

function sameRow(a: RowChange, b: RowChange): boolean {
  if (a.kind === "judge" && b.kind === "judge") return a.judgement?.value === b.judgement?.value && a.judgement?.confidence === b.judgement?.confidence && a.judgement?.note === b.judgement?.note;
  if (a.kind === "answer" && b.kind === "answer") return sameValue(a.labelIds, b.labelIds);
  return a.kind === "note" && b.kind === "note" && a.note?.body === b.note?.body && a.note?.kind === b.note?.kind;
}

/** The model with a span as the server has it. */
export function adoptSpan(model: Model, id: string, theirs: AnnotatorSpan | null): Model {
  const spans = new Map(model.spans);
  if (theirs === null) spans.delete(id);
  else spans.set(id, theirs);
  return { ...model, spans };
}

/** The model in which the choice can be seen: a note that was taken away here stands as it is elsewhere until it is made. */
export function withChoice(model: Model, { mine, theirs }: RowConflict): Model {
  return mine.kind === "note" && mine.note === null ? applyChange(model, theirs) : model;
}

/** The changes that turn what the server has into what is here. */
export function keepMine(id: string, { mine, theirs }: Conflict<AnnotatorSpan>): Change[] {
  if (mine === null) return theirs === null ? [] : [{ kind: "delete", id }];
  const fields = theirs === null ? codesOf(mine, SPAN_FIELDS) : codesOf(mine, differing(mine, theirs));
  const edit: Change[] = Object.keys(fields).length > 0 ? [{ kind: "edit", id, fields }] : [];
  return theirs === null ? [{ kind: "restore", span: mine }, ...edit] : edit;
}

/** The fields in which two versions of a span differ. */
export function differing(a: AnnotatorSpan, b: AnnotatorSpan): (keyof SpanFields)[] {
  return SPAN_FIELDS.filter((field) => !sameValue(a[field] ?? null, b[field] ?? null));
}

function codesOf(span: AnnotatorSpan, fields: readonly (keyof SpanFields)[]): SpanFields {
  return Object.fromEntries(fields.map((field) => [field, span[field]])) as SpanFields;
}

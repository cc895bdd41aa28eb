import type { JudgementValue, SpanCodes } from "@/lib/annotations/span";
import type { AnnotatorSpan } from "../types";
import { type Change, type Model } from "./model";
import type { Conflict } from "./session-state";

/** The fields of a span that people set. */
export const SPAN_FIELDS = ["framing", "targetId", "voice", "attribution", "directness", "device", "confidence", "note"] as const satisfies readonly (keyof SpanCodes)[];

/** The model with a span as the server has it. */
export function adoptSpan(model: Model, id: string, theirs: AnnotatorSpan | null): Model {
  const spans = new Map(model.spans);
  if (theirs === null) spans.delete(id);
  else spans.set(id, theirs);
  return { ...model, spans };
}

/** The model with a judgement as the server has it. */
export function adoptJudgement(model: Model, targetId: string, theirs: JudgementValue | null): Model {
  const judgements = new Map(model.judgements);
  if (theirs === null) judgements.delete(targetId);
  else judgements.set(targetId, theirs);
  return { ...model, judgements };
}

/** The changes that turn what the server has into what is here. */
export function keepMine(id: string, { mine, theirs }: Conflict<AnnotatorSpan>): Change[] {
  if (mine === null) return theirs === null ? [] : [{ kind: "delete", id }];
  const fields = theirs === null ? codesOf(mine, SPAN_FIELDS) : codesOf(mine, differing(mine, theirs));
  const edit: Change[] = Object.keys(fields).length > 0 ? [{ kind: "edit", id, fields }] : [];
  return theirs === null ? [{ kind: "restore", span: mine }, ...edit] : edit;
}

/** The fields in which two versions of a span differ. */
export function differing(a: AnnotatorSpan, b: AnnotatorSpan): (keyof SpanCodes)[] {
  return SPAN_FIELDS.filter((field) => a[field] !== b[field]);
}

function codesOf(span: AnnotatorSpan, fields: readonly (keyof SpanCodes)[]): Partial<SpanCodes> {
  return Object.fromEntries(fields.map((field) => [field, span[field]])) as Partial<SpanCodes>;
}

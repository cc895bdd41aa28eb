import { type VoiceChoice, voiceChoice } from "../marking/voice";
import type { AnnotatorSpan } from "../types";

/** Which marks a person looks at: those toward one target, those in one voice; null is all. */
export interface SpanFilter {
  readonly targetId: string | null;
  readonly voice: VoiceChoice | null;
}

/** Every mark. */
export const NO_FILTER: SpanFilter = { targetId: null, voice: null };

/** Whether a mark passes. */
export function passes(span: AnnotatorSpan, { targetId, voice }: SpanFilter): boolean {
  return (targetId === null || span.targetId === targetId) && (voice === null || voiceChoice(span) === voice);
}

/** The marks that pass; the same map when all do, so that nothing is drawn again. */
export function filtered(spans: ReadonlyMap<string, AnnotatorSpan>, filter: SpanFilter): ReadonlyMap<string, AnnotatorSpan> {
  if (filter.targetId === null && filter.voice === null) return spans;
  return new Map([...spans].filter(([, span]) => passes(span, filter)));
}

import type { SpanCodes, SpanPart } from "@/lib/annotations/span";
import { mayHaveSpeaker } from "@/lib/annotations/speaker";
import type { Framing } from "@/lib/codebook/framing";
import type { AnnotatorSpan } from "../types";
import type { ProposedVoice } from "./speech-table";
import { type VoiceChoice, voiceFields } from "./voice";

/** Words that are selected and may be marked. */
export interface Selected extends ProposedVoice {
  /** One or more passages, in the order of the text and apart. */
  readonly parts: readonly SpanPart[];
  readonly words: number;
}

/** What the popover has so far for the selected words. */
export interface Draft {
  readonly selected: Selected;
  readonly framing: Framing | null;
  readonly targetId: string | null;
  /** Null when the codebook does not ask for voice. */
  readonly voice: VoiceChoice | null;
  /** Who says the words; kept while another voice is tried, and left out of a span in the outlet's own. */
  readonly speaker: string | null;
  readonly labelIds: readonly string[];
  /** It takes up a suggestion; kept whatever is changed in it. */
  readonly fromSuggestion: boolean;
  /** Passages that stay, whatever is selected next; none: a selection is another draft. */
  readonly beside: readonly SpanPart[];
}

/** What was used last, and is proposed next. */
export interface LastUsed {
  readonly framing: Framing | null;
  readonly targetId: string | null;
  /** Of the last span that was marked; only a repetition takes it over. */
  readonly voice: VoiceChoice | null;
}

/** A draft that proposes what was used last and the voice of the place. */
export function draftFor(selected: Selected, last: Pick<LastUsed, "framing" | "targetId">, asksVoice: boolean): Draft {
  return { selected, framing: last.framing, targetId: last.targetId, voice: asksVoice ? selected.voice : null, speaker: asksVoice ? selected.speaker : null, labelIds: [], fromSuggestion: false, beside: [] };
}

/** A draft that proposes what was suggested for the words. */
export function draftOfSuggestion(selected: Selected, { targetId, framing }: Pick<SpanCodes, "targetId" | "framing">, asksVoice: boolean): Draft {
  return { ...draftFor(selected, { framing, targetId }, asksVoice), fromSuggestion: true };
}

/** What a draft still lacks; null when it can become a span. Labels can follow on the card. */
export function lacking(draft: Draft): "framing" | "target" | null {
  if (draft.framing === null) return "framing";
  return draft.targetId === null ? "target" : null;
}

/** The span that a complete draft stands for; null while something is lacking. */
export function spanOf(draft: Draft, id: string): AnnotatorSpan | null {
  const { framing, targetId, voice } = draft;
  if (framing === null || targetId === null) return null;
  const voices = voice === null ? { voice: null, attribution: null } : voiceFields(voice);
  const speaker = mayHaveSpeaker(voices.voice) ? draft.speaker : null;
  return { id, version: 0, parts: draft.selected.parts, targetId, framing, ...voices, speaker, directness: "direct", device: null, confidence: null, note: "", labelIds: [...draft.labelIds], fromSuggestion: draft.fromSuggestion };
}

import type { Device, Framing } from "@/lib/codebook/framing";

/** Who speaks: the writer, a source that the text names, or a post shown whole. Null in a span = not asked. */
export const VOICES = ["own", "quoted", "embedded"] as const;
export type Voice = (typeof VOICES)[number];
/** How a quoted span is given: in quotation marks, or reported without. */
export const ATTRIBUTIONS = ["direct", "reported"] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
/** At the target itself, or through an ally or opponent. */
export const DIRECTNESS = ["direct", "indirect"] as const;
export type Directness = (typeof DIRECTNESS)[number];
/** Low, medium, high. */
export const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];
/** Stance of a whole article: −2..+2, or one of two answers that are not zero. */
export const JUDGEMENTS = [-2, -1, 0, 1, 2, "unclear", "not_addressed"] as const;
export type JudgementValue = (typeof JUDGEMENTS)[number];

/** What a note on a whole article is about: anything, or what the article leaves out. */
export const NOTE_KINDS = ["note", "omitted"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** `[start, end)` in Unicode code points of the article text, with the exact words. */
export type SpanPart = { start: number; end: number; quote: string };

/** What an annotator says of some words. */
export type SpanCodes = {
  targetId: string;
  framing: Framing;
  voice: Voice | null;
  attribution: Attribution | null;
  /** Who says quoted or embedded words, by name, as far as the annotator told. */
  speaker?: string | null | undefined;
  directness: Directness;
  device: Device | null;
  confidence: Confidence | null;
  note: string;
  /** Labels of the codebook's sets on spans. */
  labelIds: string[];
};

/** A span as the API shows it. */
export type Span = SpanCodes & { id: string; version: number; memberId: string; parts: SpanPart[]; /** It began as a suggestion. Said when it is made, and never changed. */ fromSuggestion: boolean };

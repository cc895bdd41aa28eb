import type { TextRange } from "@/lib/text/units";

/**
 * What a passage is: words in quotation marks that somebody is given as having said; words in marks that nobody is
 * said to have said, so that they are the writer's; what a named source is reported to have said, without marks; a
 * block set off as a quotation; a post or document shown whole.
 */
export const SPEECH_KINDS = ["direct", "scare", "reported", "block", "embed"] as const;

/** One of `SPEECH_KINDS`. */
export type SpeechKind = (typeof SPEECH_KINDS)[number];

/** A stretch of an article, inside one block, in a voice that is not plainly the writer's own. */
export interface Passage extends TextRange {
  readonly kind: SpeechKind;
  /** The words without the quotation marks around them. */
  readonly inner: TextRange;
  /** Where the text names who speaks, most fully; null when it does not say, or when this cannot be told. */
  readonly speaker: TextRange | null;
  /** The verb, or "according to", by which the speaker is found. */
  readonly cue: TextRange | null;
}

/** Scare quotes are the writer's own voice; every other passage is somebody else's. */
export const isOwnVoice = (kind: SpeechKind): boolean => kind === "scare";

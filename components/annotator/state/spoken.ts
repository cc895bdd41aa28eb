import { quoteOf } from "./model";
import type { AnnotatorSpan, Target } from "../types";

/** How framings are called on the screen. */
export const FRAMING_WORDS = { advocacy: "Advocacy", critical: "Critical", neutral: "Neutral" } as const;

/** The name of a target, also of one that is no longer listed. */
export function targetName(targets: readonly Target[], id: string): string {
  return targets.find((target) => target.id === id)?.name ?? "Unknown target";
}

/** "Critical, target Town council, 6 words". */
export function markSpoken(span: AnnotatorSpan, targets: readonly Target[], words: number): string {
  return `${FRAMING_WORDS[span.framing]}, target ${targetName(targets, span.targetId)}, ${words} ${words === 1 ? "word" : "words"}`;
}

/** The name of a card: "Critical toward Town council, by you". */
export function cardLabel(span: AnnotatorSpan, targets: readonly Target[]): string {
  return `${FRAMING_WORDS[span.framing]} toward ${targetName(targets, span.targetId)}, by you`;
}

/** "Critical, target Town council: left us to find out". */
export function spanSpoken(span: AnnotatorSpan, targets: readonly Target[]): string {
  return `${FRAMING_WORDS[span.framing]}, target ${targetName(targets, span.targetId)}: ${quoteOf(span)}`;
}

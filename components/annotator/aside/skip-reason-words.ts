import type { Translator } from "@/components/words/words";
import { SKIP_REASONS } from "@/lib/assignments/set-aside";

const KEYS = ["offTarget", "language", "broken", "upsetting"] as const;

/** A reason for skipping as a person reads it: one of those that are offered in their language, any other as it was written. */
export function skipReasonWords(reason: string, t: Translator<"annotate.skip">): string {
  const key = KEYS[SKIP_REASONS.findIndex((one) => one === reason)];
  return key === undefined ? reason : t(`reasons.${key}`);
}

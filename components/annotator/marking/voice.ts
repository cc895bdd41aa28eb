import type { Attribution, SpanCodes, Voice } from "@/lib/annotations/span";

/** The voice of a span in one word: `direct` and `reported` are both quoted. */
export type VoiceChoice = "own" | "direct" | "reported" | "embedded";

/** The four, in the order in which V goes through them. */
export const VOICE_CHOICES = ["own", "direct", "reported", "embedded"] as const satisfies readonly VoiceChoice[];

/** The two fields of a span that a choice stands for. */
export function voiceFields(choice: VoiceChoice): { voice: Voice; attribution: Attribution | null } {
  if (choice === "direct" || choice === "reported") return { voice: "quoted", attribution: choice };
  return { voice: choice, attribution: null };
}

/** The choice that a span's fields stand for; null when voice was not asked. */
export function voiceChoice({ voice, attribution }: Pick<SpanCodes, "voice" | "attribution">): VoiceChoice | null {
  return voice === "quoted" ? (attribution ?? "direct") : voice;
}

/** The choice after this one. */
export function nextVoice(choice: VoiceChoice): VoiceChoice {
  return VOICE_CHOICES[(VOICE_CHOICES.indexOf(choice) + 1) % VOICE_CHOICES.length] ?? "own";
}

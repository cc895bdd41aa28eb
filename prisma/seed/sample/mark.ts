import type { Attribution } from "@/lib/annotations/span";
import type { Device, Framing } from "@/lib/codebook/framing";
import type { SampleMark, TargetKey } from "./types";

/** What is left unsaid: first occurrence, direct, no confidence, no note. */
export type Extra = Partial<Pick<SampleMark, "occurrence" | "directness" | "confidence" | "note">>;

const PLAIN = { occurrence: 1, directness: "direct", confidence: null, note: "" } as const;

/** A mark in the outlet's own voice. */
export function own(quote: string, target: TargetKey, framing: Framing, device: Device, extra: Extra = {}): SampleMark {
  return { ...PLAIN, quote, target, framing, device, voice: "own", attribution: null, ...extra };
}

/** A mark on words that the text gives to somebody: in quotation marks (`direct`) or without (`reported`). */
export function quoted(quote: string, target: TargetKey, framing: Framing, attribution: Attribution, device: Device, extra: Extra = {}): SampleMark {
  return { ...PLAIN, quote, target, framing, device, voice: "quoted", attribution, ...extra };
}

/** A mark in a post or document that the article shows whole. */
export function embedded(quote: string, target: TargetKey, framing: Framing, device: Device, extra: Extra = {}): SampleMark {
  return { ...PLAIN, quote, target, framing, device, voice: "embedded", attribution: null, ...extra };
}

import type { SpanPart } from "@/lib/annotations/span";
import type { ClusterSpan, Difference } from "./cluster";

/** What a mark says, as far as two are compared: the speaker's name, the certainty and the note are not. */
export type MarkCodes = Pick<ClusterSpan, "targetId" | "framing" | "voice" | "attribution" | "directness" | "device" | "labelIds">;
export type Mark = MarkCodes & { readonly parts: readonly SpanPart[] };

/** Whether two marks lie over the very same code points, part by part. */
export const sameExtent = (a: readonly SpanPart[], b: readonly SpanPart[]): boolean => a.length === b.length && a.every((part, i) => part.start === b[i]?.start && part.end === b[i]?.end);

const sameLabels = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/** In what two marks of the same matter differ, in the order of `DIFFERENCES`; nothing where they are the same. How words are quoted belongs to the voice. */
export function differencesOf(a: Mark, b: Mark): Difference[] {
  const found: Difference[] = [];
  if (!sameExtent(a.parts, b.parts)) found.push("extent");
  if (a.targetId !== b.targetId) found.push("target");
  if (a.framing !== b.framing) found.push("framing");
  if (a.voice !== b.voice || a.attribution !== b.attribution) found.push("voice");
  if (a.directness !== b.directness) found.push("directness");
  if (a.device !== b.device) found.push("device");
  if (!sameLabels(a.labelIds, b.labelIds)) found.push("labels");
  return found;
}

/** Whether two marks say the same, wherever they begin and end. */
export const sameCodes = (a: Mark, b: Mark): boolean => differencesOf(a, b).every((one) => one === "extent");

/** Whether two marks are the same in extent and in all that they say. */
export const sameMark = (a: Mark, b: Mark): boolean => differencesOf(a, b).length === 0;

/** How many code points both marks lie over. Parts are in order and apart. */
export function sharedLength(a: readonly SpanPart[], b: readonly SpanPart[]): number {
  let shared = 0;
  for (const one of a) for (const other of b) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared;
}

/** How many code points a mark lies over. */
export const lengthOf = (parts: readonly SpanPart[]): number => parts.reduce((sum, part) => sum + part.end - part.start, 0);

/** All of a mark that is compared, as one string: equal for the same marks alone, and an order that does not hang on who made them. */
export const contentKey = (mark: Mark): string =>
  JSON.stringify([mark.parts.map((part) => [part.start, part.end]), mark.targetId, mark.framing, mark.voice, mark.attribution, mark.directness, mark.device, [...mark.labelIds].sort()]);

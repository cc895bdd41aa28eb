import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { SIGN_SCALE } from "../estimate";
import { overlap } from "../reading";
import type { Observation } from "../sums";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { byGroup, meanOfWorks, type PictureMean, workValues } from "./work-values";

/** Own words against quoted ones in one outlet. */
export type VoiceRow = Named & { readonly own: PictureMean; readonly quoted: PictureMean; /** Whether the two intervals share a point; null where one is missing. */ readonly overlap: boolean | null };
export type VoicePicture = LeftOut & { readonly rows: readonly VoiceRow[] };

/**
 * The figure in own voice beside the figure of those an outlet quotes, over the same works: a work that addresses the
 * target without a mark in a voice is 0 there. The two are never added. Rows by name.
 */
export function voicePicture(own: readonly Observation[], quoted: readonly Observation[], outlets: readonly Named[]): Picture<VoicePicture> {
  const [mine, theirs] = [byGroup(own), byGroup(quoted)];
  const rows = outlets.flatMap(({ id, name }): VoiceRow[] => {
    const [ofOwn, ofQuoted] = [mine.groups.get(id) ?? [], theirs.groups.get(id) ?? []];
    if (ofOwn.length + ofQuoted.length === 0) return [];
    const [one, other] = [meanOfWorks(workValues(ofOwn), SIGN_SCALE), meanOfWorks(workValues(ofQuoted), SIGN_SCALE)];
    return [{ id, name, own: one, quoted: other, overlap: one.interval === null || other.interval === null ? null : overlap(one.interval, other.interval) }];
  });
  if (rows.length === 0) return undefinedFor(mine.unknownWorks > 0 ? "unknown_outlets" : "no_works");
  return quoted.some((one) => one.spans > 0) || own.some((one) => one.spans > 0) ? defined({ rows: byName(rows), unknownWorks: mine.unknownWorks }) : undefinedFor("no_marks");
}

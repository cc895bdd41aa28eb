import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { spansIn } from "../counts";
import { overlaps } from "../intervals";
import type { Assessed, StanceCell } from "../report";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import type { PictureMean } from "./work-values";

/** Own words against quoted ones in one outlet. */
export type VoiceRow = Named & { readonly own: PictureMean; readonly quoted: PictureMean; /** Whether the two intervals share a point; null where one is missing. */ readonly overlap: boolean | null };
export type VoicePicture = LeftOut & { readonly rows: readonly VoiceRow[] };

/**
 * The figure in own voice beside the figure of those an outlet quotes, over the same works: a work that addresses the
 * target without a mark in a voice is 0 there. The two are never added. Rows by name.
 * @param cells of one target under a choice of own voice
 */
export function voicePicture(cells: readonly Pick<StanceCell, "groupId" | "articles" | "counts" | "figure" | "points" | "quoted" | "quotedPoints">[], outlets: readonly Named[], unknownWorks: number): Picture<VoicePicture> {
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const rows = cells.flatMap(({ groupId, articles, figure, points, quoted, quotedPoints }): VoiceRow[] => {
    if (articles === 0 || quoted === null) return [];
    const [own, other] = [meanOfAssessed(figure, points, articles), meanOfAssessed(quoted, quotedPoints, articles)];
    return [{ id: groupId, name: names.get(groupId) ?? groupId, own, quoted: other, overlap: own.interval === null || other.interval === null ? null : overlaps(own.interval, other.interval) }];
  });
  if (rows.length === 0) return undefinedFor(unknownWorks > 0 ? "unknown_outlets" : "no_works");
  const marked = cells.some(({ counts }) => spansIn(counts.own) + spansIn(counts.quoted) > 0);
  return marked ? defined({ rows: byName(rows), unknownWorks }) : undefinedFor("no_marks");
}

const meanOfAssessed = ({ works, sharedWorks, mean, interval, status }: Assessed, points: PictureMean["points"], articles: number): PictureMean => ({
  works, articles, sharedWorks, level: status.level, mean: mean.value, interval: interval.value, points,
  reason: mean.value === null ? mean.reason : interval.value === null ? interval.reason : null,
});

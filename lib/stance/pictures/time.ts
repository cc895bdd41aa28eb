import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Scale } from "../estimate";
import type { Observation } from "../sums";
import { bucketOf, bucketsBetween, type BucketUnit, lastDayOf, unitFor, withinBucket } from "./buckets";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { byGroup, grouped, meanOfWorks, type PictureMean, type WorkValue, workValues } from "./work-values";

/** The works of one outlet in one bucket; `days` says where each of them lies in it, 0..1, in the order of `points`. */
export type TimeBucket = { readonly start: string; readonly end: string; readonly mean: PictureMean; readonly days: readonly number[] };
export type TimeRow = Named & { readonly buckets: readonly TimeBucket[]; /** Works and articles without a day of publication: in no bucket. */ readonly undatedWorks: number; readonly undatedArticles: number };
export type TimePicture = LeftOut & { readonly unit: BucketUnit; /** First days of all buckets, empty ones too. */ readonly starts: readonly string[]; readonly rows: readonly TimeRow[]; readonly undatedArticles: number };

type Dated = WorkValue & { readonly day: string };

/**
 * Stance over time: works by the day on which the first of their copies was published, in weeks, months or years by how
 * long the whole is. A bucket with three works or more has a mean and an interval, others their works alone. Rows by name.
 * @param days the day of publication (YYYY-MM-DD) per article; missing or null where it is not known
 */
export function timePicture(observations: readonly Observation[], days: ReadonlyMap<string, string | null>, outlets: readonly Named[], scale: Scale): Picture<TimePicture> {
  const { groups, unknownWorks } = byGroup(observations);
  const outletRows = outlets.flatMap((outlet) => {
    const works = workValues(groups.get(outlet.id) ?? []);
    const dated = works.flatMap((work): Dated[] => {
      const [day] = work.articleIds.flatMap((id) => days.get(id) ?? []).sort();
      return day === undefined ? [] : [{ ...work, day }];
    });
    const known = new Set(dated.map((work) => work.workId));
    const undated = works.filter((work) => !known.has(work.workId));
    return works.length === 0 ? [] : [{ outlet, dated, undatedWorks: undated.length, undatedArticles: undated.reduce((sum, work) => sum + work.articleIds.length, 0) }];
  });
  if (outletRows.length === 0) return undefinedFor(unknownWorks > 0 ? "unknown_outlets" : "no_works");
  const all = outletRows.flatMap((row) => row.dated.map((work) => work.day)).sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return undefinedFor("no_days");
  const unit = unitFor(first, last);
  const rows = outletRows.map(({ outlet, dated, undatedWorks, undatedArticles }): TimeRow => ({ ...outlet, buckets: bucketsOf(dated, unit, scale), undatedWorks, undatedArticles }));
  return defined({ unit, starts: bucketsBetween(first, last, unit), rows: byName(rows), undatedArticles: rows.reduce((sum, row) => sum + row.undatedArticles, 0), unknownWorks });
}

function bucketsOf(works: readonly Dated[], unit: BucketUnit, scale: Scale): TimeBucket[] {
  const groups = grouped(works, (work) => bucketOf(work.day, unit));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([start, ofBucket]) => ({
    start, end: lastDayOf(start, unit), mean: meanOfWorks(ofBucket, scale), days: ofBucket.map((work) => withinBucket(work.day, start, unit)),
  }));
}

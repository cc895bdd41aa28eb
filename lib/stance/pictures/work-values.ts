import { estimate, type Interval, type Scale, SIGN_SCALE, type WorkPoint } from "../estimate";
import { meanOf } from "../mean";
import { type StatusLevel, statusOf } from "../status";
import { NO_ONE, type Observation } from "../sums";

/** Judgements of whole articles, −2..+2. */
export const JUDGEMENT_SCALE: Scale = { low: -2, high: 2 };
/** A share of works. */
export const SHARE_SCALE: Scale = { low: 0, high: 1 };
/** The scale of what a choice measures. */
export const scaleOf = (measured: "spans" | "judgements"): Scale => (measured === "judgements" ? JUDGEMENT_SCALE : SIGN_SCALE);

/** One work of one group toward one target. */
export type WorkValue = WorkPoint & {
  readonly articleIds: readonly string[];
  /** Who coded a copy; the settled record is `NO_ONE`. */
  readonly coderIds: readonly string[];
};

/** A mean over works with what it rests on. Below three works there is no mean, and `points` has each of them; from three up it has every work or none. */
export type PictureMean = {
  readonly works: number;
  readonly articles: number;
  /** Works that two annotators coded, or that have a settled record. */
  readonly sharedWorks: number;
  readonly level: StatusLevel;
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** Why mean or interval is null; null where both stand. */
  readonly reason: "no_works" | "fewer_than_three_works" | "no_variation" | null;
  readonly points: readonly WorkPoint[];
};

/**
 * Values of works out of what coders made of articles, each step an unweighted mean: article = mean over its coders,
 * work = mean over its copies. Sorted by work id. All observations are of one group and one target.
 */
export function workValues(observations: readonly Observation[]): WorkValue[] {
  return [...grouped(observations, (one) => one.workId)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([workId, ofWork]) => {
    const articles = grouped(ofWork, (one) => one.articleId);
    return {
      workId,
      value: meanOf([...articles.values()].map((coders) => meanOf(coders.map((one) => one.value)))) ?? 0,
      articleIds: [...articles.keys()].sort(),
      coderIds: [...new Set(ofWork.map((one) => one.coderId))].sort(),
    };
  });
}

/**
 * The mean over works with its t interval from three works up, and its status (docs/statistics.md).
 * @throws RangeError for a value outside of the scale
 */
export function meanOfWorks(works: readonly WorkValue[], scale: Scale): PictureMean {
  const { points, mean, interval } = estimate(works.map(({ workId, value }) => ({ workId, value })), scale);
  const sharedWorks = works.filter(({ coderIds }) => coderIds.length > 1 || coderIds.includes(NO_ONE)).length;
  return {
    works: works.length,
    articles: works.reduce((sum, work) => sum + work.articleIds.length, 0),
    sharedWorks,
    level: statusOf(works.length, sharedWorks).level,
    mean: mean.value,
    interval: interval.value,
    reason: mean.value === null ? mean.reason : interval.value === null ? interval.reason : null,
    points,
  };
}

/** A list by a key, keys in the order in which they come. */
export function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Observations by group; those of unknown outlets apart, as their works are in no outlet's figure. */
export function byGroup(observations: readonly Observation[]): { groups: ReadonlyMap<string | null, readonly Observation[]>; unknownWorks: number } {
  const groups = grouped(observations, (one) => one.groupId);
  const unknown = new Set((groups.get(null) ?? []).map((one) => one.workId));
  return { groups, unknownWorks: unknown.size };
}

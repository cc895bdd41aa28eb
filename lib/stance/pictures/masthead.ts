import quantile from "@stdlib/stats-base-dists-t-quantile";
import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { estimate, type Interval, type Scale, WORKS_FOR_INTERVAL } from "../estimate";
import { meanOf } from "../mean";
import type { Observation } from "../sums";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { byGroup, grouped, meanOfWorks, type PictureMean, workValues } from "./work-values";

/** What seeing the source changes: shown − hidden. */
export type MastheadDifference = {
  /** `paired`: on works coded both ways. `unpaired`: between works coded hidden and other works coded shown. */
  readonly kind: "paired" | "unpaired";
  /** Works with a difference; unpaired, of both kinds together. */
  readonly works: number;
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly reason: "fewer_than_three_works" | "no_variation" | null;
  /** The differences of works coded both ways. */
  readonly points: readonly number[];
};
export type MastheadRow = Named & { readonly hidden: PictureMean; readonly shown: PictureMean; /** Null where a condition has no work. */ readonly difference: MastheadDifference | null };
export type MastheadPicture = LeftOut & { readonly rows: readonly MastheadRow[]; readonly pairedWorks: number };

const SAME = 1e-9;

/**
 * The same outlet coded with the source hidden and with it shown. On works that have an article coded both ways: the
 * difference of the two means within each article, averaged over copies, with a t interval over works from 3 up (articles
 * coded one way only add nothing, so what was read is held fixed). Where there are none: the difference between the two
 * sets of works, with Welch's interval (1947, Biometrika 34, 28–35) from 3 works on each side; then the works differ, too.
 * @param hidden coders × articles coded with the source hidden
 * @param shown coders × articles coded with it shown
 */
export function mastheadPicture(hidden: readonly Observation[], shown: readonly Observation[], outlets: readonly Named[], scale: Scale): Picture<MastheadPicture> {
  const [blind, open] = [byGroup(hidden), byGroup(shown)];
  if (hidden.length + shown.length === 0) return undefinedFor("no_works");
  if (hidden.length === 0 || shown.length === 0) return undefinedFor("one_condition");
  const reach: Scale = { low: scale.low - scale.high, high: scale.high - scale.low };
  const rows = outlets.flatMap(({ id, name }): MastheadRow[] => {
    const [one, other] = [blind.groups.get(id) ?? [], open.groups.get(id) ?? []];
    if (one.length + other.length === 0) return [];
    const difference = one.length === 0 || other.length === 0 ? null : (pairedOf(one, other, reach) ?? unpairedOf(one, other, reach));
    return [{ id, name, hidden: meanOfWorks(workValues(one), scale), shown: meanOfWorks(workValues(other), scale), difference }];
  });
  const unknownWorks = new Set([...hidden, ...shown].filter((one) => one.groupId === null).map((one) => one.workId)).size;
  if (rows.length === 0) return undefinedFor("unknown_outlets");
  return defined({ rows: byName(rows), pairedWorks: rows.reduce((sum, row) => sum + (row.difference?.kind === "paired" ? row.difference.works : 0), 0), unknownWorks });
}

function pairedOf(hidden: readonly Observation[], shown: readonly Observation[], reach: Scale): MastheadDifference | null {
  const [one, other] = [grouped(hidden, (row) => row.articleId), grouped(shown, (row) => row.articleId)];
  const differences = [...one].flatMap(([articleId, blind]) => {
    const [open, first] = [other.get(articleId), blind[0]];
    if (open === undefined || first === undefined) return [];
    return [{ ...first, value: (meanOf(open.map((row) => row.value)) ?? 0) - (meanOf(blind.map((row) => row.value)) ?? 0) }];
  });
  if (differences.length === 0) return null;
  const found = estimate(workValues(differences).map(({ workId, value }) => ({ workId, value })), reach);
  const reason = found.interval.value !== null ? null : found.interval.reason === "no_variation" ? "no_variation" : "fewer_than_three_works";
  return { kind: "paired", works: found.works, mean: found.mean.value, interval: found.interval.value, reason, points: found.points.map((point) => point.value) };
}

function unpairedOf(hidden: readonly Observation[], shown: readonly Observation[], reach: Scale): MastheadDifference {
  const [one, other] = [hidden, shown].map((rows) => spreadOf(workValues(rows).map((work) => work.value))) as [Spread, Spread];
  const works = one.n + other.n;
  if (one.n < WORKS_FOR_INTERVAL || other.n < WORKS_FOR_INTERVAL) return { kind: "unpaired", works, mean: null, interval: null, reason: "fewer_than_three_works", points: [] };
  const mean = other.mean - one.mean;
  const [a, b] = [one.variance / one.n, other.variance / other.n];
  if (a + b <= SAME ** 2) return { kind: "unpaired", works, mean, interval: null, reason: "no_variation", points: [] };
  const degrees = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
  const half = quantile(0.975, degrees) * Math.sqrt(a + b);
  const [low, high] = [mean - half, mean + half];
  return { kind: "unpaired", works, mean, interval: { low: Math.max(low, reach.low), high: Math.min(high, reach.high), cutLow: low < reach.low, cutHigh: high > reach.high }, reason: null, points: [] };
}

type Spread = { readonly n: number; readonly mean: number; readonly variance: number };

function spreadOf(values: readonly number[]): Spread {
  const mean = meanOf(values) ?? 0;
  return { n: values.length, mean, variance: values.length < 2 ? 0 : ((meanOf(values.map((value) => (value - mean) ** 2)) ?? 0) * values.length) / (values.length - 1) };
}

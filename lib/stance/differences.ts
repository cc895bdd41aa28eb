import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import { type Interval, isUnvaried, onScale, type Scale, tInterval, WORKS_FOR_INTERVAL } from "./estimate";
import { directionOf } from "./intervals";
import { momentsOf } from "./moments";

/** The value of one work in one outlet, and the event that it tells of, where it is in a set of articles on one event. */
export interface Told {
  readonly workId: string;
  readonly eventId: string | null;
  readonly value: number;
}

/** How two outlets differ, the first minus the second. */
export interface Difference {
  /** `paired`: over the same works or events. `unpaired`: over all works of each (Welch). */
  readonly kind: "paired" | "unpaired";
  readonly pairs: number;
  /** Works of the first and of the second outlet. */
  readonly works: readonly [number, number];
  readonly difference: Quantity<number, "no_works" | "fewer_than_three_works">;
  readonly interval: Quantity<Interval, "no_works" | "fewer_than_three_works" | "no_variation">;
  /** Which way the interval is clear of 0: `advocacy` is the first outlet being the milder one. */
  readonly clear: "advocacy" | "critical" | null;
}

/** From this many shared works or events on the difference is paired. */
export const PAIRS_NEEDED = 3;

/**
 * The difference of two outlets with its t interval.
 *
 * Paired from three shared works or events up: works of one event (or else the same work, by publisher) are averaged
 * within each outlet, and the interval is that of the mean of the differences, d̄ ± t(.975, n − 1)·s/√n. What only one
 * of them told is left out, so that the choice of topics is not taken for slant.
 * Otherwise unpaired, after Welch: se² = s₁²/n₁ + s₂²/n₂, degrees of freedom se⁴/Σ (s²/n)²/(n − 1). That needs three
 * works of each outlet, and works that differ within each (`no_variation`: a variance of 0 would claim certainty).
 * Cut at ± the length of the scale.
 *
 * Sources: Student (1908), Biometrika 6; Welch (1947), Biometrika 34, 28–35.
 */
export function difference(first: readonly Told[], second: readonly Told[], scale: Scale): Difference {
  const far = scale.high - scale.low;
  const ends = { low: -far, high: far };
  const [ours, theirs] = [byKey(first), byKey(second)];
  const pairs = [...ours].flatMap(([key, values]) => (theirs.has(key) ? [mean(values) - mean(theirs.get(key)!)] : []));
  const paired = pairs.length >= PAIRS_NEEDED;
  const found = paired ? pairedInterval(pairs, ends) : welch(first.map((one) => one.value), second.map((one) => one.value), ends);
  return { kind: paired ? "paired" : "unpaired", pairs: pairs.length, works: [first.length, second.length], ...found, clear: found.interval.value === null ? null : directionOf(found.interval.value) };
}

type Found = Pick<Difference, "difference" | "interval">;

function pairedInterval(pairs: readonly number[], ends: Scale): Found {
  const moments = momentsOf(pairs)!;
  const centre = onScale(moments.mean, ends);
  return { difference: defined(centre), interval: isUnvaried(moments) ? undefinedFor("no_variation") : defined(tInterval(centre, Math.sqrt(moments.variance / moments.n), moments.n - 1, ends)) };
}

function welch(first: readonly number[], second: readonly number[], ends: Scale): Found {
  const [one, other] = [momentsOf(first), momentsOf(second)];
  const none = (reason: "no_works" | "fewer_than_three_works"): Found => ({ difference: undefinedFor(reason), interval: undefinedFor(reason) });
  if (one === null || other === null) return none("no_works");
  if (one.n < WORKS_FOR_INTERVAL || other.n < WORKS_FOR_INTERVAL) return none("fewer_than_three_works");
  const centre = onScale(one.mean - other.mean, ends);
  if (isUnvaried(one) || isUnvaried(other)) return { difference: defined(centre), interval: undefinedFor("no_variation") };
  const [v, w] = [one.variance / one.n, other.variance / other.n];
  return { difference: defined(centre), interval: defined(tInterval(centre, Math.sqrt(v + w), (v + w) ** 2 / (v ** 2 / (one.n - 1) + w ** 2 / (other.n - 1)), ends)) };
}

function byKey(works: readonly Told[]): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const { workId, eventId, value } of works) {
    const key = eventId ?? workId;
    const there = map.get(key);
    if (there) there.push(value);
    else map.set(key, [value]);
  }
  return map;
}

const mean = (values: readonly number[]): number => momentsOf(values)!.mean;

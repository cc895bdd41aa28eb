import quantile from "@stdlib/stats-base-dists-t-quantile";
import { describe, expect, it } from "vitest";
import type { Figure } from "@/lib/agreement/report";
import { bootstrap } from "@/lib/agreement/resample/bootstrap";
import { jackknife } from "@/lib/agreement/resample/jackknife";
import { normalQuantile, normalShare } from "@/lib/agreement/resample/normal";
import { bearing, SHARE_LIMITS, sumByDocument, type Pieces } from "@/lib/agreement/resample/pieces";
import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { randomFrom } from "@/lib/kernel/random";

/** Rows of [sum, count]; their statistic is a mean. */
const mean = (sum: Float64Array): Figure => ((sum[1] as number) === 0 ? undefinedFor("no_values") : defined((sum[0] as number) / (sum[1] as number)));
const rows = (values: readonly number[]): Pieces => ({ values: Float64Array.from(values.flatMap((value) => [value, 1])), width: 2 });
const WIDE = { low: -Infinity, high: Infinity };

describe("the jackknife over documents", () => {
  it("is the t interval where the statistic is a mean", () => {
    const values = [0.1, 0.4, 0.35, 0.8, 0.55];
    const m = values.reduce((a, b) => a + b) / 5;
    const s = Math.sqrt(values.reduce((a, b) => a + (b - m) ** 2, 0) / 4);
    const half = (quantile(0.975, 4) * s) / Math.sqrt(5);
    const { value } = jackknife(rows(values), mean);
    expect(value?.low).toBeCloseTo(m - half, 12);
    expect(value?.high).toBeCloseTo(m + half, 12);
    expect(value?.documents).toBe(5);
  });

  it("is cut where the statistic ends", () => {
    expect(jackknife(rows([0.9, 1, 0.2]), mean).value?.high).toBe(1);
    expect(jackknife(rows([0.9, 1, 0.2]), mean, WIDE).value?.high).toBeGreaterThan(1);
    expect(jackknife(rows([0, 0.1, 0.7]), mean, SHARE_LIMITS).value?.low).toBe(0);
  });

  it("is undefined for one document, and rows of zeros are none", () => {
    expect(jackknife(rows([0.5]), mean)).toEqual({ value: null, reason: "too_few_documents" });
    const withEmpty: Pieces = { values: Float64Array.of(0.5, 1, 0, 0, 0, 0), width: 2 };
    expect(jackknife(withEmpty, mean)).toEqual({ value: null, reason: "too_few_documents" });
    expect(bearing(withEmpty).values).toHaveLength(2);
  });

  it("is undefined where all that counts stands in one document, also where sums are no whole numbers", () => {
    const pieces: Pieces = { values: Float64Array.of(0.1, 0, 1, 0.2, 0.1, 1, 0.7, 0, 1), width: 3 };
    const ratio = (sum: Float64Array): Figure => ((sum[1] as number) === 0 ? undefinedFor("no_variation") : defined(1 - (sum[0] as number) / (sum[1] as number)));
    expect(jackknife(pieces, ratio)).toEqual({ value: null, reason: "too_few_documents" });
  });

  it("is undefined where nothing varies, and says why where the figure is undefined", () => {
    expect(jackknife(rows([0.3, 0.3, 0.3]), mean)).toEqual({ value: null, reason: "no_variation" });
    expect(jackknife({ values: new Float64Array(4), width: 2 }, mean)).toEqual({ value: null, reason: "no_values" });
  });

  it("adds the rows of copies of one text", () => {
    const summed = sumByDocument({ values: Float64Array.of(1, 2, 3, 4, 5, 6), width: 2 }, [0, 1, 0], 2);
    expect([...summed.values]).toEqual([6, 8, 3, 4]);
    expect(() => sumByDocument(summed, [0, 2], 2)).toThrow(RangeError);
  });
});

describe("the bootstrap over documents", () => {
  const random = randomFrom(5n);
  const values = Array.from({ length: 60 }, () => random.next() / 2 ** 32);

  it("is the same for the same seed, and another for another", () => {
    const of = (seed: bigint) => bootstrap(rows(values), mean, randomFrom(seed));
    expect(of(1n)).toEqual(of(1n));
    expect(of(1n)).not.toEqual(of(2n));
  });

  it("is near the t interval for a mean of many documents", () => {
    const t = jackknife(rows(values), mean).value;
    const { interval, replicates, undefinedReplicates } = bootstrap(rows(values), mean, randomFrom(9n), 4000);
    expect(interval.value?.low).toBeCloseTo(t?.low ?? NaN, 1.5);
    expect(interval.value?.high).toBeCloseTo(t?.high ?? NaN, 1.5);
    expect({ replicates, undefinedReplicates }).toEqual({ replicates: 4000, undefinedReplicates: 0 });
  });

  it("leans to the side of the skew, as the percentile bootstrap does too little", () => {
    const skewed = values.map((value) => value ** 8);
    const m = skewed.reduce((a, b) => a + b) / skewed.length;
    const { value } = bootstrap(rows(skewed), mean, randomFrom(3n), 4000).interval;
    expect((value?.high ?? 0) - m).toBeGreaterThan(1.2 * (m - (value?.low ?? 0)));
  });

  it("is not offered below thirty documents", () => {
    const few = bootstrap(rows(values.slice(0, 29)), mean, randomFrom(1n));
    expect(few.interval).toEqual({ value: null, reason: "too_few_documents" });
    expect(few.replicates).toBe(0);
  });

  it("counts replicates in which the statistic is undefined, and gives up where they are many", () => {
    const rare = (least: number) => (sum: Float64Array): Figure => ((sum[1] as number) < least ? undefinedFor("no_variation") : mean(Float64Array.of(sum[0] as number, 60)));
    const pieces: Pieces = { values: Float64Array.from(values.flatMap((value, i) => [value, i < 6 ? 1 : 0])), width: 2 };
    const some = bootstrap(pieces, rare(1), randomFrom(4n));
    expect(some.undefinedReplicates).toBeGreaterThan(0);
    expect(some.interval.value).not.toBeNull();
    const many = bootstrap(pieces, rare(4), randomFrom(4n));
    expect(many.undefinedReplicates).toBeGreaterThan(200);
    expect(many.interval).toEqual({ value: null, reason: "too_few_documents" });
  });

  it("is undefined where nothing varies", () => {
    expect(bootstrap(rows(values.map(() => 1)), mean, randomFrom(1n)).interval).toEqual({ value: null, reason: "no_variation" });
  });
});

describe("the normal distribution", () => {
  it("has its published shares and quantiles", () => {
    expect(normalShare(0)).toBe(0.5);
    expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalShare(-6) / 9.865876450376946e-10).toBeCloseTo(1, 10);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 10);
    expect(normalQuantile(0)).toBe(-Infinity);
  });
});

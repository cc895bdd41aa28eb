import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dawidSkene } from "@/lib/agreement/aggregation/dawid-skene";
import { digamma } from "@/lib/agreement/aggregation/digamma";
import { gladPosterior } from "@/lib/agreement/aggregation/glad";
import { labelsOf } from "@/lib/agreement/aggregation/labels";
import { mace, MACE } from "@/lib/agreement/aggregation/mace";
import { majority } from "@/lib/agreement/aggregation/majority";
import { randomFrom } from "@/lib/kernel/random";

const [ITEMS, CODERS, K] = [8, 4, 3];
const triple = fc.tuple(fc.integer({ min: 0, max: ITEMS - 1 }), fc.integer({ min: 0, max: CODERS - 1 }), fc.integer({ min: 0, max: K - 1 }));
const triplesArb = fc.array(triple, { minLength: 1, maxLength: 40 });
const of = (triples: readonly (readonly number[])[]) => labelsOf(ITEMS, CODERS, K, triples.flat());

const rowsSumToOne = (values: Float64Array, width: number) => {
  for (let at = 0; at < values.length; at += width) {
    expect(values.subarray(at, at + width).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    for (const value of values.subarray(at, at + width)) expect(value).toBeGreaterThanOrEqual(0);
  }
};

/** Labels of coders of whom three are right nine times in ten and one says 0 always. */
function crowd(items: number, seed: bigint) {
  const random = randomFrom(seed);
  const truth = Array.from({ length: items }, () => random.below(K));
  const triples = truth.flatMap((label, item) => [0, 1, 2, 3].flatMap((coder) => [item, coder, coder === 3 ? 0 : random.below(10) > 0 ? label : random.below(K)]));
  return { truth, labels: labelsOf(items, 4, K, triples) };
}

const right = (posterior: Float64Array, truth: readonly number[]) => truth.filter((label, item) => posterior.subarray(item * K, item * K + K).every((share) => share <= (posterior[item * K + label] ?? 0))).length / truth.length;

describe("Dawid and Skene", () => {
  it.each([false, true])("the log-likelihood never falls, and what is a share sums to 1 (pseudo-counts: %s)", (pseudoCounts) => {
    fc.assert(fc.property(triplesArb, (triples) => {
      const found = dawidSkene(of(triples), { iterations: 25, pseudoCounts });
      found.logLik.forEach((value, i) => expect(value).toBeGreaterThanOrEqual((found.logLik[i - 1] ?? -Infinity) - 1e-9));
      rowsSumToOne(found.posterior, K);
      rowsSumToOne(found.prior, K);
      rowsSumToOne(found.errors, K);
    }));
  });

  it("does not depend on the order of rows, nor on the names of coders", () => {
    fc.assert(fc.property(triplesArb.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))), ([rows, mixed]) => {
      const options = { iterations: 10, pseudoCounts: false };
      expect(dawidSkene(of(mixed), options)).toEqual(dawidSkene(of(rows), options));
      const renamed = dawidSkene(of(rows.map(([item, coder, label]) => [item, CODERS - 1 - coder, label])), options).posterior;
      const plain = dawidSkene(of(rows), options).posterior;
      renamed.forEach((value, i) => expect(value).toBeCloseTo(plain[i] ?? NaN, 8));
    }));
  });

  it("finds the truth that the votes hide, and who says the same of everything", () => {
    const { truth, labels } = crowd(300, 4n);
    const found = dawidSkene(labels, { iterations: 50, pseudoCounts: false });
    expect(right(found.posterior, truth)).toBeGreaterThan(0.97);
    // Coder 3 says 0 of each class.
    for (let j = 0; j < K; j++) expect(found.errors[(3 * K + j) * K]).toBeCloseTo(1, 6);
  });

  it("lets pseudo-counts reach coders of few items only", () => {
    const few = labelsOf(3, 2, 2, [0, 0, 0, 1, 0, 1, 2, 0, 0, 0, 1, 0, 1, 1, 1, 2, 1, 0]);
    const plain = dawidSkene(few, { iterations: 20, pseudoCounts: false }).errors;
    const held = dawidSkene(few, { iterations: 20, pseudoCounts: true }).errors;
    expect(plain[1]).toBeCloseTo(0, 9);
    expect(held[1]).toBeGreaterThan(0.1);
    const { labels } = crowd(60, 5n);
    expect(dawidSkene(labels, { iterations: 20, pseudoCounts: true })).toEqual(dawidSkene(labels, { iterations: 20, pseudoCounts: false }));
  });

  it("stays in numbers with hundreds of coders on one item", () => {
    const many = labelsOf(2, 2000, 2, Array.from({ length: 2000 }, (_, coder) => [0, coder, coder % 7 === 0 ? 1 : 0, 1, coder, 1]).flat());
    expect(dawidSkene(many, { iterations: 20, pseudoCounts: false }).posterior.every(Number.isFinite)).toBe(true);
    expect(mace(many, randomFrom(1n), MACE, 1).posterior.every(Number.isFinite)).toBe(true);
  });
});

describe("MACE", () => {
  it("does not depend on the order of rows", () => {
    fc.assert(fc.property(triplesArb.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))), ([rows, mixed]) => {
      expect(mace(of(mixed), randomFrom(7n), MACE, 2)).toEqual(mace(of(rows), randomFrom(7n), MACE, 2));
    }), { numRuns: 25 });
  });

  it("has posteriors that sum to 1, and starts anew at every restart", () => {
    const { truth, labels } = crowd(120, 8n);
    const found = mace(labels, randomFrom(2n));
    rowsSumToOne(found.posterior, K);
    expect(right(found.posterior, truth)).toBeGreaterThan(0.95);
    expect(found.knowing[3]).toBeLessThan(0.3);
    expect(found.knowing[0]).toBeGreaterThan(0.7);
    const noise = labelsOf(12, 4, K, Array.from({ length: 48 }, (_, i) => [i % 12, Math.floor(i / 12), (i * i + (i >> 2)) % K]).flat());
    const short = { ...MACE, iterations: 2 };
    expect(mace(noise, randomFrom(3n), short, 30).logLik).toBeGreaterThan(mace(noise, randomFrom(3n), short, 1).logLik);
  });

  it("uses the digamma function", () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 12);
    // ψ(n) is the harmonic number of n − 1 less Euler's constant.
    const harmonic = Array.from({ length: 29 }, (_, i) => 1 / (i + 1)).reduce((sum, part) => sum + part, 0);
    expect(digamma(30)).toBeCloseTo(harmonic - 0.5772156649015329, 12);
  });
});

describe("majority and GLAD", () => {
  it("keeps ties and shares, and leaves alone what nobody labelled", () => {
    expect(majority(labelsOf(3, 4, 2, [0, 0, 0, 0, 1, 1, 1, 0, 1]))).toEqual([
      { shares: [0.5, 0.5], winners: [0, 1] },
      { shares: [0, 1], winners: [1] },
      { shares: [0, 0], winners: [] },
    ]);
  });

  it("has shares that sum to 1", () => {
    fc.assert(fc.property(triplesArb, (triples) => rowsSumToOne(gladPosterior(of(triples), Float64Array.of(1, -2, 0.5, 900), new Float64Array(ITEMS)), K)));
  });

  it("refuses a label outside the table", () => {
    expect(() => labelsOf(1, 1, 2, [0, 0, 2])).toThrow(RangeError);
  });
});

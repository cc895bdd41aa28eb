import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestPacking } from "@/lib/agreement/gamma/best-packing";
import { candidates } from "@/lib/agreement/gamma/candidates";
import { components } from "@/lib/agreement/gamma/components";
import { gammaContinuum, type GammaContinuum, type GammaUnit } from "@/lib/agreement/gamma/continuum";
import { dissimilarity, nominal, stepped } from "@/lib/agreement/gamma/dissimilarity";
import { documentDisorder, gammaOf, gammaPieces, pooledGamma, SAMPLES } from "@/lib/agreement/gamma/gamma";
import { bestAlignment } from "@/lib/agreement/gamma/observed-disorder";
import { rotateAnnotators } from "@/lib/agreement/gamma/rotate-annotators";
import { randomFrom, shuffled } from "@/lib/kernel/random";

const LENGTH = 60;
const measure = { alpha: 1, beta: 1, categories: 3, between: nominal(3) };
const unit = (coders: number) => fc.tuple(fc.nat({ max: coders - 1 }), fc.nat({ max: LENGTH - 12 }), fc.integer({ min: 1, max: 12 }), fc.nat({ max: 2 })).map(([coder, start, long, category]): GammaUnit => [coder, start, start + long, category]);
type Text = { readonly coders: number; readonly units: readonly GammaUnit[] };
const text = (most: number) => fc.integer({ min: 2, max: 4 }).chain((coders): fc.Arbitrary<Text> => fc.array(unit(coders), { minLength: 1, maxLength: most }).map((units) => ({ coders, units })));
const continuum = ({ coders, units }: Text, times = 1): GammaContinuum => gammaContinuum(LENGTH * times, coders, units.map(([coder, start, end, category]) => [coder, start * times, end * times, category]));
const disorder = (given: GammaContinuum): number => bestAlignment(given, measure)?.disorder ?? NaN;

/** Every way to put units into unitary alignments, one of an annotator at most, and the least that one costs. */
function byTrying(given: GammaContinuum): number {
  const [n, units] = [given.coders, given.start.length];
  const pairs = (n * (n - 1)) / 2;
  const groups: number[][] = [];
  const cost = (group: readonly number[]): number => {
    let inside = 0;
    for (let i = 0; i < group.length; i++) for (let j = 0; j < i; j++) inside += dissimilarity(given, group[i]!, group[j]!, measure);
    return (inside + pairs - (group.length * (group.length - 1)) / 2) / pairs;
  };
  const place = (u: number): number => {
    if (u === units) return groups.reduce((sum, group) => sum + cost(group), 0);
    let least = Infinity;
    for (const group of groups) {
      if (group.some((other) => given.coder[other] === given.coder[u])) continue;
      group.push(u);
      least = Math.min(least, place(u + 1));
      group.pop();
    }
    groups.push([u]);
    least = Math.min(least, place(u + 1));
    groups.pop();
    return least;
  };
  return place(0) / (units / n);
}

describe("the best alignment", () => {
  it("costs what the best of all set partitions costs, so that pruning never changes the optimum", () => {
    fc.assert(fc.property(text(8), (given) => {
      expect(disorder(continuum(given))).toBeCloseTo(byTrying(continuum(given)), 9);
    }), { numRuns: 300 });
  });

  it("is as good as any other choice of candidates where there are many", () => {
    const random = randomFrom(11n);
    const units = Array.from({ length: 90 }, (_, i): GammaUnit => {
      const start = random.below(900);
      return [i % 5, start, start + 10 + random.below(60), random.below(3)];
    });
    const given = gammaContinuum(1000, 5, units);
    const list = candidates(given, measure)!;
    for (const component of components(list, units.length)) {
      const best = bestPacking(list, component)!;
      const gain = (choice: readonly number[]): number => choice.reduce((sum, i) => sum + list.gain[i]!, 0);
      expect(new Set(best.flatMap((i) => [...list.members.subarray(list.from[i], list.from[i + 1])])).size).toBe(best.reduce((sum, i) => sum + list.from[i + 1]! - list.from[i]!, 0));
      for (let run = 0; run < 200; run++) {
        const taken = new Set<number>();
        const greedy = shuffled(component, random).sort((i, j) => list.gain[j]! * (0.5 + random.below(100) / 100) - list.gain[i]! * (0.5 + random.below(100) / 100)).filter((i) => {
          const members = [...list.members.subarray(list.from[i], list.from[i + 1])];
          if (members.some((u) => taken.has(u))) return false;
          for (const u of members) taken.add(u);
          return true;
        });
        expect(gain(best)).toBeGreaterThanOrEqual(gain(greedy) - 1e-9);
      }
    }
  });

  it("is the same whoever is named first and in whatever order marks come", () => {
    fc.assert(fc.property(text(20), fc.bigInt({ min: 0n, max: 1n << 60n }), ({ coders, units }, seed) => {
      const names = shuffled(Array.from({ length: coders }, (_, i) => i), randomFrom(seed));
      const other = shuffled(units.map(([coder, start, end, category]): GammaUnit => [names[coder]!, start, end, category]), randomFrom(seed + 1n));
      expect(disorder(continuum({ coders, units: other }))).toBeCloseTo(disorder(continuum({ coders, units })), 9);
    }));
  });

  it("has no disorder where all marked the same", () => {
    fc.assert(fc.property(text(10), ({ coders, units }) => {
      const same = Array.from({ length: coders }, (_, coder) => units.map(([, start, end, category]): GammaUnit => [coder, start, end, category])).flat();
      expect(disorder(continuum({ coders, units: same }))).toBe(0);
    }));
  });

  it("is given up, and not guessed, where it takes too many nodes", () => {
    const random = randomFrom(3n);
    const given = gammaContinuum(300, 5, Array.from({ length: 100 }, (_, i): GammaUnit => {
      const start = random.below(260);
      return [i % 5, start, start + 30, random.below(3)];
    }));
    expect(bestAlignment(given, measure, 1)).toBeNull();
  });
});

describe("γ", () => {
  const sampling = { samples: SAMPLES, precision: null };
  it("is unchanged, to the last digit, when all offsets are ten times as large", () => {
    fc.assert(fc.property(text(14), fc.bigInt({ min: 0n, max: 1n << 60n }), (given, seed) => {
      expect(documentDisorder(continuum(given, 10), measure, { samples: 5, precision: null }, randomFrom(seed))).toEqual(documentDisorder(continuum(given), measure, { samples: 5, precision: null }, randomFrom(seed)));
    }), { numRuns: 40 });
  });

  it("is 1 where all marked the same, near 0 where marks are random, and the same for the same seed", () => {
    const random = randomFrom(5n);
    const scattered = (coders: number) => Array.from({ length: coders * 12 }, (_, i): GammaUnit => {
      const start = random.below(2900);
      return [i % coders, start, start + 20 + random.below(80), random.below(3)];
    });
    const one = scattered(1);
    const same = gammaContinuum(3000, 3, [0, 1, 2].flatMap((coder) => one.map(([, ...rest]): GammaUnit => [coder, ...rest])));
    const found = documentDisorder(same, measure, sampling, randomFrom(1n)).value!;
    expect(gammaOf(found)).toBe(1);
    expect(documentDisorder(same, measure, sampling, randomFrom(1n)).value).toEqual(found);
    expect(documentDisorder(same, measure, sampling, randomFrom(2n)).value?.expected).not.toBe(found.expected);
    const sum = new Float64Array(2);
    for (let i = 0; i < 60; i++) gammaPieces(documentDisorder(gammaContinuum(3000, 3, scattered(3)), measure, sampling, randomFrom(BigInt(i))).value!).forEach((piece, at) => (sum[at] = sum[at]! + piece));
    expect(Math.abs(pooledGamma(sum).value!)).toBeLessThan(0.05);
  });

  it("draws more samples where the precision asks for them", () => {
    const given = gammaContinuum(500, 2, [[0, 10, 40, 0], [1, 15, 40, 0], [0, 200, 260, 1], [1, 300, 330, 2]]);
    const few = documentDisorder(given, measure, sampling, randomFrom(1n)).value!;
    const more = documentDisorder(given, measure, { samples: SAMPLES, precision: 0.02 }, randomFrom(1n)).value!;
    expect(few.samples).toBe(SAMPLES);
    expect(more.samples).toBeGreaterThanOrEqual(Math.min(1000, ((more.spread / more.expected) * (1.96 / 0.02)) ** 2));
    expect(more.samples).toBeGreaterThan(SAMPLES);
  });

  it("is undefined, and says why, for one annotator and where nobody marked anything", () => {
    expect(documentDisorder(gammaContinuum(10, 1, [[0, 1, 2, 0]]), measure, sampling, randomFrom(1n))).toEqual({ value: null, reason: "one_annotator" });
    expect(documentDisorder(gammaContinuum(10, 2, []), measure, sampling, randomFrom(1n))).toEqual({ value: null, reason: "nothing_marked" });
    expect(pooledGamma(new Float64Array(2))).toEqual({ value: null, reason: "nothing_marked" });
  });
});

describe("the parts of it", () => {
  it("pools as the γ of the sums of alignment costs", () => {
    const sum = new Float64Array(2);
    for (const one of [{ observed: 0.5, expected: 1, weight: 2 }, { observed: 1, expected: 1.5, weight: 6 }]) gammaPieces({ ...one, samples: 30, spread: 0 }).forEach((piece, at) => (sum[at] = sum[at]! + piece));
    expect(pooledGamma(sum).value).toBeCloseTo(1 - 7 / 11, 12);
  });

  it("counts steps between values in an order", () => {
    expect([...stepped(3)]).toEqual([0, 0.5, 1, 0.5, 0, 0.5, 1, 0.5, 0]);
    expect([...stepped(1)]).toEqual([0]);
  });

  it("moves whole annotators along the text, with all their marks and codes", () => {
    fc.assert(fc.property(text(20), fc.bigInt({ min: 0n, max: 1n << 60n }), (given, seed) => {
      const from = continuum(given);
      const drawn = rotateAnnotators(from, randomFrom(seed));
      const shape = (one: GammaContinuum, coder: number) => Array.from({ length: one.from[coder + 1]! - one.from[coder]! }, (_, i) => `${one.end[one.from[coder]! + i]! - one.start[one.from[coder]! + i]!} ${one.category[one.from[coder]! + i]!}`).join();
      const people = Array.from({ length: given.coders }, (_, coder) => shape(from, coder));
      for (let coder = 0; coder < given.coders; coder++) expect(people).toContain(shape(drawn, coder));
      expect(drawn.start.length).toBeGreaterThan(0);
      for (const start of drawn.start) expect(start >= 0 && start < LENGTH).toBe(true);
    }));
  });
});

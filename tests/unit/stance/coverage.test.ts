import { describe, expect, test } from "vitest";
import { estimate, RATE_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { randomFrom } from "@/lib/kernel/random";
import { type Held, overEvents, overOutlets, overWorks } from "../../bench/stance-coverage";
import { normal, seeded } from "./rows.fixture";

const REPEATS = 4000;

/** Share of repeats whose interval holds the truth, among those that have an interval. */
function coverage(works: number, seed: number, draw: (random: () => number) => number, truth: number, scale = SIGN_SCALE): number {
  const random = seeded(seed);
  let [held, defined] = [0, 0];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const points = Array.from({ length: works }, (_, i) => ({ workId: String(i), value: draw(random) }));
    const interval = estimate(points, scale).interval.value;
    if (interval === null) continue;
    defined += 1;
    if (interval.low <= truth && truth <= interval.high) held += 1;
  }
  return held / defined;
}

/** The mean sign of twelve spans of a work whose own lean differs from the outlet's −0.2 by about 0.35. */
function workOfTwelveSpans(random: () => number): number {
  const lean = Math.max(-0.95, Math.min(0.95, -0.2 + 0.35 * normal(random)));
  let sum = 0;
  for (let span = 0; span < 12; span++) sum += random() < (1 + lean) / 2 ? 1 : -1;
  return sum / 12;
}

describe("the t interval over works holds the truth 95 times in 100", () => {
  test.each([3, 5, 10, 30])("normal work means, %i works", (works) => {
    const got = coverage(works, 20250508 + works, (random) => -0.3 + 2 * normal(random), -0.3, RATE_SCALE);
    // The standard error of a share of .95 over 4,000 repeats is √(.95 × .05 / 4000) = .0034; three of them are .010.
    expect(Math.abs(got - 0.95)).toBeLessThan(0.0105);
  });

  test.each([3, 5, 10, 30])("works of twelve spans that are for or against, %i works", (works) => {
    // The truth is the mean of the cut leans, found with a long run of the same generator.
    const random = seeded(1);
    let sum = 0;
    for (let i = 0; i < 200_000; i++) sum += Math.max(-0.95, Math.min(0.95, -0.2 + 0.35 * normal(random)));
    const got = coverage(works, 7 + works, workOfTwelveSpans, sum / 200_000);
    expect(got).toBeGreaterThan(0.93);
    expect(got).toBeLessThan(0.97);
  });
});

// The bench repeats each 4,000 times; 600 know a share of .95 to .009, and the bounds are three times that.
describe("what the bench simulates, in small", () => {
  const share = ({ held, given }: Held) => held / given;

  test.each([3, 10])("over %i works the t interval holds the truth, and one that takes marks for independent does not", (works) => {
    const { t, naive } = overWorks(works, 600, randomFrom(11n));
    expect(share(t)).toBeGreaterThan(0.92);
    expect(share(t)).toBeLessThan(0.98);
    expect(share(naive)).toBeLessThan(0.85);
  });

  test("shrunken intervals hold the truth too, of means that are nearer to it than raw ones", () => {
    const { shrunken, raw, drawn } = overOutlets(150, randomFrom(12n));
    expect(share(shrunken)).toBeGreaterThan(0.9);
    expect(share(shrunken)).toBeLessThan(0.97);
    expect(drawn).toBeLessThan(0.92 * raw);
  });

  test("a paired difference holds the truth with a shorter interval than Welch's on the same works", () => {
    const { paired, unpaired } = overEvents(10, 600, randomFrom(13n));
    expect(share(paired)).toBeGreaterThan(0.92);
    expect(share(paired)).toBeLessThan(0.98);
    expect(paired.length).toBeLessThan(0.9 * unpaired.length);
  });
});

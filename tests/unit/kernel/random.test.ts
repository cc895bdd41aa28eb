import { describe, expect, it } from "vitest";
import { randomFrom, shuffled, splitMix64, xoshiro } from "@/lib/kernel/random";

describe("seeded random numbers", () => {
  it("are those of the reference programs", () => {
    const xo = xoshiro(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, () => xo.next())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
    const split = splitMix64(1234567n);
    expect([1, 2, 3].map(() => split.next().value)).toEqual([6457827717110365317n, 3203168211198807973n, 9817491932198370423n]);
  });

  it("are the same for the same seed and others for another", () => {
    const ten = (seed: bigint) => {
      const random = randomFrom(seed);
      return Array.from({ length: 10 }, () => random.below(1000));
    };
    expect(ten(7n)).toEqual(ten(7n));
    expect(ten(7n)).not.toEqual(ten(8n));
    expect(ten(0n)).not.toEqual(ten(1n << 63n));
  });

  it("draw every number below a bound about equally often, and shuffle without loss", () => {
    const random = randomFrom(1n);
    const counts = Array.from({ length: 6 }, () => 0);
    for (let i = 0; i < 6000; i++) counts[random.below(6)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
    const list = Array.from({ length: 50 }, (_, i) => i);
    const mixed = shuffled(list, random);
    expect(mixed).not.toEqual(list);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list);
  });
});

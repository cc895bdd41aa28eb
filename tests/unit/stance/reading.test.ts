import { describe, expect, test } from "vitest";
import { assess } from "@/lib/stance/assessed";
import type { ChosenVoice, Measured } from "@/lib/stance/choice";
import { JUDGEMENT_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { directionOf, overlaps } from "@/lib/stance/intervals";
import { momentsOf } from "@/lib/stance/moments";
import { findings, type Read, reading } from "@/lib/stance/reading";

const assessed = (values: readonly number[], scale = SIGN_SCALE) => assess(momentsOf(values), values.length, scale);
const cellOf = (own: readonly number[], quoted: readonly number[] = [], voice: ChosenVoice = "own", measured: Measured = "spans"): Read => ({
  measured, voice, figure: assessed(own, measured === "spans" ? SIGN_SCALE : JUDGEMENT_SCALE), quoted: assessed(quoted),
});
const repeat = (values: readonly number[], times: number) => Array.from({ length: times }, () => values).flat();

describe("intervals", () => {
  test("are clear of zero only when they do not touch it", () => {
    expect(directionOf({ low: 0.01, high: 0.2 })).toBe("advocacy");
    expect(directionOf({ low: -0.2, high: -0.01 })).toBe("critical");
    expect(directionOf({ low: 0, high: 0.2 })).toBeNull();
    expect(directionOf({ low: -0.2, high: 0 })).toBeNull();
  });

  test("overlap when they share a point, whichever comes first", () => {
    expect(overlaps({ low: -0.5, high: -0.2 }, { low: -0.2, high: 0.1 })).toBe(true);
    expect(overlaps({ low: -0.2, high: 0.1 }, { low: -0.5, high: -0.2 })).toBe(true);
    expect(overlaps({ low: -0.5, high: -0.3 }, { low: -0.2, high: 0.1 })).toBe(false);
  });
});

describe("the reading of a cell", () => {
  const own = repeat([-0.6, -0.4, -0.5, -0.3], 5);

  test("says the own voice first, then the people quoted, and whether that is clear", () => {
    expect(reading(cellOf(own, own.map((value) => value - 0.05)))).toBe(
      "Critical in its own words. The people it quotes are more critical, but not clearly so: the two intervals overlap.",
    );
    expect(reading(cellOf(own, own.map((value) => value + 0.9)))).toBe("Critical in its own words. The people it quotes are less critical.");
    expect(findings(cellOf(own, own))).toEqual(["own_critical", "quoted_same"]);
  });

  test("holds nothing against quoted words that have no interval", () => {
    expect(findings(cellOf(own, repeat([-1], 20)))).toEqual(["own_critical"]);
    expect(findings(cellOf(own, [-1, 0.5]))).toEqual(["own_critical"]);
    expect(findings(cellOf(own))).toEqual(["own_critical"]);
  });

  test("names whose words are measured, and puts quoted ones beside own ones alone", () => {
    expect(findings(cellOf(own, own, "quoted"))).toEqual(["quoted_critical"]);
    expect(findings(cellOf(own, own, "all"))).toEqual(["all_critical"]);
    expect(findings(cellOf(own.map((value) => -3 * value), own, "own", "judgements"))).toEqual(["judged_advocacy"]);
  });

  test("an interval that includes zero leans neither way clearly", () => {
    expect(reading(cellOf(repeat([-0.5, 0.5], 10)))).toBe("In its own words it leans neither way clearly.");
  });

  test("tentative figures say so, and thin ones say nothing else", () => {
    expect(reading(cellOf([0.5, 0.6, 0.4, 0.5, 0.6]))).toBe("In its own words it speaks for the target. Tentative: 5 works, where 20 are enough.");
    expect(reading(cellOf([0.5, 0.6]))).toBe("Not enough to compare: 2 works, where 5 are needed.");
    expect(reading(cellOf([]))).toBe("Not enough to compare: there is no work to count.");
  });

  test("works that all read the same have no interval to speak of", () => {
    expect(reading(cellOf(repeat([-1], 20)))).toBe("In its own words every work reads the same, so there is no interval.");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caveatsOf, readingOf, READINGS, shownShare } from "@/lib/agreement/reading";
import { line, severity, undefinedLine } from "@/tests/unit/figures/agreement.fixture";

const kinds = (...given: Parameters<typeof caveatsOf>): string[] => caveatsOf(...given).map((one) => one.kind);

describe("whom a figure is like", () => {
  it.each([
    [-0.01, "below_chance"], [0, "crowd"], [0.0999, "crowd"], [0.1, "crowd_to_novice"], [0.2, "novice"], [0.39, "novice"], [0.4, "trained"],
    [0.46, "trained"], [0.6, "trained_to_calibrated"], [0.7499, "trained_to_calibrated"], [0.75, "calibrated"], [1, "calibrated"],
  ] as const)("%d is %s", (value, reading) => expect(readingOf(value)).toBe(reading));

  it("never reads a higher figure as less", () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(fc.property(value, value, (a, b) => READINGS.indexOf(readingOf(Math.min(a, b))) <= READINGS.indexOf(readingOf(Math.max(a, b)))));
  });
});

describe("what has to be said beside a figure", () => {
  it("is nothing for an ordinary figure that rests on enough", () => {
    expect(kinds(line(), [severity("a", 31), severity("b", 28)])).toEqual([]);
  });

  it("is that almost everything is one value, where people say the same and the coefficient is low or undefined", () => {
    const lopsided = { same: { value: 0.97 }, prevalence: [{ value: "no", name: null, share: 0.98 }, { value: "yes", name: null, share: 0.02 }] };
    expect(caveatsOf(line({ ...lopsided, figure: { value: 0.3 } }), [])).toContainEqual({ kind: "extreme", same: 0.97, share: 0.98, value: "no", name: null });
    expect(kinds(undefinedLine(), [])).toContain("extreme");
    expect(kinds(line({ ...lopsided, figure: { value: 0.9 } }), [])).not.toContain("extreme");
    expect(kinds(line({ ...lopsided, same: { value: 0.5 } }), [])).not.toContain("extreme");
  });

  it("is how few texts it rests on, below 20 and never at none", () => {
    const on = (documents: number) => line({ interval: { value: { low: 0.4, high: 0.5, documents } } });
    expect(caveatsOf(on(19), [])).toEqual([{ kind: "few", documents: 19 }]);
    expect(kinds(on(20), [])).toEqual([]);
    expect(kinds(line({ interval: { value: null, reason: "too_few_documents" }, articles: 3 }), [])).toEqual(["few"]);
    expect(kinds(line({ interval: { value: null, reason: "one_annotator" }, figure: { value: null, reason: "one_annotator" }, articles: 0 }), [])).toEqual([]);
  });

  it("is that the interval reaches over several bands", () => {
    expect(caveatsOf(line({ interval: { value: { low: 0.15, high: 0.62, documents: 40 } } }), [])).toEqual([{ kind: "wide", low: "crowd_to_novice", high: "trained_to_calibrated" }]);
  });

  it("is the level, the coverage, unequal marking, and that little agreement is a finding", () => {
    expect(kinds(line({ level: "ordinal" }), [])).toEqual(["level"]);
    expect(caveatsOf(line({ coverage: 0.2 }), [])).toEqual([{ kind: "coverage", share: 0.2 }]);
    expect(caveatsOf(line(), [severity("a", 20), severity("b", 50), severity("c", null)])).toEqual([{ kind: "uneven", times: 2.5 }]);
    expect(kinds(line(), [severity("a", 0), severity("b", 50)])).toEqual([]);
    expect(kinds(line({ figure: { value: 0.1 }, interval: { value: { low: 0.05, high: 0.15, documents: 50 } } }), [])).toEqual(["low"]);
  });
});

describe("the share beside a line", () => {
  const prevalence = [{ value: "critical", name: null, share: 0.6 }, { value: "neutral", name: null, share: 0.4 }];

  it("is that of the label which the line is about", () => {
    expect(shownShare({ key: "neutral", prevalence })?.share).toBe(0.4);
  });

  it("is that of the value said most often where the line is about a layer or a target", () => {
    expect(shownShare({ key: "framing", prevalence })?.value).toBe("critical");
    expect(shownShare({ key: "framing", prevalence: [] })).toBeUndefined();
  });
});

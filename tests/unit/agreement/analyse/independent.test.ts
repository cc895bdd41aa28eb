import { describe, expect, it } from "vitest";
import { analyse, baseOf, reportOf } from "@/lib/agreement/analyse/analyse";
import { UNIT_COLUMNS, unitRows } from "@/lib/agreement/analyse/unit-rows";
import { DEFAULT_CHOICE, levelOf, type Layer, type Level } from "@/lib/agreement/choice";
import { csvRecords } from "@/lib/exchange/csv";
import { randomFrom } from "@/lib/kernel/random";
import { annotatorId, randomMaterial, targetId } from "@/tests/factories/material";
import { readUnitsCsv } from "@/tests/support/agreement/naive";
import { expectSame, NONE } from "@/tests/support/agreement/expect-same";
import { recomputed } from "@/tests/support/agreement/recompute";

describe.each([1n, 2n, 3n, 4n])("a study at random, seed %s", (seed) => {
  const material = randomMaterial(randomFrom(seed), 12);
  const again = recomputed(readUnitsCsv(csvRecords([UNIT_COLUMNS, ...unitRows(material)])), [0, 1, 2].map(targetId));
  const report = (layer: Layer, level: Level = levelOf(layer)) => analyse(material, { ...DEFAULT_CHOICE, layer, level }, "");

  it("has the places that counting characters gives", () => {
    const { headline, pairs } = report("place");
    expectSame(headline, again.place(), "place");
    expect(headline.units).toBe(material.articles.reduce((sum, { length }) => sum + length, 0));
    for (const { a, b, figure } of pairs) expectSame({ figure, interval: NONE }, { ...again.place([a, b]), low: null, high: null }, `pair ${a}`);
  });

  it.each(["nominal", "ordinal", "interval"] as const)("has the %s framings that counting characters gives", (level) => {
    const { headline, perLabel, perTarget, pairs } = report("framing", level);
    expectSame(headline, again.framing(level), "framing");
    perLabel.forEach((line, k) => expectSame(line, again.framingLabel(k), line.key));
    for (const line of perTarget) expectSame(line, again.framing(level, { target: line.key }), line.key);
    for (const { a, b, figure } of pairs) expectSame({ figure, interval: NONE }, { ...again.framing(level, { only: [a, b] }), low: null, high: null }, `pair ${a}`);
  });

  it("has the targets and voices that counting characters gives", () => {
    expectSame(report("target").headline, again.target(), "target");
    expectSame(report("voice").headline, again.voice(), "voice");
  });

  it("has the judgements that counting pairs gives", () => {
    const { headline, pairs } = report("judgement");
    expectSame(headline, again.judgement(), "judgement");
    for (const { a, b, figure } of pairs) expectSame({ figure, interval: NONE }, { ...again.judgement([a, b]), low: null, high: null }, `pair ${a}`);
    expect(pairs[0]?.a).toBe(annotatorId(0));
  });

  it("is the same from a base that was made for another layer", () => {
    const base = baseOf(material, DEFAULT_CHOICE);
    for (const layer of ["place", "voice", "judgement"] as const) expect(reportOf(base, { ...DEFAULT_CHOICE, layer, level: "nominal" }, "")).toEqual(report(layer, "nominal"));
  });

  it("says what each article adds to the disagreement, all together 1", () => {
    for (const layer of ["place", "framing", "target", "judgement"] as const) {
      const { costly } = report(layer);
      expect(costly.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const { share, passages } of costly) expect(passages.reduce((sum, one) => sum + one.share, 0)).toBeLessThanOrEqual(share + 1e-9);
    }
  });
});

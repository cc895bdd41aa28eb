import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alternatives, type Available } from "@/lib/stance/alternatives";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { estimateOf, JUDGEMENT_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { momentsOf } from "@/lib/stance/moments";
import { type Figure, movesOf, sensitivity, spanWeighted } from "@/lib/stance/sensitivity";
import { counts } from "./rows.fixture";

const NOTHING: Available = { genres: [], publishersDiffer: false, settled: false, judgements: false, hidden: false, shown: false, words: false, facts: false, indirect: false, children: false };
const EVERYTHING: Available = { genres: ["news", "opinion"], publishersDiffer: true, settled: true, judgements: true, hidden: true, shown: true, words: true, facts: true, indirect: true, children: true };
const keys = (choice: StanceChoice, available: Available) => alternatives(choice, available).map(({ key }) => key);

describe("other choices", () => {
  test("from the default, with everything there is", () => {
    expect(keys(DEFAULT_STANCE, EVERYTHING)).toEqual([
      "voice.quoted", "voice.all", "by.publisher", "measured.judgements", "data.raw", "device.words", "device.facts", "directness.any", "source.hidden", "source.shown", "genre.news", "genre.opinion", "children.true", "adjust.severity", "weighing.span",
    ]);
  });

  test("what the data cannot show is not offered", () => {
    expect(keys(DEFAULT_STANCE, NOTHING)).toEqual(["voice.quoted", "voice.all", "adjust.severity", "weighing.span"]);
    expect(keys(DEFAULT_STANCE, { ...NOTHING, genres: ["news"], hidden: true, words: true })).toEqual(["voice.quoted", "voice.all", "adjust.severity", "weighing.span"]);
  });

  test("of judgements, nothing of spans", () => {
    expect(keys({ ...DEFAULT_STANCE, measured: "judgements", adjust: "severity" }, EVERYTHING)).toEqual(["by.publisher", "measured.spans", "data.raw", "source.hidden", "source.shown", "genre.news", "genre.opinion", "children.true", "adjust.none"]);
  });

  test("what is chosen can be left again, whatever the data has", () => {
    const chosen: StanceChoice = { ...DEFAULT_STANCE, by: "publisher", data: "raw", device: "words", directness: "indirect", source: "hidden", genre: "news", children: true };
    expect(keys(chosen, NOTHING)).toEqual(["voice.quoted", "voice.all", "by.outlet", "data.adjudicated", "device.any", "device.facts", "directness.direct", "directness.any", "source.any", "genre.any", "children.false", "adjust.severity", "weighing.span"]);
  });

  test("each differs in one thing, has a name of its own, and is not the one at hand", () => {
    const choice = fc.record({
      by: fc.constantFrom("outlet" as const, "publisher" as const), measured: fc.constantFrom("spans" as const, "judgements" as const), voice: fc.constantFrom("own" as const, "quoted" as const, "all" as const),
      data: fc.constantFrom("adjudicated" as const, "raw" as const), genre: fc.constantFrom(null, "news", "opinion"), device: fc.constantFrom("any" as const, "words" as const, "facts" as const),
      directness: fc.constantFrom("direct" as const, "indirect" as const, "any" as const), source: fc.constantFrom("any" as const, "hidden" as const, "shown" as const), children: fc.boolean(), adjust: fc.constantFrom("none" as const, "severity" as const),
    }).map((change): StanceChoice => ({ ...DEFAULT_STANCE, ...change }));
    fc.assert(fc.property(choice, (one) => {
      const found = alternatives(one, EVERYTHING);
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      for (const other of found) {
        const differing = (Object.keys(one) as (keyof StanceChoice)[]).filter((key) => one[key] !== other.choice[key]);
        expect(differing).toEqual(other.change.kind === "weighing" ? [] : [other.change.kind]);
      }
    }));
  });
});

const figure = (values: readonly number[]): Figure => ({ measured: "spans", ...estimateOf(momentsOf(values), SIGN_SCALE) });

describe("how a figure moves", () => {
  const base = figure([-0.5, -0.4, -0.6, -0.5]);

  test("row by row, by hand", () => {
    const judged: Figure = { measured: "judgements", ...estimateOf(momentsOf([1, 2, 1, 0]), JUDGEMENT_SCALE) };
    const rows = sensitivity(base, [
      { key: "voice.all", figure: figure([-0.7, -0.8, -0.9, -0.8]) },
      { key: "data.raw", figure: figure([-0.9, 0.4, 0.7, 0.6]) },
      { key: "measured.judgements", figure: judged },
      { key: "genre.opinion", figure: figure([-1]) },
      { key: "weighing.span", figure: spanWeighted(counts(3, 0, 1)) },
    ]);
    expect(rows.map(({ turns, clear, clearChanges }) => [turns, clear, clearChanges])).toEqual([[false, "critical", false], [true, null, true], [true, null, true], [null, null, null], [false, null, null]]);
    expect(rows[0]?.shift.value).toBeCloseTo(-0.3, 12);
    expect(rows[1]?.shift.value).toBeCloseTo(0.7, 12);
    expect(rows[2]?.shift).toEqual({ value: null, reason: "another_scale" });
    expect(rows[3]?.shift).toEqual({ value: null, reason: "undefined_figure" });
    expect(rows[4]?.shift.value).toBeCloseTo(0, 12);
    const moves = movesOf(base, rows);
    expect(moves).toMatchObject({ turns: 2, clearChanges: 2, figures: 4 });
    expect(moves.range?.low).toBeCloseTo(-0.8, 12);
    expect(moves.range?.high).toBeCloseTo(0.2, 12);
  });

  test("without figures nothing moves", () => {
    const none = figure([]);
    expect(movesOf(none, sensitivity(none, [{ key: "x", figure: none }]))).toEqual({ turns: 0, clearChanges: 0, figures: 0, range: null });
    expect(spanWeighted(counts(0, 0, 0)).mean).toEqual({ value: null, reason: "no_spans" });
  });
});

import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/agreement/analyse/analyse";
import { classCounts } from "@/lib/agreement/analyse/class-counts";
import { DEFAULT_CHOICE, levelOf, type Choice, type Layer } from "@/lib/agreement/choice";
import type { Material } from "@/lib/agreement/material/material";
import type { Report } from "@/lib/agreement/report";
import { annotatorId, articleId, makeMaterial } from "@/tests/factories/material";

const report = (material: Material, layer: Layer, more: Partial<Choice> = {}): Report => analyse(material, { ...DEFAULT_CHOICE, layer, level: levelOf(layer), ...more }, "v");
const lineOf = (found: Report, layer: Layer) => found.layers.find((line) => line.layer === layer);

describe("figures worked out by hand", () => {
  it("|uα of two marks that share half of their words", () => {
    // ℓ_vv 4, ℓ_vφ 4, ℓ_φφ 8, ℓ·· 20; A = 16 + 16 + 12; ε_φv = 20 · 12 · 8 / (400 − 44).
    const { headline, confusion, pairs } = report(makeMaterial(2, 1, [{ length: 10, works: [{ by: 0, spans: [{ at: [[0, 4]] }] }, { by: 1, spans: [{ at: [[2, 6]] }] }] }]), "place");
    expect(headline.figure.value).toBeCloseTo(1 - (4 * 356) / 1920, 12);
    expect(headline).toMatchObject({ coefficient: "bar_u_alpha", unit: "character", units: 10, spans: 2, articles: 1, annotators: 2, coverage: null, same: { value: 0.6 } });
    expect(headline.prevalence).toEqual([{ value: "unmarked", name: null, share: 0.6 }, { value: "marked", name: null, share: 0.4 }]);
    expect(confusion.counts).toEqual([[4, 4], [4, 8]]);
    expect(pairs).toEqual([{ a: annotatorId(0), b: annotatorId(1), figure: headline.figure, articles: 1 }]);
    expect(headline.interval).toEqual({ value: null, reason: "too_few_documents" });
  });

  const framed = makeMaterial(2, 1, [{ length: 20, works: [{ by: 0, spans: [{ at: [[0, 10]] }, { at: [[10, 14]], framing: "advocacy" }] }, { by: 1, spans: [{ at: [[0, 10]] }, { at: [[10, 14]] }] }] }]);

  it("cuα of framings, nominal", () => {
    // ℓ*_cc 20, ℓ*_ca 4; B = 100 + 100 + 16 + 16; ε*_ca = 24 · 4 / (28 − 232/28).
    const { headline, confusion, costly } = report(framed, "framing", { level: "nominal" });
    expect(headline.figure.value).toBeCloseTo(1 - (8 * (28 - 232 / 28)) / (2 * 96), 12);
    expect(headline).toMatchObject({ coefficient: "cu_alpha", unit: "marked_character", units: 14, coverage: 1, same: { value: 20 / 28 } });
    expect(headline.prevalence.map(({ value, share }) => [value, Math.round(share * 28)])).toEqual([["critical", 24], ["advocacy", 4]]);
    expect(confusion.counts).toEqual([[2, 0, 1], [0, 0, 0], [1, 0, 0]]);
    expect(costly).toEqual([{ articleId: articleId(0), title: "Article 0", share: 1, passages: [{ articleId: articleId(0), start: 10, end: 14, quote: "", share: 1 }] }]);
  });

  it("the same where coders differ at every level, since with two values there is but one distance", () => {
    const [nominal, ordinal, interval] = (["nominal", "ordinal", "interval"] as const).map((level) => report(framed, "framing", { level }).headline.figure.value);
    expect(ordinal).toBeCloseTo(nominal!, 12);
    expect(interval).toBeCloseTo(nominal!, 12);
  });

  it("α of judgements, in which unclear and not addressed are no numbers", () => {
    const judged = (by: number, ...values: (-2 | 0 | 2 | "unclear" | "not_addressed")[]) => ({ by, judged: Object.fromEntries(values.map((value, i) => [i, value])) });
    const { headline, others, confusion } = report(makeMaterial(2, 4, [{ length: 10, works: [judged(0, -2, 2, "unclear", 0), judged(1, -2, 0, "unclear", "not_addressed")] }]), "judgement", { level: "interval" });
    // Pairs (−2, −2) and (2, 0): Do = 2·4/4; De = (4·4·2 + 2·2·2 + 2·4·2)/(4·3) over −2, −2, 0, 2.
    const expected = (2 * (2 * 4 + 2 * 16 + 1 * 4)) / 12;
    expect(headline.figure.value).toBeCloseTo(1 - 2 / expected, 12);
    expect(headline).toMatchObject({ coefficient: "alpha", unit: "article_target", units: 2, coverage: 4 / 5 });
    expect(others.map(({ key, coefficient, level }) => [key, coefficient, level])).toEqual([["every_answer", "alpha", "nominal"], ["judgement", "alpha", "nominal"], ["judgement", "alpha", "ordinal"], ["judgement", "cohen_kappa_quadratic", "interval"], ["judgement", "percent_items", "nominal"], ["judgement", "percent_pairs", "nominal"]]);
    expect(others.at(-1)?.figure).toEqual({ value: 0.5 });
    expect(confusion.counts[5]?.[5]).toBe(2);
    expect(confusion.counts[2]?.[6]).toBe(1);
  });

  it("puts AC2 beside α where nearly all judge the same", () => {
    const works = [0, 1].map((by) => ({ by, judged: Object.fromEntries(Array.from({ length: 10 }, (_, target) => [target, by === 0 && target === 0 ? -1 : 0] as const)) }));
    expect(report(makeMaterial(2, 10, [{ length: 10, works }]), "judgement").others.map(({ coefficient }) => coefficient)).toContain("ac2_quadratic");
  });

  it("marks, weeks and severity", () => {
    const found = report(makeMaterial(2, 2, [
      { length: 100, words: 500, works: [{ by: 0, on: "2026-03-01T23:59:00.000Z", spans: [{ at: [[0, 10]] }, { at: [[20, 30]], target: 1 }, { at: [[40, 50]], framing: "neutral" }] }, { by: 1, on: "2026-03-02T00:00:00.000Z", spans: [{ at: [[0, 8]] }, { at: [[20, 30]] }] }] },
      { length: 50, words: 500, works: [{ by: 0, on: "2026-03-08T10:00:00.000Z", spans: [{ at: [[0, 5]], voice: "quoted" }] }, { by: 1, on: "2026-03-03T10:00:00.000Z", spans: [{ at: [[0, 5]] }] }] },
    ]), "framing");
    expect(found.weeks.map(({ monday, articles }) => [monday, articles])).toEqual([["2026-03-02", 2]]);
    expect(found.severity[0]).toEqual({ annotatorId: annotatorId(0), spans: 4, per1000Words: { value: 4 }, critical: { value: 0.75 }, articles: 2 });
    expect(found.causes.map(({ kind, share, passages }) => [kind, share, passages])).toEqual([["target", 0.25, 1], ["only_some", 0.25, 1], ["extent", 0.25, 1], ["voice", 0.25, 1]]);
    expect(found.others.find(({ coefficient }) => coefficient === "f1_exact")?.figure.value).toBeCloseTo((2 * 1) / 7, 12);
    expect(found.others.find(({ coefficient }) => coefficient === "f1_overlap")?.figure.value).toBeCloseTo((2 * 2) / 7, 12);
    expect(found.counts).toMatchObject({ articles: 2, sharedArticles: 2, works: 2, continua: 3, spans: 7, submissions: 4 });
  });

  it("labels of which a mark can have several, each by itself with and without", () => {
    const [a, b] = [{ id: "a", name: "A" }, { id: "b", name: "B" }];
    const found = report(makeMaterial(2, 1, [{ length: 20, works: [{ by: 0, spans: [{ at: [[0, 5]], labelIds: ["a"] }, { at: [[10, 14]] }] }, { by: 1, spans: [{ at: [[0, 5]], labelIds: ["a"] }, { at: [[10, 14]], labelIds: ["a"] }] }] }], [{ id: "s", name: "Words", level: "span", choice: "multiple", labels: [a, b] }]), "set:s");
    // With: 10 + 4 of 18; ℓ* differs on 2 · 4; B = 25 · 2 + 16 · 2.
    expect(found.perLabel.map(({ key, figure }) => [key, figure.value])).toEqual([["a", expect.closeTo(1 - (8 * (18 - 82 / 18)) / (2 * 14 * 4), 12)], ["b", null]]);
    expect(found.headline.figure).toEqual(found.perLabel[0]?.figure);
    expect(found.counts.continua).toBe(1);
  });

  it("labels of which an article can have several, also where nobody chose one", () => {
    const answered = (one: string[], other: string[]) => ({ length: 20, works: [{ by: 0, answers: { s: one } }, { by: 1, answers: { s: other } }] });
    const labels = ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase() }));
    const found = report(makeMaterial(2, 1, [answered(["a"], ["a"]), answered(["b"], ["b"]), answered(["a"], ["b"]), answered(["a", "b"], ["a"])], [{ id: "s", name: "Issues", level: "article", choice: "multiple", labels }]), "set:s");
    // A: with 5, without 3, one article of four apart: 1 − 7 · 2 / (2 · 5 · 3). B: with 4, without 4, two apart: 1 − 7 · 4 / (2 · 4 · 4). C was never chosen.
    expect(found.perLabel.map(({ key, figure }) => [key, figure.value])).toEqual([["a", expect.closeTo(8 / 15, 12)], ["b", expect.closeTo(1 / 8, 12)], ["c", null]]);
    // Both together: with 9, without 7, three of eight apart.
    expect(found.headline.figure.value).toBeCloseTo(1 - (15 * 6) / (2 * 9 * 7), 12);
  });
});

describe("marks of one annotator that lie over each other", () => {
  it("are one where they say the same, and cut where they do not; both is counted", () => {
    const { selfOverlaps, headline } = report(makeMaterial(2, 1, [{ length: 30, works: [{ by: 0, spans: [{ at: [[0, 10]] }, { at: [[5, 12]] }, { at: [[20, 30]] }, { at: [[24, 26]], framing: "neutral" }] }, { by: 1, spans: [{ at: [[0, 12]] }, { at: [[20, 24]] }, { at: [[24, 26]], framing: "neutral" }, { at: [[26, 30]] }] }] }]), "framing");
    expect(selfOverlaps).toEqual({ merged: 1, cut: 1 });
    expect(headline.figure).toEqual({ value: 1 });
  });
});

describe("copies of one work", () => {
  it("are one document of the interval", () => {
    const works = (until: number) => [{ by: 0, spans: [{ at: [[0, until]] as const }] }, { by: 1, spans: [{ at: [[0, 4]] as const }] }];
    const intervalOf = (...workIds: string[]) => report(makeMaterial(2, 1, workIds.map((workId, i) => ({ length: 20, workId, works: works(3 + i) }))), "place").headline.interval.value?.documents;
    expect(intervalOf("a", "b", "c")).toBe(3);
    expect(intervalOf("a", "b", "a")).toBe(2);
  });
});

describe("what has no figure", () => {
  const silent = { by: 0, spans: [] };
  it.each([
    ["nobody's work", makeMaterial(0, 0, []), "no_shared_article"],
    ["articles in which nobody marked anything", makeMaterial(2, 1, [{ length: 20, works: [silent, { by: 1 }] }]), "nothing_marked"],
    ["an article that is all chrome", makeMaterial(2, 1, [{ length: 0, works: [silent, { by: 1 }] }]), "no_shared_article"],
  ])("says so of %s", (_, material, reason) => {
    for (const layer of ["place", "framing", "target", "voice", "device", "judgement"] as const) {
      const found = report(material, layer);
      expect(found.headline.figure.value).toBeNull();
      expect(found.headline.interval.value).toBeNull();
      if (layer === "place") expect(found.headline.figure).toEqual({ value: null, reason });
      for (const line of [...found.perLabel, ...found.perTarget, ...found.others, ...found.layers]) expect(line.figure.value).toBeNull();
    }
  });

  it("is 1 nowhere where all say the same of all, but undefined for want of variation", () => {
    const found = report(makeMaterial(2, 1, [{ length: 20, works: [0, 1].map((by) => ({ by, spans: [{ at: [[0, 5]] as const }], judged: { 0: 1 as const } })) }]), "framing");
    expect(found.headline.figure).toEqual({ value: null, reason: "no_variation" });
    expect(lineOf(found, "judgement")?.figure).toEqual({ value: null, reason: "no_variation" });
    expect(lineOf(found, "place")?.figure).toEqual({ value: 1 });
  });

  it("is each pair without a shared article", () => {
    const found = report(makeMaterial(3, 1, [{ length: 20, works: [{ by: 0, spans: [{ at: [[0, 5]] }] }, { by: 1, spans: [{ at: [[2, 9]] }] }] }, { length: 20, works: [{ by: 1 }, { by: 2 }] }]), "place");
    expect(found.pairs.map(({ figure, articles }) => [figure.value === null ? figure.reason : "defined", articles])).toEqual([["defined", 1], ["no_shared_article", 0], ["nothing_marked", 1]]);
  });

  it("is the bootstrap of fewer than thirty works", () => {
    const articles = Array.from({ length: 29 }, (_, i) => ({ length: 20, works: [{ by: 0, spans: [{ at: [[0, 5 + (i % 3)]] as const }] }, { by: 1, spans: [{ at: [[2, 9]] as const }] }] }));
    expect(report(makeMaterial(2, 1, articles), "place", { interval: "bootstrap" }).headline.interval).toEqual({ value: null, reason: "too_few_documents" });
    const enough = report(makeMaterial(2, 1, [...articles, articles[0]!]), "place", { interval: "bootstrap", seed: "7" }).headline.interval;
    expect(enough.value?.documents).toBe(30);
    expect(report(makeMaterial(2, 1, [...articles, articles[0]!]), "place", { interval: "bootstrap", seed: "7" }).headline.interval).toEqual(enough);
  });
});

describe("what a class gets", () => {
  it("is counts of marks and of places that several marked", () => {
    const counts = classCounts(makeMaterial(3, 1, [{ length: 50, works: [{ by: 0, spans: [{ at: [[0, 5]] }, { at: [[10, 20]] }] }, { by: 1, spans: [{ at: [[4, 8]] }, { at: [[15, 18]], framing: "neutral" }] }, { by: 2, spans: [{ at: [[30, 34]] }] }] }]));
    expect(counts).toEqual({ kind: "class", articles: [{ articleId: articleId(0), title: "Article 0", submitted: 3, spans: 5, places: 3, placesOfSeveral: 2, sameFraming: 1 }] });
  });
});

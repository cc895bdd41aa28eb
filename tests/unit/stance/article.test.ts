import { describe, expect, test } from "vitest";
import { meanSign, netOf, sumCounts } from "@/lib/stance/counts";
import { articleRow } from "@/lib/stance/article";
import { counts } from "./rows.fixture";

const facts = {
  articleId: "article",
  workId: "work",
  outletId: "tern",
  publisherId: "tern",
  title: "A headline",
  targetId: "mayor",
  ownVoiceCodePoints: 2000,
  judgedAddressed: true,
};
const none = counts(0, 0, 0);
const by = (annotatorId: string, own = none, quoted = none, embedded = none) => ({ annotatorId, own, quoted, embedded });

describe("one article from its annotators", () => {
  test("every annotator weighs the same, worked by hand", () => {
    // A: 3 critical, 1 advocacy in own voice: sign (1 − 3) / 4 = −0.5, rate (1 − 3) / 2000 × 1000 = −1.
    // B: 1 critical: sign −1, rate −0.5. C read it and marked nothing: no sign, rate 0.
    // signMean = (−0.5 − 1) / 2 = −0.75. netPer1000 = (−1 − 0.5 + 0) / 3 = −0.5.
    const got = articleRow(facts, [by("A", counts(3, 0, 1)), by("B", counts(1, 0, 0)), by("C")]);
    expect(got.signMean).toBeCloseTo(-0.75, 12);
    expect(got.netPer1000).toBeCloseTo(-0.5, 12);
    expect(got.own).toEqual(counts(4, 0, 1));
    expect(got.annotators).toEqual(["A", "B", "C"]);
  });

  test("what is quoted stays out of the outlet's own sign", () => {
    const got = articleRow(facts, [by("A", counts(0, 0, 2), counts(5, 1, 0))]);
    expect(got.signMean).toBe(1);
    expect(got.quotedSignMean).toBeCloseTo(-5 / 6, 12);
    expect(got.netPer1000).toBe(1);
  });

  test("nobody marked it: no sign, a rate of zero, addressed as judged", () => {
    expect(articleRow(facts, [by("A"), by("B")])).toMatchObject({ signMean: null, quotedSignMean: null, netPer1000: 0, addressed: true });
    expect(articleRow({ ...facts, judgedAddressed: false }, [by("A")]).addressed).toBe(false);
  });

  test("a mark makes an article address its target, whatever the judgement says", () => {
    expect(articleRow({ ...facts, judgedAddressed: false }, [by("A", none, none, counts(0, 1, 0))]).addressed).toBe(true);
  });

  test("an article without own voice has no rate", () => {
    expect(articleRow({ ...facts, ownVoiceCodePoints: 0 }, [by("A")]).netPer1000).toBeNull();
    expect(articleRow(facts, []).netPer1000).toBeNull();
  });

  test("neutral marks pull the sign toward zero and add nothing to the net", () => {
    expect(meanSign(counts(1, 3, 0))).toBe(-0.25);
    expect(netOf(counts(1, 3, 0))).toBe(-1);
    expect(meanSign(none)).toBeNull();
    expect(sumCounts([])).toEqual(none);
  });
});

import { describe, expect, it } from "vitest";
import { ruledExtent } from "@/lib/adjudication/boundary-rule";
import { BOUNDARY_RULES } from "@/lib/adjudication/cluster";

const TEXT = "the town hall had dithered again";
const over = (start: number, end: number) => [{ start, end, quote: TEXT.slice(start, end) }];
const words = (rule: (typeof BOUNDARY_RULES)[number], ...extents: ReturnType<typeof over>[]) => ruledExtent(rule, extents).map(({ quote }) => quote);

describe("a rule for boundaries", () => {
  it("takes the shorter or the longer extent", () => {
    expect([words("shorter", over(0, 26), over(4, 13)), words("longer", over(0, 26), over(4, 13))]).toEqual([["town hall"], ["the town hall had dithered"]]);
  });

  it("takes the extent that most marked, else what more than half marked", () => {
    expect(words("majority", over(0, 26), over(4, 13), over(0, 26))).toEqual(["the town hall had dithered"]);
    expect(words("majority", over(0, 13), over(4, 26))).toEqual(["town hall"]);
    expect(words("majority", over(0, 8), over(4, 13), over(4, 26))).toEqual(["town hall"]);
  });

  it("does not hang on the order of the annotators, and keeps the words that stand there", () => {
    for (const rule of BOUNDARY_RULES) {
      const there = ruledExtent(rule, [over(0, 13), over(4, 26), over(9, 32)]);
      expect(ruledExtent(rule, [over(9, 32), over(0, 13), over(4, 26)])).toEqual(there);
      for (const { start, end, quote } of there) expect(TEXT.slice(start, end)).toBe(quote);
    }
  });
});

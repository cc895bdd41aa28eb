import { describe, expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import { type CountedVoice, type ReadArticle, type RollupRow, stanceRows } from "@/lib/stance/from-rollup";
import { countedVoices, readSpanCursor, writeSpanCursor } from "@/lib/stance/span-query";

const article: ReadArticle = { articleId: "a", workId: "w", outletId: "tern", publisherId: "quay", title: "T", annotators: ["x", "y"], hasOwnVoice: true };
const stored = (voice: CountedVoice, change: Partial<RollupRow> = {}): RollupRow => ({ articleId: "a", targetId: "mayor", voice, advocacy: 0, neutral: 0, critical: 1, signMean: -1, netPer1000: -2, addressed: true, ...change });
const rowsOf = (all: RollupRow[], by: "outlet" | "publisher", one = article) => stanceRows(all, new Map([[one.articleId, one]]), by);

describe("rows from what is stored", () => {
  const all = [stored("own", { critical: 3 }), stored("own_publisher", { advocacy: 2, critical: 0, signMean: 0.2, netPer1000: 1 }), stored("quoted", { neutral: 4, signMean: -0.2 })];

  test("leave the publisher's words out by outlet, and add them by publisher with their means", () => {
    expect(rowsOf(all, "outlet")).toMatchObject([{ own: { advocacy: 0, critical: 3 }, quoted: { neutral: 4 }, embedded: { critical: 0 }, signMean: -1, quotedSignMean: -0.2, netPer1000: -2 }]);
    expect(rowsOf(all, "publisher")).toMatchObject([{ own: { advocacy: 2, critical: 3 }, signMean: 0.2, netPer1000: 1, annotators: ["x", "y"] }]);
  });

  test("a target that only the publisher's headline is about is not addressed by the outlet", () => {
    const headline = [stored("own_publisher")];
    expect(rowsOf(headline, "outlet")).toMatchObject([{ addressed: false, own: { critical: 0 }, signMean: null, netPer1000: 0 }]);
    expect(rowsOf(headline, "publisher")).toMatchObject([{ addressed: true, own: { critical: 1 }, signMean: -1 }]);
  });

  test("without own-voice words there is no rate, and unknown articles are left out", () => {
    expect(rowsOf(all, "outlet", { ...article, hasOwnVoice: false })).toMatchObject([{ netPer1000: null }]);
    expect(stanceRows(all, new Map(), "outlet")).toEqual([]);
  });
});

describe("asking for spans", () => {
  test("the voices of a number", () => {
    expect(countedVoices("outlet", "own")).toEqual(["own"]);
    expect(countedVoices("publisher", "own")).toEqual(["own", "own_publisher"]);
    expect(countedVoices("outlet", undefined)).toEqual(["own", "quoted", "embedded"]);
  });

  test("a cursor is read as it was written, and nothing else is", () => {
    const at = { articleId: newId(), start: 17, spanId: newId() };
    expect(readSpanCursor(writeSpanCursor(at))).toEqual(at);
    for (const text of ["", "x", `${at.articleId}.1`, `${at.articleId}.-1.${at.spanId}`, `${writeSpanCursor(at)}.1`, `${at.articleId}.1.x`]) expect(readSpanCursor(text)).toBeNull();
  });
});

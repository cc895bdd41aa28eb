import { describe, expect, it } from "vitest";
import { splitBlocks, type BlockKind } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import { comparedSentences, MOST_CODE_POINTS, MOST_SENTENCES } from "@/lib/compare/sentences";
import { decodeRanges } from "@/lib/text/token-code";

function read(text: string, kinds: Record<number, BlockKind> = {}, articles = 2) {
  const blocks = splitBlocks(text).map((block) => ({ ...block, kind: kinds[block.ordinal] ?? block.kind }));
  return comparedSentences(text, blocks, decodeRanges(snapsOf(text, blocks, "en").sentences), articles);
}

describe("the sentences that are compared", () => {
  it("are those of what is told, with their places and kinds", () => {
    const text = "Pier shut 🌉 at dusk\nBy Ana Ash\nThe board met. It closed the pier.\nRead on\nA boat went.";
    const { sentences, leftOut } = read(text, { 1: "byline", 3: "chrome" });
    expect(sentences.map(({ index, kind, text: words }) => [index, kind, words])).toEqual([[0, "headline", "Pier shut 🌉 at dusk"], [1, "paragraph", "The board met."], [2, "paragraph", "It closed the pier."], [3, "paragraph", "A boat went."]]);
    for (const { start, end, text: words } of sentences) expect([...text].slice(start, end).join("")).toBe(words);
    expect(leftOut).toBe(0);
  });

  it("begin with the headline, wherever it stands", () => {
    const { sentences } = read("By the quay\nPier shut\nThe board met.", { 0: "caption", 1: "headline" });
    expect(sentences.map(({ kind }) => kind)).toEqual(["headline", "caption", "paragraph"]);
    expect(sentences.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it("are none of a page that is all chrome", () => {
    expect(read("Menu\nSubscribe now.", { 0: "chrome", 1: "chrome" })).toEqual({ sentences: [], leftOut: 0 });
  });

  it("end where there are too many, and say how many stand behind", () => {
    const short = read(`Head\n${"A boat went. ".repeat(MOST_SENTENCES + 10)}`);
    expect([short.sentences.length, short.leftOut]).toEqual([MOST_SENTENCES, 11]);
    const among = read(`Head\n${"A boat went. ".repeat(MOST_SENTENCES)}`, {}, 6);
    expect([among.sentences.length, among.leftOut]).toEqual([250, 351]);
    const long = read(`Head\n${`${"Word ".repeat(400)}end. `.repeat(60)}`);
    expect(long.sentences.reduce((sum, one) => sum + one.end - one.start, 0)).toBeLessThanOrEqual(MOST_CODE_POINTS);
    expect(long.leftOut).toBeGreaterThan(20);
    expect(long.sentences.length + long.leftOut).toBe(61);
  });
});

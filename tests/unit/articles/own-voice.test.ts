import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, BLOCK_KINDS, splitBlocks } from "@/lib/articles/blocks";
import { ownVoiceCodePoints, ownVoiceRanges } from "@/lib/articles/own-voice";
import { canonical } from "../text/arbitraries";

const withKinds = (text: string, ...kinds: Block["kind"][]): Block[] => splitBlocks(text).map((block, i) => ({ ...block, kind: kinds[i] ?? block.kind }));

describe("ownVoiceCodePoints", () => {
  it("counts a headline and paragraphs, without the quotations in them", () => {
    const text = "Title\nHe said “no 😀” twice";
    expect(ownVoiceRanges(text, splitBlocks(text))).toEqual([{ start: 0, end: 5 }, { start: 6, end: 14 }, { start: 20, end: 26 }]);
    expect(ownVoiceCodePoints(text, splitBlocks(text))).toBe(5 + 8 + 6);
  });

  it("leaves byline, chrome, quotation and embed blocks out, and keeps captions", () => {
    const text = "Title\nby X\nmenu\nquote\ntweet\ncaption";
    expect(ownVoiceCodePoints(text, withKinds(text, "headline", "byline", "chrome", "quotation", "embed", "caption"))).toBe(5 + 7);
  });

  it("ends an unclosed quotation with its block", () => {
    const text = "“One\nTwo";
    expect(ownVoiceCodePoints(text, splitBlocks(text))).toBe(3);
  });

  it("gives disjoint ranges in order, inside own-voice blocks, whatever the kinds are", () => {
    fc.assert(
      fc.property(canonical, fc.array(fc.constantFrom(...BLOCK_KINDS), { minLength: 8, maxLength: 8 }), (text, kinds) => {
        const blocks = withKinds(text, ...kinds);
        let before = 0;
        for (const range of ownVoiceRanges(text, blocks)) {
          expect(range.start).toBeGreaterThanOrEqual(before);
          expect(range.end).toBeGreaterThan(range.start);
          const home = blocks.filter((block) => block.start <= range.start && range.end <= block.end);
          expect(home.map((block) => ["byline", "chrome", "quotation", "embed"].includes(block.kind))).toEqual([false]);
          before = range.end;
        }
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, BLOCK_KINDS, splitBlocks } from "@/lib/articles/blocks";
import { ownVoiceCodePoints, ownVoiceRanges } from "@/lib/articles/own-voice";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { voiceShares } from "@/lib/articles/voice-shares";
import { TextIndex } from "@/lib/text/text-index";
import type { TextRange } from "@/lib/text/units";
import { canonical } from "../text/arbitraries";

const ranges = (text: string, blocks: readonly Block[]): TextRange[] => ownVoiceRanges(blocks, findSpeech(new TextIndex(text), blocks, null));
const codePoints = (text: string, blocks: readonly Block[]): number => ownVoiceCodePoints(blocks, findSpeech(new TextIndex(text), blocks, null));
const withKinds = (text: string, ...kinds: Block["kind"][]): Block[] => splitBlocks(text).map((block, i) => ({ ...block, kind: kinds[i] ?? block.kind }));

describe("ownVoiceCodePoints", () => {
  it("counts a headline and paragraphs, without the quotations in them", () => {
    const text = "Title\nHe said “no 😀” twice";
    expect(ranges(text, splitBlocks(text))).toEqual([{ start: 0, end: 5 }, { start: 6, end: 14 }, { start: 20, end: 26 }]);
    expect(codePoints(text, splitBlocks(text))).toBe(5 + 8 + 6);
  });

  it("leaves byline, chrome, quotation and embed blocks out, and keeps captions", () => {
    const text = "Title\nby X\nmenu\nquote\ntweet\ncaption";
    expect(codePoints(text, withKinds(text, "headline", "byline", "chrome", "quotation", "embed", "caption"))).toBe(5 + 7);
  });

  it("takes reported speech for somebody else's, and scare quotes for the outlet's", () => {
    const text = "Title\nThe mayor said that it was over. The “free” lunch goes on.";
    expect(codePoints(text, splitBlocks(text))).toBe([...text].length - 1 - "it was over".length);
  });

  it("ends an unclosed quotation with its block", () => {
    const text = "“One\nTwo";
    expect(codePoints(text, splitBlocks(text))).toBe(3);
  });

  it("gives disjoint ranges in order, inside own-voice blocks, whatever the kinds are", () => {
    fc.assert(
      fc.property(canonical, fc.array(fc.constantFrom(...BLOCK_KINDS), { minLength: 8, maxLength: 8 }), (text, kinds) => {
        const blocks = withKinds(text, ...kinds);
        let before = 0;
        for (const range of ranges(text, blocks)) {
          expect(range.start).toBeGreaterThanOrEqual(before);
          expect(range.end).toBeGreaterThan(range.start);
          const home = blocks.filter((block) => block.start <= range.start && range.end <= block.end);
          expect(home.map((block) => ["byline", "chrome", "quotation", "embed"].includes(block.kind))).toEqual([false]);
          before = range.end;
        }
        const { own, direct, reported, embedded } = voiceShares(blocks, findSpeech(new TextIndex(text), blocks, null));
        expect(own).toBe(codePoints(text, blocks));
        expect(own + direct + reported + embedded).toBe(blocks.filter(({ kind }) => kind !== "chrome" && kind !== "byline").reduce((sum, { start, end }) => sum + end - start, 0));
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chooser } from "@/components/annotator/reader/choose";
import { readerItems } from "@/components/annotator/reader/items";
import { SnapTable } from "@/components/annotator/reader/snaps";
import { snapsOf } from "@/lib/articles/reading";
import { isAnnotatable, rangeProblem, splitBlocks } from "@/lib/articles/blocks";
import { TextIndex } from "@/lib/text/text-index";
import { textRange } from "@/lib/text/units";
import { article } from "./articles";

const chooser = (text: string, blocks: Parameters<typeof readerItems>[0]): Chooser =>
  new Chooser(new TextIndex(text), readerItems(blocks).flatMap((item) => (item.kind === "block" ? [item.block] : [])), new SnapTable(snapsOf(text, blocks, "en")));

describe("Chooser", () => {
  const text = "Title\nby Jo\nHe said “we will not”, twice.\nNext one";
  const blocks = splitBlocks(text).map((block) => (block.ordinal === 1 ? { ...block, kind: "byline" as const } : block));
  const at = (words: string): number => text.indexOf(words);
  const choose = (start: number, end: number) => chooser(text, blocks).choose(textRange(start, end));

  it("gives whole words with their place, their number and the voice of the place", () => {
    expect(choose(at("aid"), at("id “") + 1)).toEqual({ kind: "words", selected: { part: { start: at("said"), end: at("said") + 4, quote: "said" }, words: 1, voice: "own" } });
    expect(choose(at("e will"), at("ot”") + 3)).toMatchObject({ kind: "words", selected: { part: { quote: "we will not" }, words: 3, voice: "direct" } });
  });

  it("refuses words of several blocks, but not an end that holds no word", () => {
    expect(choose(at("twice"), at("Next") + 2)).toMatchObject({ kind: "refused" });
    expect(choose(at("twice"), at("Next"))).toMatchObject({ kind: "words", selected: { part: { quote: "twice" } } });
  });

  it("refuses a byline and gives nothing for spaces and punctuation", () => {
    expect(choose(at("Jo"), at("Jo") + 2)).toMatchObject({ kind: "refused", sentence: "A byline is not marked." });
    expect(choose(at("”,"), at("”,") + 3)).toEqual({ kind: "nothing" });
  });

  it("never offers a range that the article would refuse, and quotes exactly what stands there", () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), (given, a, b) => {
        const points = [...given.text];
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number];
        const choice = chooser(given.text, given.blocks).choose(textRange(start, end));
        if (choice.kind !== "words") return;
        const { part, words } = choice.selected;
        expect(rangeProblem(part, given.blocks.map((block) => ({ ...block, ...textRange(block.start, block.end) })))).toBeNull();
        expect(part.quote).toBe(points.slice(part.start, part.end).join(""));
        expect(part.quote).toBe(part.quote.trim());
        expect(words).toBeGreaterThanOrEqual(0);
        expect(given.blocks.filter((block) => block.start < part.end && part.start < block.end).map((block) => isAnnotatable(block.kind))).toEqual([true]);
      }),
    );
  });
});

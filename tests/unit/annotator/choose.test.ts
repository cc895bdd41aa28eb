import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chooser, type Choosing } from "@/components/annotator/reader/choose";
import { Edges } from "@/components/annotator/reader/edges";
import { readerItems } from "@/components/annotator/reader/items";
import { MOST_PASSAGES, Passages } from "@/components/annotator/reader/passages";
import { SpeechTable } from "@/components/annotator/marking/speech-table";
import { SnapTable } from "@/components/annotator/reader/snaps";
import { GRANULARITIES } from "@/lib/accounts/reader-settings";
import type { SpanPart } from "@/lib/annotations/span";
import { snapsOf, speechOf } from "@/lib/articles/reading";
import { isAnnotatable, rangeProblem, splitBlocks } from "@/lib/articles/blocks";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, textRange } from "@/lib/text/units";
import { article } from "./articles";

const passages = (text: string, blocks: Parameters<typeof readerItems>[0]): Passages =>
  new Passages(new TextIndex(text), readerItems(blocks).flatMap((item) => (item.kind === "block" ? [item.block] : [])), new SnapTable(snapsOf(text, blocks, "en")));

describe("Chooser", () => {
  const text = "Title\nby Jo\nHe said “we will not”, twice. So be it.\nSee also\nNext one";
  const kinds = { 1: "byline", 3: "chrome" } as const;
  const blocks = splitBlocks(text).map((block) => ({ ...block, kind: kinds[block.ordinal as 1 | 3] ?? block.kind }));
  const at = (words: string): number => text.indexOf(words);
  const part = (quote: string): SpanPart => ({ start: at(quote), end: at(quote) + quote.length, quote });
  const choose = (start: number, end: number, choosing?: Partial<Choosing>, named: number[] = []) => new Chooser(passages(text, blocks), new SpeechTable(text, speechOf(text, blocks, "en")), named).choose(textRange(start, end), { grain: "word", beside: [], ...choosing });

  it("gives whole words with their place, their number and the voice of the place", () => {
    expect(choose(at("aid"), at("id “") + 1)).toEqual({ kind: "words", selected: { parts: [part("said")], words: 1, voice: "own", speaker: null } });
    expect(choose(at("e will"), at("ot”") + 3)).toMatchObject({ kind: "words", selected: { parts: [part("we will not")], words: 3, voice: "direct", speaker: null } });
  });

  it("takes as much as is asked for", () => {
    expect(GRANULARITIES.map((grain) => choose(at("ill"), at("ill") + 3, { grain }))).toMatchObject([
      { selected: { parts: [part("ill")] } }, { selected: { parts: [part("will")] } }, { selected: { parts: [part("He said “we will not”, twice")] } }, { selected: { parts: [part("He said “we will not”, twice. So be it")] } },
    ]);
  });

  it("gives one passage for each block, and none in chrome, bylines and blocks that are not coded", () => {
    expect(choose(0, at("said") + 2)).toEqual({ kind: "words", selected: { parts: [part("Title"), part("He said")], words: 3, voice: "own", speaker: null } });
    expect(choose(at("twice"), at("Next") + 2)).toMatchObject({ selected: { parts: [part("twice. So be it"), part("Next")], words: 5 } });
    expect(choose(at("twice"), at("Next"))).toMatchObject({ selected: { parts: [part("twice. So be it")] } });
    expect(choose(0, text.length, {}, [2])).toMatchObject({ selected: { parts: [part("He said “we will not”, twice. So be it")] } });
    expect(choose(at("Next"), text.length, {}, [2])).toMatchObject({ kind: "refused", why: "notCoded" });
  });

  it("refuses a byline and gives nothing for spaces and punctuation", () => {
    expect(choose(at("Jo"), at("Jo") + 2)).toMatchObject({ kind: "refused", why: "byline" });
    expect(choose(at("”,"), at("”,") + 3)).toEqual({ kind: "nothing" });
  });

  it("joins a passage to those beside it, and those that overlap to one", () => {
    expect(choose(at("Next"), at("Next") + 1, { beside: [part("Title"), part("twice")] })).toMatchObject({ selected: { parts: [part("Title"), part("twice"), part("Next")], words: 3 } });
    expect(choose(at("will"), at("not") + 1, { beside: [part("said “we"), part("not”, twice"), part("Next")] })).toMatchObject({ selected: { parts: [part("said “we"), part("will not”, twice"), part("Next")] } });
  });

  it("says when there are too many passages", () => {
    const many = Array.from({ length: MOST_PASSAGES + 1 }, (_, i) => `line ${i}`).join("\n");
    const chooser = new Chooser(passages(many, splitBlocks(many)), new SpeechTable(many, []));
    expect(chooser.choose(textRange(0, many.length))).toMatchObject({ kind: "refused", why: "tooMany" });
    expect(chooser.choose(textRange(5, many.length))).toMatchObject({ kind: "refused" });
    expect(chooser.choose(textRange(7, many.length))).toMatchObject({ kind: "words" });
  });

  it("never offers a passage that the article would refuse, and quotes exactly what stands there", () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), fc.constantFrom(...GRANULARITIES), (given, a, b, grain) => {
        const points = [...given.text];
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number];
        const choice = new Chooser(passages(given.text, given.blocks), new SpeechTable(given.text, [])).choose(textRange(start, end), { grain, beside: [] });
        if (choice.kind !== "words") return;
        let before = -1;
        for (const one of choice.selected.parts) {
          expect(rangeProblem(one, given.blocks.map((block) => ({ ...block, ...textRange(block.start, block.end) })))).toBeNull();
          expect(one.quote).toBe(points.slice(one.start, one.end).join(""));
          expect(one.quote).toBe(one.quote.trim());
          expect(given.blocks.filter((block) => block.start < one.end && one.start < block.end).map((block) => isAnnotatable(block.kind))).toEqual([true]);
          expect(one.start).toBeGreaterThan(before);
          before = one.end;
        }
      }),
    );
  });
});

describe("Edges", () => {
  const text = "Title\nHe said so.\nby Jo\nNext one here";
  const blocks = splitBlocks(text).map((block) => (block.ordinal === 2 ? { ...block, kind: "byline" as const } : block));
  const edges = new Edges(passages(text, blocks));
  const part = (quote: string): SpanPart => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });

  it("moves the first and the last edge of a mark with several passages, and leaves the others", () => {
    const parts = [part("said"), part("one")];
    expect(edges.step(parts, "end", 1, "word")).toEqual([part("said"), part("one here")]);
    expect(edges.step(parts, "start", -1, "word")).toEqual([part("He said"), part("one")]);
    expect(edges.drag(parts, "start", codePoint(0), "word")).toEqual([part("He said"), part("one")]);
    expect(edges.drag(parts, "end", codePoint(text.length), "word")).toEqual([part("said"), part("one here")]);
  });

  it("goes neither out of its block nor to nothing", () => {
    const parts = [part("He said so")];
    expect([edges.step(parts, "end", 1, "word"), edges.step(parts, "start", -1, "word"), edges.step([part("said")], "end", -1, "word")]).toEqual([null, null, null]);
    expect(edges.drag(parts, "end", codePoint(text.length), "word")).toEqual(parts);
    expect(edges.drag(parts, "start", codePoint(text.length), "word")).toEqual([part("so")]);
  });
});

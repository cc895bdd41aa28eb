import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSentences } from "@/lib/text/sentences";
import { dragEdge, type Grain, snap, type Snapped, stepEdge } from "@/lib/text/snap";
import { TextIndex } from "@/lib/text/text-index";
import { tokenize } from "@/lib/text/tokens";
import { codePoint, type TextRange, textRange } from "@/lib/text/units";
import { line } from "./arbitraries";

const GRAINS = ["character", "word", "sentence", "paragraph"] as const satisfies readonly Grain[];

function reader(text: string) {
  const index = new TextIndex(text);
  const where: Snapped = { block: textRange(0, index.codePointLength), tokens: tokenize(text), sentences: findSentences(text, "en") };
  const words = (range: TextRange | null): string | null => (range === null ? null : index.slice(range.start, range.end));
  return { index, where, words, snap: (start: number, end: number, grain: Grain) => words(snap(textRange(start, end), grain, where, index)) };
}

const grain = fc.constantFrom(...GRAINS);
const picked = fc.tuple(line, fc.nat(), fc.nat(), grain).map(([text, a, b, chosen]) => {
  const length = [...text].length + 1;
  const [start, end] = [a % length, b % length].sort((x, y) => x - y) as [number, number];
  return { text, range: textRange(start, end), grain: chosen };
});

describe("snap", () => {
  it("takes characters, words, sentences or the paragraph, without what stands around them", () => {
    const text = " “The plan failed.” Dr. Ruiz said so; nobody else did. ";
    const { snap: take } = reader(text);
    const at = text.indexOf("iz said");
    expect(GRAINS.map((one) => take(at, at + 5, one))).toEqual(["iz sa", "Ruiz said", "Dr. Ruiz said so; nobody else did", "The plan failed.” Dr. Ruiz said so; nobody else did"]);
    expect(take(0, 5, "character")).toBe("“The");
    expect(take(0, 5, "sentence")).toBe("The plan failed");
    expect(take(text.indexOf(" Dr."), text.indexOf("Dr."), "character")).toBeNull();
  });

  it("never cuts an emoji, a letter with its marks or a flag", () => {
    const text = "x 👩‍👩‍👧‍👦🇮🇷 cafe\u0301 می\u200cرود 👍🏽";
    const { snap: take } = reader(text);
    expect(take(3, 4, "character")).toBe("👩‍👩‍👧‍👦");
    expect(take(9, 10, "character")).toBe("🇮🇷");
    expect(take(15, 16, "character")).toBe("e\u0301");
    const thumb = [...text].length - 1;
    expect(take(thumb, thumb + 1, "character")).toBe("👍🏽");
  });

  it("takes hidden words whole, also by the character", () => {
    const { snap: take } = reader("the █████ said");
    expect(take(2, 6, "character")).toBe("e █████");
    expect(take(6, 12, "character")).toBe("█████ sa");
  });

  it("begins and ends where a character does, trims white space, and changes nothing the second time", () => {
    fc.assert(
      fc.property(picked, ({ text, range, grain: chosen }) => {
        const { index, where, words } = reader(text);
        const found = snap(range, chosen, where, index);
        if (found === null) return;
        const quote = words(found) ?? "";
        expect(quote).toBe(quote.trim());
        expect(quote).not.toBe("");
        expect(snap(found, chosen, where, index)).toEqual(found);
        const edges = new Set([...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(({ index: at }) => at).concat(text.length));
        if (chosen === "character") expect([edges.has(index.toUtf16(found.start)), edges.has(index.toUtf16(found.end))]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  it("takes every sentence that a word runs over", () => {
    const { index, where } = reader("↉ೱ.A word");
    const once = snap(textRange(4, 6), "sentence", where, index)!;
    expect(snap(once, "sentence", where, index)).toEqual(once);
  });

  it("takes more the coarser it is", () => {
    fc.assert(
      fc.property(picked, ({ text, range }) => {
        const { index, where } = reader(text);
        const [word, sentence, paragraph] = (["word", "sentence", "paragraph"] as const).map((one) => snap(range, one, where, index));
        if (!word || !sentence || !paragraph) return void expect([word, sentence, paragraph]).toEqual([null, null, null]);
        expect(sentence.start <= word.start && word.end <= sentence.end && paragraph.start <= sentence.start && sentence.end <= paragraph.end).toBe(true);
      }),
    );
  });
});

describe("moving an edge", () => {
  it("goes word by word, over punctuation, and stops at the paragraph's end and before nothing is left", () => {
    const text = "The council, said Ruiz, bungled it.";
    const { index, where, words, snap: take } = reader(text);
    expect(take(4, 6, "word")).toBe("council");
    let range: TextRange | null = textRange(4, 11);
    const step = (edge: "start" | "end", way: 1 | -1, one: Grain = "word"): string | null => {
      const next: TextRange | null = range === null ? null : stepEdge(range, edge, way, one, where, index);
      if (next !== null) range = next;
      return words(next);
    };
    expect([step("end", 1), step("end", 1), step("start", 1), step("start", -1), step("start", -1)]).toEqual(["council, said", "council, said Ruiz", "said Ruiz", "council, said Ruiz", "The council, said Ruiz"]);
    expect(step("start", -1)).toBeNull();
    expect([step("end", -1), step("end", -1), step("end", -1), step("end", -1)]).toEqual(["The council, said", "The council", "The", null]);
    expect([step("end", 1, "character"), step("end", 1, "character")]).toEqual(["The c", "The co"]);
    expect(step("end", 1, "paragraph")).toBe("The council, said Ruiz, bungled it");
  });

  it("keeps the other edge, some words, and the block, wherever it is dragged or moved", () => {
    fc.assert(
      fc.property(picked, fc.nat(), fc.constantFrom("start" as const, "end" as const), fc.constantFrom(1 as const, -1 as const), (given, far, edge, way) => {
        const { index, where, words } = reader(given.text);
        const range = snap(given.range, given.grain, where, index);
        if (range === null) return;
        const other = edge === "start" ? "end" : "start";
        for (const next of [dragEdge(range, edge, codePoint(far % (index.codePointLength + 1)), given.grain, where, index), stepEdge(range, edge, way, given.grain, where, index)]) {
          if (next === null) continue;
          const hidden = words(next)?.includes("█") === true;
          if (!hidden) expect(next[other]).toBe(range[other]);
          expect(next.start).toBeLessThan(next.end);
          expect(words(next)).toBe(words(next)?.trim());
          expect(next.start >= where.block.start && next.end <= where.block.end).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

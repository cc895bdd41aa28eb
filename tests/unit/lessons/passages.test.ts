import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAMINGS } from "@/lib/codebook/framing";
import { heatOf, type ClassMark } from "@/lib/lessons/heat";
import { around, passagesOf, piecesOf } from "@/lib/lessons/passages";

let n = 0;
const mark = (memberId: string, start: number, end: number, framing: ClassMark["framing"] = "critical"): ClassMark => ({ id: `m${n++}`, memberId, framing, start, end });
const marks = fc.array(fc.record({ memberId: fc.constantFrom("a", "b", "c", "d", "e"), framing: fc.constantFrom(...FRAMINGS), start: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 14 }).map((list) => list.map(({ memberId, framing, start, length }) => mark(memberId, start, start + length, framing)));

describe("passages of a class", () => {
  it("grow from the words that most marked, and leave the fringe out", () => {
    const list = [mark("a", 0, 20), mark("b", 10, 20), mark("c", 10, 20, "advocacy"), mark("d", 12, 40), mark("e", 30, 40), mark("f", 30, 40)];
    expect(passagesOf(list)).toEqual([
      { start: 10, end: 20, pupils: 4, advocacy: 1, neutral: 0, critical: 3 },
      { start: 30, end: 40, pupils: 3, advocacy: 0, neutral: 0, critical: 3 },
    ]);
  });

  it("take the words apart that lie apart, and are none where nobody marked", () => {
    expect(passagesOf([])).toEqual([]);
    expect(passagesOf([mark("a", 0, 5), mark("b", 6, 9)]).map(({ start, end }) => [start, end])).toEqual([[0, 5], [6, 9]]);
  });

  it("lie apart, hold the most marked words, and count whoever marked any of theirs", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const [found, segments] = [passagesOf(list), heatOf(list)];
        for (const [at, one] of found.entries()) {
          if (at > 0) expect(found[at - 1]!.end).toBeLessThanOrEqual(one.start);
          expect(one.pupils).toBe(new Set(list.filter((other) => other.start < one.end && one.start < other.end).map(({ memberId }) => memberId)).size);
        }
        const most = Math.max(0, ...segments.map(({ pupils }) => pupils));
        for (const peak of segments.filter(({ pupils }) => pupils === most)) expect(found.some((one) => one.start <= peak.start && peak.end <= one.end)).toBe(true);
      }),
    );
  });
});

describe("pieces of a block", () => {
  it("make up its text, whatever is marked, by code points", () => {
    const block = { start: 5, text: "🌉 The bridge is shut, they said." };
    fc.assert(
      fc.property(marks, fc.array(fc.integer({ min: 0, max: 50 })), (list, cuts) => {
        const segments = heatOf(list);
        const pieces = piecesOf(block, segments, [], cuts);
        expect(pieces.map(({ text }) => text).join("")).toBe(block.text);
        for (const piece of pieces) {
          expect([...piece.text]).toHaveLength(piece.end - piece.start);
          expect(piece.heat).toEqual(segments.find((one) => one.start < piece.end && piece.start < one.end) ?? null);
        }
      }),
    );
  });

  it("say which of them one marked oneself", () => {
    expect(piecesOf({ start: 0, text: "abcdef" }, [], [{ start: 2, end: 4, framing: "neutral" }]).map(({ text, own }) => [text, own])).toEqual([["ab", null], ["cd", "neutral"], ["ef", null]]);
  });
});

it("gives a passage the sentences that it stands in", () => {
  const block = { start: 100, text: "One. Two is here. Three." };
  const sentences = [{ start: 0, end: 4 }, { start: 5, end: 17 }, { start: 18, end: 24 }];
  expect(around(block, { start: 109, end: 111 }, sentences)).toEqual({ before: "Two ", words: "is", after: " here." });
  expect(around(block, { start: 90, end: 200 }, sentences)).toEqual({ before: "", words: block.text, after: "" });
  expect(around(block, { start: 109, end: 111 }, [])).toEqual({ before: "One. Two ", words: "is", after: " here. Three." });
});

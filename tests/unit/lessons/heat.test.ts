import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAMINGS } from "@/lib/codebook/framing";
import { pupilState, totals } from "@/lib/lessons/board";
import { heatOf, heatStep, splitsOf, splitSize, type ClassMark } from "@/lib/lessons/heat";

let n = 0;
const mark = (memberId: string, framing: ClassMark["framing"], start: number, end: number): ClassMark => ({ id: `m${n++}`, memberId, framing, start, end });
const marks = fc.array(fc.record({ memberId: fc.constantFrom("a", "b", "c", "d", "e"), framing: fc.constantFrom(...FRAMINGS), start: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 14 }).map((list) => list.map(({ memberId, framing, start, length }) => mark(memberId, framing, start, start + length)));

describe("the heat map", () => {
  it("counts pupils, not marks", () => {
    expect(heatOf([mark("a", "critical", 0, 10), mark("a", "critical", 0, 10), mark("b", "advocacy", 5, 10)])).toEqual([
      { start: 0, end: 5, pupils: 1, advocacy: 0, neutral: 0, critical: 1 },
      { start: 5, end: 10, pupils: 2, advocacy: 1, neutral: 0, critical: 1 },
    ]);
  });

  it("says of every single place what a plain count says, and covers nothing else", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const segments = heatOf(list);
        for (let at = 0; at < 45; at++) {
          const here = list.filter((one) => one.start <= at && at < one.end);
          const found = segments.filter((one) => one.start <= at && at < one.end);
          expect(found).toHaveLength(here.length > 0 ? 1 : 0);
          if (!found[0]) continue;
          expect(found[0].pupils).toBe(new Set(here.map((one) => one.memberId)).size);
          for (const framing of FRAMINGS) expect(found[0][framing]).toBe(new Set(here.filter((one) => one.framing === framing).map((one) => one.memberId)).size);
        }
      }),
    );
  });

  it("has five steps of those who handed in", () => {
    expect([0, 1, 4, 5, 12, 20].map((pupils) => heatStep(pupils, 20))).toEqual([0, 1, 1, 2, 3, 5]);
    expect(heatStep(3, 0)).toBe(5);
  });
});

describe("a split", () => {
  const counts = (advocacy: number, neutral: number, critical: number, pupils = advocacy + neutral + critical) => ({ pupils, advocacy, neutral, critical });
  it("needs two pupils, and a quarter of those who marked, on each of two sides", () => {
    expect([counts(1, 0, 9), counts(2, 0, 7), counts(2, 0, 6), counts(0, 3, 3), counts(8, 0, 0), counts(1, 1, 1)].map(splitSize)).toEqual([0, 0, 2, 3, 0, 0]);
  });

  it("joins stretches that touch, and comes with the most even first", () => {
    const list = ["a", "b"].flatMap((who) => [mark(who, "critical", 0, 10), mark(who, "critical", 20, 30)]).concat(["c", "d"].map((who) => mark(who, "advocacy", 3, 8)), ["c", "d", "e"].map((who) => mark(who, "advocacy", 18, 26)), [mark("f", "critical", 20, 30)]);
    expect(splitsOf(list)).toEqual([
      { start: 20, end: 26, pupils: 6, advocacy: 3, neutral: 0, critical: 3 },
      { start: 3, end: 8, pupils: 4, advocacy: 2, neutral: 0, critical: 2 },
    ]);
  });

  it("lies inside of what was marked, and is a split in each of its places", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const segments = heatOf(list);
        for (const split of splitsOf(list)) for (const segment of segments.filter((one) => one.start < split.end && split.start < one.end)) expect(splitSize(segment)).toBeGreaterThan(1);
      }),
    );
  });
});

it("tells how far a pupil is", () => {
  const state = (more: object) => pupilState({ marks: 0, handedIn: 0, begun: 0, opened: false, ...more }, 2);
  expect([{}, { opened: true }, { begun: 1 }, { marks: 1 }, { handedIn: 1 }, { handedIn: 2 }, { handedIn: 2, marks: 4 }].map(state)).toEqual(["joined", "started", "started", "marking", "marking", "handed_in", "handed_in"]);
  expect(pupilState({ marks: 0, handedIn: 0, begun: 0, opened: false }, 0)).toBe("joined");
  const pupil = (over: object) => ({ memberId: "m", pseudonym: "P", state: "joined" as const, away: false, marks: 0, handedIn: 0, ...over });
  expect(totals([pupil({}), pupil({ away: true }), pupil({ state: "handed_in" })])).toEqual({ joined: 2, started: 0, marking: 0, handed_in: 1, away: 1 });
});

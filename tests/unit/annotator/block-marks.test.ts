import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawBlock } from "@/components/annotator/reader/block-marks";
import { lanesIn, PieceSpans } from "@/components/annotator/reader/piece-spans";
import { textRange } from "@/lib/text/units";
import { span } from "./articles";

const block = textRange(10, 60);

describe("drawBlock", () => {
  it("says framing, voice, lane and start in classes", () => {
    expect(drawBlock(block, [span("a", 12, 20), span("b", 15, 30, { framing: "advocacy", voice: "quoted" })], [])).toEqual([
      { start: 12, end: 15, ids: ["a"], more: 0, starting: 1, ending: 0, className: "m own crit l1-crit p1-crit" },
      { start: 15, end: 20, ids: ["a", "b"], more: 0, starting: 1, ending: 1, className: "m deep l1-crit l2-adv p2-adv" },
      { start: 20, end: 30, ids: ["b"], more: 0, starting: 0, ending: 1, className: "m quoted adv l2-adv" },
    ]);
  });

  it("greys quoted speech, marked or not, and tells own voice from voice that was not asked", () => {
    expect(drawBlock(block, [span("a", 12, 20, { voice: null, framing: "neutral" })], [{ kind: "direct", ...textRange(16, 22) }, { kind: "reported", ...textRange(22, 25) }]).map(({ className }) => className)).toEqual(["m unasked neu l1-neu p1-neu", "m unasked neu l1-neu said", "said", "told"]);
  });

  it("draws a span that began in an earlier block without a pin", () => {
    expect(drawBlock(block, [span("a", 2, 20)], [])).toEqual([{ start: 10, end: 20, ids: ["a"], more: 0, starting: 0, ending: 1, className: "m own crit l1-crit" }]);
  });

  it("counts what has no lane once, where it begins", () => {
    const stack = ["a", "b", "c", "d", "e"].map((id, i) => span(id, 12 + i, 40));
    const drawn = drawBlock(block, stack, []);
    expect(drawn.map(({ more }) => more)).toEqual([0, 0, 0, 1, 2]);
    expect(drawn.at(-1)?.ids).toHaveLength(5);
  });

  it("covers exactly what is marked or quoted, each stretch once", () => {
    const spans = fc.array(fc.record({ start: fc.integer({ min: 0, max: 65 }), length: fc.integer({ min: 1, max: 20 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(spans, spans, (marked, quoted) => {
        const marks = marked.map(({ start, length }, i) => span(`s${i}`, start, start + length));
        const quotations = quoted.slice(0, 3).map(({ start, length }) => ({ kind: "direct" as const, ...textRange(start, start + length) }));
        const drawn = drawBlock(block, marks, quotations);
        for (let at = 0; at < 90; at++) {
          const over = drawn.filter(({ start, end }) => start <= at && at < end);
          const inBlock = at >= block.start && at < block.end;
          const ids = marks.filter(({ parts: [part] }) => inBlock && part !== undefined && part.start <= at && at < part.end).map(({ id }) => id);
          const said = inBlock && quotations.some(({ start, end }) => start <= at && at < end);
          expect(over.length).toBe(ids.length > 0 || said ? 1 : 0);
          expect([...(over[0]?.ids ?? [])].sort()).toEqual(ids.sort());
          if (over[0] !== undefined) expect(over[0].className.split(" ").includes("said")).toBe(said);
        }
      }),
    );
  });
});

describe("PieceSpans", () => {
  const blocks = [{ ordinal: 0, kind: "headline" as const, ...textRange(0, 10) }, { ordinal: 1, kind: "paragraph" as const, ...textRange(12, 30) }, { ordinal: 3, kind: "paragraph" as const, ...textRange(40, 60) }];
  const byId = (...spans: readonly ReturnType<typeof span>[]) => new Map(spans.map((one) => [one.id, one]));

  it("names the pieces whose spans changed", () => {
    const known = new PieceSpans(blocks);
    const [a, b] = [span("a", 2, 5), span("b", 45, 50)];
    expect([...known.update(byId(a, b))]).toEqual([0, 2]);
    expect([...known.update(byId(a, b))]).toEqual([]);
    expect([...known.update(byId(a, { ...b, framing: "neutral" }))]).toEqual([2]);
    expect([...known.update(new Map())].sort()).toEqual([0, 2]);
  });

  it("puts a span across blocks into each of them", () => {
    const known = new PieceSpans(blocks);
    known.update(byId(span("a", 8, 45)));
    expect(blocks.map((_, i) => known.spansOf(i).length)).toEqual([1, 1, 1]);
  });

  it("keeps lanes through all pieces of a block, and names a piece when only a lane in it changed", () => {
    const pieces = [textRange(0, 20), textRange(20, 40), textRange(40, 60)].map((range) => ({ ordinal: 0, kind: "paragraph" as const, ...range }));
    const known = new PieceSpans(pieces);
    const [long, late] = [span("long", 15, 45), span("late", 41, 50)];
    known.update(byId(long, late));
    expect(known.lanesOf(2).get("late")).toBe(1);
    expect([...known.update(byId(long, late, span("early", 10, 18)))].sort()).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((piece) => known.lanesOf(piece).get("long"))).toEqual([1, 1, 1]);
  });

  it("knows after any changes what it would know from the start", () => {
    const places = fc.array(fc.record({ start: fc.nat(58), length: fc.integer({ min: 1, max: 20 }) }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(places, { minLength: 2, maxLength: 4 }), (steps) => {
        const known = new PieceSpans(blocks);
        for (const step of steps) {
          const spans = byId(...step.map(({ start, length }, i) => span(`s${i}`, start, Math.min(60, start + length))));
          known.update(spans);
          const anew = new PieceSpans(blocks);
          anew.update(spans);
          for (const i of blocks.keys()) {
            expect(known.spansOf(i).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(anew.spansOf(i).sort((a, b) => (a.id < b.id ? -1 : 1)));
            expect(new Map(known.lanesOf(i))).toEqual(lanesIn(blocks[i]!, anew.spansOf(i)));
          }
        }
      }),
    );
  });
});

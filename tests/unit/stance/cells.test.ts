import { describe, expect, test } from "vitest";
import { cellsOf, ofJudgements, ofSpans, singleOfSpans } from "@/lib/stance/cells";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { momentsOf } from "@/lib/stance/moments";
import { sumsOf } from "./sums.fixture";

const own = DEFAULT_STANCE;
const made = (choice: typeof own, all: ReturnType<typeof sumsOf>[]) => cellsOf(choice, ["mayor"], all.flatMap((one) => ofSpans(choice, one) ?? []));

describe("cells from sums", () => {
  test("give the points and no mean below three works, and the mean and no points from three up", () => {
    const [two, three] = made(own, [sumsOf("a", [-1, 0]), sumsOf("b", [-1, 0, 0.4])]).cells;
    expect(two).toMatchObject({ groupId: "a", points: [{ workId: "w0", value: -1 }, { workId: "w1", value: 0 }], figure: { mean: { value: null, reason: "fewer_than_three_works" } } });
    expect(three?.points).toEqual([]);
    // (−1 + 0 + .4) / 3
    expect(three?.figure.mean.value).toBeCloseTo(-0.2, 12);
  });
  test("set those who are quoted beside own voice alone", () => {
    expect(made(own, [sumsOf("a", [0, 0, 0])]).cells[0]?.quoted?.mean.value).toBe(0);
    expect(made({ ...own, voice: "all" }, [sumsOf("a", [0, 0, 0])]).cells[0]).toMatchObject({ quoted: null, rate: { mean: { reason: "own_voice_only" } } });
  });
  test("draw toward the common mean from five outlets up", () => {
    const outlets = (n: number) => Array.from({ length: n }, (_, i) => sumsOf(`o${i}`, [i / 10 - 0.2, i / 10, i / 10 + 0.2]));
    expect(made(own, outlets(4)).cells.map((cell) => cell.shrunken)).toEqual(Array.from({ length: 4 }, () => ({ value: null, reason: "fewer_than_five_outlets" })));
    const five = made(own, outlets(5));
    expect(five.toward[0]?.pooled.value?.mean).toBeCloseTo(0.2, 12);
    expect(five.cells[0]?.shrunken.value?.mean).toBeGreaterThan(0);
  });
  test("leave out works whose outlet nobody knows, and groups of other targets", () => {
    expect(made(own, [sumsOf(null, [1]), sumsOf("a", [1], { targetId: "council" })]).cells).toEqual([]);
  });
  test("keep judgements on their own scale, with those beside the mean counted", () => {
    const sums = { groupId: "a", targetId: "mayor", articles: 3, works: 3, annotatorIds: ["ann"], sharedWorks: 0, settledArticles: 0, judgements: 3, unclear: 2, notAddressed: 1, value: momentsOf([-2, -2, 1]), points: [] };
    const choice = { ...own, measured: "judgements" } as const;
    const [cell] = cellsOf(choice, ["mayor"], [ofJudgements(sums)!]).cells;
    expect(cell).toMatchObject({ figure: { mean: { value: -1 }, status: { level: "not_enough" } }, judged: { judgements: 3, unclear: 2, notAddressed: 1 }, quoted: null, spans: 0, rate: { mean: { reason: "own_voice_only" } } });
    expect(cell?.figure.interval.value?.low).toBe(-2);
  });
  test("show a single work by its value, and say where it has none", () => {
    const single = { ...sumsOf(null, [0.5]), groupId: null, workId: "w0", title: "A leaflet", articleIds: ["x"] };
    expect(singleOfSpans(own, single)).toMatchObject({ value: { value: 0.5 }, quoted: { value: 0 }, rate: { value: 0.5 } });
    expect(singleOfSpans({ voice: "quoted" }, { ...single, points: [] })).toMatchObject({ value: { reason: "no_value" }, rate: { reason: "own_voice_only" } });
  });
});

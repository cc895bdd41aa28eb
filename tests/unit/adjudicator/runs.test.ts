import { describe, expect, it } from "vitest";
import { drawnFrom } from "@/components/adjudicator/state/drawn";
import { clustersByBlock, runsOf, settledByBlock } from "@/components/adjudicator/state/runs";
import { settledCodes } from "@/components/adjudicator/state/requests";
import { decided, documentOf, mark, TEXT } from "./world";

const document = documentOf([mark("ann", "dragged its feet for months"), mark("ben", "its feet"), mark("cem", "stepped in", { framing: "advocacy" })]);
const [, first, second] = document.article.blocks;

describe("the runs of a block", () => {
  it("cover it from end to end, with the cluster as the union of its marks", () => {
    const runs = runsOf(first!, clustersByBlock(document.article.blocks, document.clusters).get(first!.ordinal));
    expect(runs.map(({ start, end }) => TEXT.slice(start, end)).join("")).toBe(TEXT.slice(first!.start, first!.end));
    expect(runs.filter(({ key }) => key !== null).map(({ start, end }) => TEXT.slice(start, end))).toEqual(["dragged its feet for months"]);
  });

  it("draw what was settled in its framing, where it lies and not where the marks lay", () => {
    const span = document.clusters[0]!.spans[1]!;
    const settled = settledByBlock(document.article.blocks, [{ ...settledCodes(span), id: "s", parts: span.parts, framing: "neutral" }]);
    const runs = runsOf(first!, clustersByBlock(document.article.blocks, document.clusters).get(first!.ordinal), settled.get(first!.ordinal));
    expect(runs.filter(({ framings }) => framings.length > 0).map(({ start, end, framings }) => [TEXT.slice(start, end), framings])).toEqual([["its feet", ["neutral"]]]);
  });

  it("show the words of a draft, also outside any cluster", () => {
    const start = TEXT.indexOf("harbour office dragged");
    const runs = runsOf(first!, undefined, undefined, [{ start, end: start + 14 }, { start: 0, end: 3 }]);
    expect(runs.filter(({ drafted }) => drafted).map((run) => TEXT.slice(run.start, run.end))).toEqual(["harbour office"]);
  });

  it("are one run without marks", () => expect(runsOf(second!)).toEqual([{ start: second!.start, end: second!.end, key: null, framings: [], drafted: false }]));
});

describe("what the text is drawn from", () => {
  it("keeps blocks without news as they were when one cluster is decided", () => {
    const before = drawnFrom(document, document.clusters);
    const span = document.clusters[1]!.spans[0]!;
    const decision = decided("d", { settled: [{ ...settledCodes(span), id: "s", parts: span.parts }] });
    const after = drawnFrom(document, document.clusters.map((cluster, i) => (i === 1 ? { ...cluster, decision } : cluster)), before);
    expect(after.ranges).toBe(before.ranges);
    expect(after.clusters.get(first!.ordinal)).toBe(before.clusters.get(first!.ordinal));
    expect(after.clusters.get(second!.ordinal)).not.toBe(before.clusters.get(second!.ordinal));
    expect(after.settled.get(second!.ordinal)).toHaveLength(1);
  });
});

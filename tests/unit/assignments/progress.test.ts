import { describe, expect, it } from "vitest";
import { allOf, openOf, workBy, workByPhase, workOf, type ProgressCount } from "@/lib/assignments/progress";
import { labelGroups } from "@/lib/assignments/progress-labels";
import { waitingOf } from "@/lib/assignments/progress-waiting";
import type { CodebookContent, Label } from "@/lib/codebook/content";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { annotatorRecords, articleRecords, labelRecords, progressCsv } from "@/lib/exchange/progress-csv";

const count = (memberId: string, state: ProgressCount["state"], n: number, more: Partial<ProgressCount> = {}): ProgressCount => ({ memberId, outletId: null, phase: "main", state, n, ...more });

describe("work", () => {
  it("is summed up by place, withdrawn work left out", () => {
    const work = workOf([count("a", "assigned", 3), count("b", "in_progress", 2), count("a", "returned", 1), count("a", "submitted", 4), count("a", "withdrawn", 9)]);
    expect(work).toEqual({ assigned: 3, inProgress: 2, returned: 1, submitted: 4 });
    expect([allOf(work), openOf(work)]).toEqual([10, 6]);
  });

  it("is grouped, and a group whose counts cancel out is none", () => {
    const groups = workBy([count("a", "assigned", 3), count("b", "assigned", 2), count("b", "assigned", -2)], (one) => one.memberId);
    expect([...groups.keys()]).toEqual(["a"]);
  });

  it("comes phase by phase in the order of a study", () => {
    expect(workByPhase([count("a", "assigned", 1), count("a", "submitted", 1, { phase: "practice" }), count("a", "assigned", 1, { phase: "pilot" })]).map((one) => one.phase)).toEqual(["practice", "pilot", "main"]);
  });
});

const label = (id: string, mergedIntoId: string | null = null, archived = false): Label => ({ ...(startingCodebook("research").framing[0] as unknown as Label), id, key: id, name: `Label ${id}`, colour: "green", glyph: "star", shortcut: null, parentId: null, archived, mergedIntoId, splitIntoIds: [] });
const codebook = (labels: Label[]): CodebookContent => ({ ...startingCodebook("research"), sets: [{ id: "technique", key: "technique", name: "Technique", description: startingCodebook("research").introduction, level: "span", choice: "multiple", required: false, showWhen: null, archived: false, labels }] });

describe("labels", () => {
  it("count for the one that took them in, over several merges", () => {
    const groups = labelGroups(codebook([label("a", "b"), label("b", "c"), label("c")]), [{ memberId: "m", label: "a", n: 2 }, { memberId: "m", label: "c", n: 3 }, { memberId: "m", label: "critical", n: 4 }]);
    expect(groups.map((group) => [group.name, group.labels.map((one) => [one.id, one.n])])).toEqual([["Framing", [["advocacy", 0], ["neutral", 0], ["critical", 4]]], ["Technique", [["c", 5]]]]);
  });

  it("stand there archived only where they were used, and are never lost", () => {
    const groups = labelGroups(codebook([label("a", null, true), label("b", null, true)]), [{ memberId: "m", label: "b", n: 1 }, { memberId: "m", label: "gone", n: 2 }]);
    expect(groups.slice(1).map((group) => group.labels.map((one) => [one.id, one.n]))).toEqual([[["b", 1]], [["gone", 2]]]);
  });

  it("that were merged in a circle, or into nothing, are counted all the same", () => {
    const groups = labelGroups(codebook([label("a", "b"), label("b", "a"), label("c", "gone")]), ["a", "b", "c"].map((one) => ({ memberId: "m", label: one, n: 1 })));
    expect(groups.flatMap((group) => group.labels).reduce((sum, one) => sum + one.n, 0)).toBe(3);
  });
});

describe("who waits for whom", () => {
  it("is told by who holds up most, then by the longest wait", () => {
    const waiting = waitingOf([
      { heldBy: "x", waits: null, articles: 2, since: "2026-11-03" }, { heldBy: "y", waits: null, articles: 2, since: "2026-11-01" }, { heldBy: "z", waits: null, articles: 5, since: "2026-11-09" },
      { heldBy: "z", waits: "x", articles: 2, since: "2026-11-09" }, { heldBy: "z", waits: "y", articles: 4, since: "2026-11-09" },
    ]);
    expect(waiting.map((one) => one.memberId)).toEqual(["z", "y", "x"]);
    expect(waiting[0]!.who).toEqual([{ memberId: "y", articles: 4 }, { memberId: "x", articles: 2 }]);
  });
});

describe("the tables as CSV", () => {
  it("defuse names that a spreadsheet would run", () => {
    const csv = progressCsv("article", articleRecords([{ articleId: "1", title: "=HYPERLINK(\"x\")", outlet: "+1", assigned: 2, submitted: 1, open: [{ name: "@Heron", state: "in_progress" }] }]));
    expect(csv.split("\r\n")[1]).toBe(`1,"'=HYPERLINK(""x"")",'+1,2,1,'@Heron (in progress)`);
  });

  it("have as many cells as columns", () => {
    const work = { assigned: 1, inProgress: 0, returned: 0, submitted: 2 };
    const csv = progressCsv("annotator", annotatorRecords([{ ...work, memberId: "m", name: "Heron", left: false, practice: work, practiceScore: { score: 0.8 }, passed: true, gold: null, lastDay: null, pace: 2.5, overdue: null }], [{ memberId: "m", articles: 3 }]));
    expect(new Set(csv.trimEnd().split("\r\n").map((line) => line.split(",").length)).size).toBe(1);
    expect(csv).toContain("Heron,false,1,0,0,2,1,0,0,2,0.8,true,,,2.5,0,3");
  });

  it("give labels per annotator, merged ones together", () => {
    expect(labelRecords(codebook([label("a", "b"), label("b")]), [{ memberId: "m", label: "a", n: 2 }, { memberId: "m", label: "b", n: 3 }, { memberId: "m", label: "neutral", n: 1 }], () => "Heron")).toEqual([
      ["Framing", startingCodebook("research").framing[1]!.name, "neutral", "Heron", 1],
      ["Technique", "Label b", "b", "Heron", 5],
    ]);
  });
});

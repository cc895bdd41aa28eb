import { describe, expect, it } from "vitest";
import { DEFAULT_CHOICE, type Choice } from "@/lib/agreement/choice";
import { chosenAssignments } from "@/lib/agreement/material/chosen-assignments";
import type { AssignmentRow } from "@/lib/agreement/material/kept-rows";

let n = 0;
const row = (articleId: string, memberId: string, more: Partial<AssignmentRow> = {}): AssignmentRow => ({
  id: `a${++n}`, articleId, memberId, phase: "main", round: 1, state: "submitted", blockOrdinals: [], firstSubmittedAt: "2026-03-02T10:00:00Z", peersSeen: false, sourceHidden: null, keyed: false, archived: false, ...more,
});
const choose = (rows: readonly AssignmentRow[], choice: Partial<Choice> = {}, articles: ReadonlySet<string> | null = null) => {
  const { taken, left, phases } = chosenAssignments(rows, { ...DEFAULT_CHOICE, ...choice }, articles);
  return { taken: taken.map(({ articleId, memberId }) => articleId + memberId), left: left.map(({ assignment, reason }) => `${assignment.articleId}${assignment.memberId} ${reason}`), phases };
};

describe("the work that is compared", () => {
  it("is that of articles which at least two submitted", () => {
    expect(choose([row("x", "A"), row("x", "B"), row("y", "A"), row("y", "B", { firstSubmittedAt: null, state: "in_progress" }), row("z", "C")])).toMatchObject({
      taken: ["xA", "xB"], left: ["yB not_submitted", "yA one_annotator_only", "zC one_annotator_only"],
    });
  });

  it("is of the reliability phase where anything of it counts, else of all", () => {
    const [main, reliability] = [[row("x", "A"), row("x", "B")], [row("y", "A", { phase: "reliability" }), row("y", "B", { phase: "reliability" })]];
    expect(choose(main)).toMatchObject({ taken: ["xA", "xB"], phases: ["pilot", "reliability", "main"] });
    expect(choose([...main, ...reliability])).toMatchObject({ taken: ["yA", "yB"], left: ["xA other_phase", "xB other_phase"], phases: ["reliability"] });
    expect(choose([...main, ...reliability], { phases: ["main"] })).toMatchObject({ taken: ["xA", "xB"], phases: ["main"] });
    expect(choose([...main, row("y", "A", { phase: "reliability", firstSubmittedAt: null })])).toMatchObject({ taken: ["xA", "xB"] });
  });

  it.each([
    ["practice", { phase: "practice" }], ["archived", { archived: true }], ["key_article", { keyed: true }], ["other_round", { round: 2 }], ["peers_seen", { peersSeen: true }], ["withdrawn_member", { state: "withdrawn" }],
  ] as const)("leaves out %s", (reason, more) => {
    expect(choose([row("x", "A"), row("x", "B"), row("x", "C", more)])).toMatchObject({ taken: ["xA", "xB"], left: [`xC ${reason}`] });
  });

  it("passes over what was taken back before anything was submitted", () => {
    expect(choose([row("x", "A"), row("x", "B"), row("x", "C", { state: "withdrawn", firstSubmittedAt: null })]).left).toEqual([]);
  });

  it("keeps what was returned after its first submission", () => expect(choose([row("x", "A", { state: "returned" }), row("x", "B")]).taken).toEqual(["xA", "xB"]));

  it("takes those who had seen others' marks where that is asked for", () => expect(choose([row("x", "A", { peersSeen: true }), row("x", "B")], { peers: "any" }).taken).toEqual(["xA", "xB"]));

  it("can be of hidden or shown sources alone", () => {
    const rows = [row("x", "A", { sourceHidden: true }), row("x", "B", { sourceHidden: true }), row("x", "C", { sourceHidden: false })];
    expect(choose(rows, { source: "hidden" })).toMatchObject({ taken: ["xA", "xB"], left: ["xC source"] });
    expect(choose(rows, { source: "shown" }).taken).toEqual([]);
  });

  it("counts nothing left out that was not asked for", () => {
    const rows = [row("x", "A"), row("x", "B"), row("x", "C"), row("y", "A"), row("y", "B")];
    expect(choose(rows, { annotatorIds: ["A", "B"] }, new Set(["x"]))).toMatchObject({ taken: ["xA", "xB"], left: [] });
    expect(choose(rows, { annotatorIds: ["A"] })).toMatchObject({ taken: [], left: ["xA one_annotator_only", "yA one_annotator_only"] });
  });
});

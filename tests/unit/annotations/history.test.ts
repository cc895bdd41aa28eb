import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workChanges, type KeptSpan, type KeptWork } from "@/lib/annotations/history";

const span = (id: string, framing: string): KeptSpan => ({ id, targetId: "t", framing, voice: "own", parts: [{ start: 0, end: 2, quote: "ab" }] });
const works = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("critical", "neutral")), { selector: ([id]) => id }).map((marks): KeptWork => ({ spans: marks.map(([id, framing]) => span(id, framing)), judgements: [] }));

describe("what a submission changed", () => {
  it("is nothing against itself", () => {
    fc.assert(fc.property(works, (work) => {
      expect(workChanges(work, work)).toEqual({ spans: { added: [], removed: [], changed: [] }, judgements: [], answers: [], notes: { added: 0, removed: 0, changed: 0 } });
    }));
  });

  it("leads from the spans before to those after, and back with added and removed in each other's place", () => {
    fc.assert(fc.property(works, works, (before, after) => {
      const { added, removed, changed } = workChanges(before, after).spans;
      const gone = new Set([...removed, ...changed.map((one) => one.before)].map((one) => one.id));
      const rebuilt = [...before.spans.filter((one) => !gone.has(one.id)), ...added, ...changed.map((one) => one.after)];
      const sorted = (spans: readonly KeptSpan[]) => [...spans].sort((a, b) => a.id.localeCompare(b.id));
      expect(sorted(rebuilt)).toEqual(sorted(after.spans));
      const back = workChanges(after, before).spans;
      expect([back.added.length, back.removed.length, back.changed.length]).toEqual([removed.length, added.length, changed.length]);
    }));
  });

  it("takes a submission of the first release, without labels, answers and notes, as one with none", () => {
    const old: KeptWork = { spans: [span("a", "critical")], judgements: [{ targetId: "t", value: 1 }] };
    const now: KeptWork = { spans: [{ ...span("a", "critical"), attribution: null, directness: "direct", device: null, confidence: null, note: "", labelIds: [] }], judgements: [{ targetId: "t", value: 1, confidence: null, note: "" }], answers: [], notes: [] };
    expect(workChanges(old, now)).toEqual(workChanges(now, now));
  });

  it("sees a new note, another confidence and another answer", () => {
    const before: KeptWork = { spans: [], judgements: [{ targetId: "t", value: 1, confidence: 1, note: "" }], answers: [{ setId: "s", labelIds: ["x", "y"] }], notes: [] };
    const after: KeptWork = { spans: [], judgements: [{ targetId: "t", value: 1, confidence: 3, note: "" }], answers: [{ setId: "s", labelIds: ["y", "x"] }], notes: [{ id: "n", kind: "note", body: "b" }] };
    expect(workChanges(before, after)).toMatchObject({ judgements: [{ targetId: "t", before: 1, after: 1 }], answers: [], notes: { added: 1, removed: 0, changed: 0 } });
  });
});

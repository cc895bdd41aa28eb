import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import { AnnotatorSession } from "@/components/annotator/state/session";
import { annotateDocument, span, t } from "./articles";

/** A session whose first write finds a row that changed elsewhere. */
function open(document = annotateDocument({ spans: [span("s1", 6, 10)] }), first: Outcome = { kind: "conflict", current: { ...span("s1", 6, 10), framing: "neutral", version: 5 }, version: 5, sentence: "x" }) {
  const sent: WriteRequest[] = [];
  let ids = 0;
  const session = new AnnotatorSession("p1", document, {
    t,
    newId: () => `id${++ids}`,
    now: () => new Date(2024, 4, 9, 14, 2),
    send: async (request) => (sent.push(request) === 1 ? first : { kind: "done", body: { version: 5 + sent.length } }),
  });
  return { session, sent };
}
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("while a choice is open", () => {
  it("a mark is neither deleted nor undone", async () => {
    const { session, sent } = open();
    session.edit("s1", { framing: "advocacy" });
    await settle();
    expect(session.state.spanConflicts.has("s1")).toBe(true);
    expect(session.remove("s1")).toBe(false);
    session.undo();
    await settle();
    expect([sent.length, session.state.spanConflicts.size, session.state.model.spans.get("s1")?.framing]).toEqual([1, 1, "advocacy"]);
  });

  it("a note that was still being typed is part of one's own side", async () => {
    const { session, sent } = open();
    session.edit("s1", { framing: "advocacy" });
    await settle();
    session.edit("s1", { note: "why" });
    session.settleSpan("s1", "mine");
    await settle();
    expect(sent.at(-1)?.body).toMatchObject({ version: 5, framing: "advocacy", note: "why" });
  });

  it("a mark that was deleted here stands until it is chosen, and goes then", async () => {
    const { session, sent } = open();
    session.remove("s1");
    await settle();
    expect(session.state.model.spans.get("s1")?.framing).toBe("neutral");
    session.settleSpan("s1", "mine");
    await settle();
    expect([sent.at(-1)?.method, session.state.model.spans.has("s1"), session.state.spanConflicts.size]).toEqual(["DELETE", false, 0]);
  });

  it("a note on the article that was taken away here stands until it is chosen", async () => {
    const { session } = open(annotateDocument({ notes: [{ id: "n1", kind: "note", body: "before", version: 1 }] }), { kind: "conflict", current: { id: "n1", kind: "note", body: "other", version: 2 }, version: 2, sentence: "x" });
    session.writeNote("n1", "note", null);
    await settle();
    expect(session.state.model.notes.get("n1")?.body).toBe("other");
    session.settleRow("note n1", "mine");
    expect(session.state.model.notes.has("n1")).toBe(false);
  });

  it("a new judgement is the choice", async () => {
    const { session, sent } = open(annotateDocument(), { kind: "conflict", current: { targetId: "t1", value: -1, version: 5 }, version: 5, sentence: "x" });
    session.judge("t1", { value: 1 });
    await settle();
    expect(session.state.rowConflicts.size).toBe(1);
    session.judge("t1", { value: 2 });
    await settle();
    expect([session.state.rowConflicts.size, session.state.model.judgements.get("t1")?.value, sent.at(-1)?.body["value"]]).toEqual([0, 2, 2]);
  });
});

describe("a change that was not taken", () => {
  it("keeps work from being submitted once, not for ever", async () => {
    const { session, sent } = open(annotateDocument({ spans: [span("s1", 6, 10)], judgements: [{ targetId: "t1", value: 0, confidence: null, note: "", version: 1 }] }), { kind: "refused", sentence: "No longer in use." });
    session.edit("s1", { framing: "advocacy" });
    await settle();
    await session.submit();
    expect(session.state.submission.step).toBe("refused");
    await session.submit();
    expect(sent.at(-1)?.path).toContain("/submit");
  });
});

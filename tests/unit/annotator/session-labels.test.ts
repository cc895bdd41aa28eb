import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import { AnnotatorSession } from "@/components/annotator/state/session";
import type { AnnotateDocument } from "@/components/annotator/types";
import { annotateDocument, codebookOf, label, labelSet, span, t } from "./articles";

const technique = labelSet("technique", [label("loaded", { shortcut: "l" }), label("doubt")], { required: true, showWhen: { setId: "framing", labelIds: ["critical"] } });
const frame = labelSet("frame", [label("economy"), label("law")], { level: "article", choice: "multiple" });

function open(more: Partial<AnnotateDocument> = {}, answer: (request: WriteRequest) => Outcome = () => ({ kind: "done", body: { version: 2 } })) {
  const sent: WriteRequest[] = [];
  let ids = 0;
  const document = annotateDocument({ codebookVersion: codebookOf([technique, frame], 4), spans: [span("s1", 6, 10)], ...more });
  const session = new AnnotatorSession("p1", document, {
    t,
    newId: () => `id${++ids}`,
    now: () => new Date(2024, 4, 9),
    send: async (request) => {
      sent.push(request);
      return answer(request);
    },
  });
  return { session, sent, labels: () => session.state.model.spans.get("s1")?.labelIds };
}
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("labels on a span", () => {
  it("are saved as a part of it, stamped with the codebook that the annotator sees, and can be undone", async () => {
    const { session, sent, labels } = open();
    session.toggleLabel("s1", technique, "loaded");
    await settle();
    expect(sent[0]).toEqual({ method: "PATCH", path: "/projects/p1/spans/s1", body: { version: 1, codebookVersionId: "c4", labelIds: ["loaded"] } });
    session.undo();
    expect(labels()).toEqual([]);
    session.redo();
    expect(labels()).toEqual(["loaded"]);
  });

  it("go with the framing that asked for them, and come back with it in one step", async () => {
    const { session, sent, labels } = open();
    session.toggleLabel("s1", technique, "doubt");
    await settle();
    session.edit("s1", { framing: "neutral" });
    await settle();
    expect(sent[1]?.body).toMatchObject({ framing: "neutral", labelIds: [] });
    session.undo();
    expect([session.state.model.spans.get("s1")?.framing, labels()]).toEqual(["critical", ["doubt"]]);
  });

  it("are put on by their key: of the draft first, else of the open mark, and of nothing else", async () => {
    const { session, sent, labels } = open();
    expect(session.pressLabel("l")).toBe(false);
    session.open("s1");
    expect(session.pressLabel("L")).toBe(true);
    expect(labels()).toEqual(["loaded"]);
    session.select({ parts: [{ start: 11, end: 16, quote: "words" }], words: 1, voice: "own", speaker: null });
    expect(session.pressLabel("l")).toBe(false);
    session.changeDraft({ framing: "critical", targetId: "t1" });
    expect(session.pressLabel("l")).toBe(true);
    expect(labels()).toEqual(["loaded"]);
    expect(session.mark()).toBe(true);
    await settle();
    expect(sent.at(-1)?.body).toMatchObject({ labelIds: ["loaded"], codebookVersionId: "c4" });
  });

  it("leave a draft whose framing no longer asks for them", () => {
    const { session } = open();
    session.select({ parts: [{ start: 11, end: 16, quote: "words" }], words: 1, voice: "own", speaker: null });
    session.changeDraft({ framing: "critical", labelIds: ["loaded"] });
    session.changeDraft({ framing: "advocacy" });
    expect(session.state.draft?.labelIds).toEqual([]);
  });
});

describe("the article as a whole", () => {
  it("takes labels, sent against the version of the answer", async () => {
    const { session, sent } = open({ answers: [{ setId: "frame", labelIds: ["law"], version: 3, needsReview: false }] });
    session.toggleAnswer(frame, "economy");
    await settle();
    expect(sent[0]).toEqual({ method: "PUT", path: "/projects/p1/assignments/a1/answers/frame", body: { version: 3, codebookVersionId: "c4", labelIds: ["law", "economy"] } });
    session.undo();
    expect(session.state.model.answers.get("frame")).toEqual(["law"]);
  });

  it("takes confidence and a note with a judgement, and none without one", async () => {
    const { session, sent } = open();
    session.judge("t1", { confidence: 2 });
    expect(session.state.model.judgements.size).toBe(0);
    session.judge("t1", { value: -1 });
    session.judge("t1", { confidence: 2 });
    session.judge("t1", { note: "mocks" });
    session.judge("t1", { note: "mocks them" });
    await settle();
    expect(sent.at(-1)?.body).toMatchObject({ value: -1, confidence: 2, note: "mocks them" });
    session.undo();
    expect(session.state.model.judgements.get("t1")).toEqual({ value: -1, confidence: 2, note: "" });
  });

  it("takes notes on what is left out, each written, changed and removed in order", async () => {
    const { session, sent } = open();
    session.writeNote("n1", "omitted", "The cost");
    await settle();
    session.writeNote("n1", "omitted", "The cost of it");
    session.writeNote("n1", "omitted", null);
    session.writeNote("n2", "note", null);
    await settle();
    expect(sent.map(({ method, body }) => [method, body["body"] ?? null, body["version"]])).toEqual([["PUT", "The cost", 0], ["PUT", "The cost of it", 2], ["DELETE", null, 2]]);
    session.undo();
    expect(session.state.model.notes.get("n1")?.body).toBe("The cost of it");
  });

  it("shows an answer that changed elsewhere, and lets the person choose", async () => {
    const { session, sent } = open({}, (request) => (request.body["version"] === 0 ? { kind: "conflict", current: { setId: "frame", labelIds: ["law"], version: 7 }, version: 7, sentence: "x" } : { kind: "done", body: { version: 8 } }));
    session.toggleAnswer(frame, "economy");
    await settle();
    expect(session.state.rowConflicts.get("answer frame")).toEqual({ mine: { kind: "answer", setId: "frame", labelIds: ["economy"] }, theirs: { kind: "answer", setId: "frame", labelIds: ["law"] } });
    session.settleRow("answer frame", "mine");
    await settle();
    expect(sent[1]?.body).toMatchObject({ version: 7, labelIds: ["economy"] });
  });
});

describe("a newer codebook", () => {
  const reviews = [{ spanId: "s1", reason: "Narrower.", versionNumber: 4 }];

  it("asks to look at a mark; keeping it is sent, and leaves nothing to undo", async () => {
    const { session, sent } = open({ reviews });
    session.confirm("s1");
    session.confirm("s1");
    await settle();
    expect(sent).toEqual([{ method: "POST", path: "/projects/p1/spans/s1/confirm", body: { version: 1 } }]);
    expect(session.state.reviews.size).toBe(0);
    expect(session.state.history.undo).toEqual([]);
  });

  it("asks again when the server did not take it", async () => {
    const { session } = open({ reviews }, () => ({ kind: "refused", sentence: "Not now." }));
    session.confirm("s1");
    await settle();
    expect(session.state.reviews.has("s1")).toBe(true);
    expect(session.state.refusal).toBe("Not saved. Not now.");
  });

  it("asks to look at an answer; keeping it sends the same labels again", async () => {
    const { session, sent } = open({ answers: [{ setId: "frame", labelIds: ["law"], version: 3, needsReview: true }] });
    session.keepAnswer("frame");
    await settle();
    expect(sent[0]?.body).toEqual({ version: 3, codebookVersionId: "c4", labelIds: ["law"] });
    expect(session.state.answerReviews.size).toBe(0);
  });
});

describe("a return", () => {
  it("flags the marks of the newest one, while the article is returned", () => {
    const returns = [{ at: "2026-11-01T10:00:00Z", by: null, comment: "", spanIds: ["s0"], number: 1 }, { at: "2026-11-02T10:00:00Z", by: null, comment: "", spanIds: ["s1"], number: 2 }];
    const { assignment } = annotateDocument();
    expect([...open({ returns, assignment: { ...assignment, state: "returned" } }).session.flagged]).toEqual(["s1"]);
    expect(open({ returns }).session.flagged.size).toBe(0);
  });
});

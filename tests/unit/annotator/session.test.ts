import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import type { Selected } from "@/components/annotator/marking/draft";
import { AnnotatorSession } from "@/components/annotator/state/session";
import { saveLine } from "@/components/annotator/state/status";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { annotateDocument, span, t } from "./articles";

const NO_VOICE = { ...FRAMING_PRESET, asks: { ...FRAMING_PRESET.asks, voice: false } };

type Sent = WriteRequest & { readonly operationId: string };

/** A server that answers what the test says, and keeps what it was sent. */
function open(answer: (request: WriteRequest, times: number) => Outcome, document = annotateDocument({ judgements: [{ targetId: "t1", value: 0, confidence: null, note: "", version: 1 }] })) {
  const sent: Sent[] = [];
  let ids = 0;
  const session = new AnnotatorSession("p1", document, {
    t,
    newId: () => `id${++ids}`,
    now: () => new Date(2024, 4, 9, 14, 2),
    send: async (request, operationId) => {
      sent.push({ ...request, operationId });
      return answer(request, sent.length);
    },
  });
  return { session, sent };
}

const done = (body: unknown = { version: 1 }): Outcome => ({ kind: "done", body });
const away: Outcome = { kind: "retry", signedOut: false, sentence: "No connection" };
const selected = (start = 6, quote = "Some"): Selected => ({ parts: [{ start, end: start + quote.length, quote }], words: 1, voice: "own", speaker: null });
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

function mark(session: AnnotatorSession, start?: number, quote?: string): string {
  session.select(selected(start, quote));
  session.changeDraft({ framing: "critical", targetId: "t1" });
  expect(session.mark()).toBe(true);
  return session.state.openId ?? "";
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("AnnotatorSession", () => {
  it("marks at once, sends the span with its quote, and proposes the same code next", async () => {
    const { session, sent } = open(() => done());
    session.select(selected());
    expect(session.mark()).toBe(false);
    expect(session.state.notice).toContain("framing");
    const id = mark(session, 11, "words");
    expect(session.state.model.spans.get(id)?.parts[0]?.quote).toBe("words");
    expect(session.state.spoken).toBe("Critical, target Council, 1 word");
    await settle();
    expect(sent[0]).toMatchObject({ method: "POST", path: "/projects/p1/assignments/a1/spans", body: { id, revisionId: "r1", parts: [{ start: 11, end: 16, quote: "words" }], framing: "critical", voice: "own", attribution: null } });
    expect(saveLine({ sending: session.state.sending, savedAt: session.state.savedAt, refusal: null, conflicts: 0 }, t)).toEqual({ state: "saved", words: "Saved 14:02" });
    session.select(selected());
    expect(session.state.draft).toMatchObject({ framing: "critical", targetId: "t1" });
  });

  it("sends null for a voice that the codebook does not ask for", async () => {
    const { session, sent } = open(() => done(), annotateDocument({ codebookVersion: { id: "c1", number: 1, content: NO_VOICE } }));
    mark(session);
    await settle();
    expect(sent[0]?.body).toMatchObject({ voice: null, attribution: null });
  });

  it("sends in order, each change against the version that the one before was given", async () => {
    let version = 0;
    const { session, sent } = open(() => done({ version: ++version }));
    const id = mark(session);
    await settle();
    session.edit(id, { confidence: 3 });
    session.edit(id, { confidence: 3 });
    await settle();
    session.remove(id);
    session.undo();
    await settle();
    expect(sent.map(({ method, body }) => [method, body.version ?? null])).toEqual([["POST", null], ["PATCH", 1], ["DELETE", 2], ["POST", 3]]);
    expect(sent[3]?.path).toBe(`/projects/p1/spans/${id}/restore`);
    expect(session.state.model.spans.get(id)?.confidence).toBe(3);
  });

  it("joins changes that were not tried yet, and keeps operation and body on a retry", async () => {
    const { session, sent } = open((_request, times) => (times <= 2 ? away : done()));
    const id = mark(session);
    await settle();
    session.edit(id, { note: "a" });
    session.edit(id, { note: "ab" });
    session.judge("t1", { value: 1 });
    session.judge("t1", { value: 2 });
    expect(saveLine({ ...session.state, conflicts: 0 }, t)?.words).toBe("Offline, 3 changes wait in this tab. Keep it open");
    expect(session.state.unsentKeys.has(`span ${id}`)).toBe(true);
    expect(session.hasUnsent).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.slice(0, 3).map(({ operationId, body }) => [operationId, body])).toEqual(Array(3).fill([sent[0]?.operationId, sent[0]?.body]));
    expect(sent.slice(3).map(({ method, body }) => [method, body.value ?? body.note])).toEqual([["PATCH", "ab"], ["PUT", 2]]);
    expect(new Set(sent.map(({ operationId }) => operationId)).size).toBe(3);
    expect(session.hasUnsent).toBe(false);
  });

  it("tries at once when the network is back, and says when one is signed out", async () => {
    let online = false;
    const { session, sent } = open(() => (online ? done() : { kind: "retry", signedOut: true, sentence: "Sign in first" }));
    mark(session);
    await settle();
    expect(saveLine({ ...session.state, conflicts: 0 }, t)?.words).toBe("Signed out, 1 change waits in this tab. Keep it open");
    online = true;
    session.retryNow();
    await settle();
    expect(sent).toHaveLength(2);
    expect(session.hasUnsent).toBe(false);
  });

  it("takes back what the server refuses, with what was built on it, and says why", async () => {
    const { session, sent } = open((request) => (request.method === "POST" ? { kind: "refused", sentence: "The quote does not match." } : done()));
    const id = mark(session);
    session.edit(id, { note: "x" });
    session.judge("t1", { value: 2 });
    await settle();
    expect(session.state.model.spans.size).toBe(0);
    expect(session.state.history.undo.map(({ kind }) => kind)).toEqual(["judge"]);
    expect(session.state.refusal).toBe("Not saved. The quote does not match.");
    expect(sent.map(({ method }) => method)).toEqual(["POST", "PUT"]);
    session.undo();
    expect(session.state.refusal).toBeNull();
  });

  it("shows both versions of a mark that changed elsewhere, and sends mine against the new version when it stays", async () => {
    const theirs = span("s1", 6, 10, { version: 7, framing: "neutral", note: "theirs" });
    const { session, sent } = open((_request, times) => (times === 1 ? { kind: "conflict", current: theirs, version: 7, sentence: "Changed elsewhere." } : done({ version: 8 })), annotateDocument({ spans: [span("s1", 6, 10)] }));
    session.edit("s1", { framing: "advocacy" });
    await settle();
    expect(session.state.spanConflicts.get("s1")).toMatchObject({ mine: { framing: "advocacy" }, theirs: { framing: "neutral" } });
    session.settleSpan("s1", "mine");
    await settle();
    expect(sent[1]).toMatchObject({ method: "PATCH", body: { version: 7, framing: "advocacy", note: "" } });
    expect(session.state.spanConflicts.size).toBe(0);
  });

  it("takes the other version without sending anything", async () => {
    const theirs = span("s1", 6, 10, { version: 7, framing: "neutral" });
    const { session, sent } = open(() => ({ kind: "conflict", current: theirs, version: 7, sentence: "x" }), annotateDocument({ spans: [span("s1", 6, 10)] }));
    session.edit("s1", { framing: "advocacy" });
    await settle();
    session.settleSpan("s1", "theirs");
    await settle();
    expect(session.state.model.spans.get("s1")).toEqual(theirs);
    expect(sent).toHaveLength(1);
  });

  it("puts a mark that was deleted elsewhere back, or lets it go", async () => {
    const { session, sent } = open((_request, times) => (times === 1 ? { kind: "conflict", current: null, version: 4, sentence: "x" } : done({ version: 5 + times })), annotateDocument({ spans: [span("s1", 6, 10)] }));
    session.edit("s1", { note: "mine" });
    await settle();
    expect(session.state.spanConflicts.get("s1")?.theirs).toBeNull();
    session.settleSpan("s1", "mine");
    await settle();
    expect(sent.slice(1).map(({ method, path, body }) => [method, path.endsWith("/restore"), body.version])).toEqual([["POST", true, 4], ["PATCH", false, 7]]);
    expect(session.state.model.spans.get("s1")?.note).toBe("mine");
  });

  it("lets the person choose between two judgements", async () => {
    const { session, sent } = open((_request, times) => (times === 1 ? { kind: "conflict", current: { targetId: "t1", value: -1, version: 5 }, version: 5, sentence: "x" } : done({ version: 6 })));
    session.judge("t1", { value: 2 });
    await settle();
    expect(session.state.rowConflicts.get("judgement t1")).toMatchObject({ mine: { judgement: { value: 2 } }, theirs: { judgement: { value: -1 } } });
    session.settleRow("judgement t1", "mine");
    await settle();
    expect(sent[1]?.body).toEqual({ value: 2, confidence: null, note: "", version: 5 });
  });
});

describe("submitting", () => {
  it("names the judgement that is missing, and sends nothing", async () => {
    const { session, sent } = open(() => done(), annotateDocument());
    expect(await session.submit()).toEqual({ kind: "judgement", targetId: "t1" });
    expect(session.state.submission).toMatchObject({ step: "refused", sentence: "1 judgement is left: Council." });
    expect(sent).toHaveLength(0);
  });

  it("asks once when nothing is marked, then says so to the server", async () => {
    const { session, sent } = open(() => done({ state: "submitted", nextId: "a2" }));
    await session.submit();
    expect(session.state.submission.step).toBe("empty");
    expect(sent).toHaveLength(0);
    await session.submit(true);
    expect(sent[0]?.body).toEqual({ version: 3, confirmEmpty: true });
    expect(session.state.submission).toEqual({ step: "done", nextId: "a2" });
    session.select(selected());
    session.judge("t1", { value: -2 });
    expect(session.state.draft).toBeNull();
    expect(session.state.model.judgements.get("t1")?.value).toBe(0);
  });

  it("waits until everything is saved, and reads a return that came meanwhile before submitting again", async () => {
    const { session, sent } = open((request) => (request.path.endsWith("/submit") ? { kind: "conflict", current: { version: 4 }, version: 4, sentence: "Returned since you opened it." } : done()));
    mark(session);
    await session.submit();
    expect(sent.map(({ path }) => path.split("/").at(-1))).toEqual(["spans", "submit"]);
    expect(session.state.submission).toEqual({ step: "refused", sentence: "Returned since you opened it.", stale: true });
    session.judge("t1", { value: 1 });
    expect(session.state.submission).toEqual({ step: "none" });
  });

  it("does not submit while changes wait for the server", async () => {
    const { session, sent } = open(() => away);
    mark(session);
    await settle();
    await session.submit();
    expect(session.state.submission).toMatchObject({ step: "refused", sentence: expect.stringContaining("not saved yet") as string });
    expect(sent.some(({ path }) => path.endsWith("/submit"))).toBe(false);
    session.stop();
  });
});

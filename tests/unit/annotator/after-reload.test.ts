import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import { Elsewhere, type Standing } from "@/components/annotator/state/elsewhere";
import { AnnotatorSession } from "@/components/annotator/state/session";
import type { AnnotateDocument } from "@/components/annotator/types";
import { ALONE } from "@/components/annotator/unsent/lease";
import { Outbox } from "@/components/annotator/unsent/outbox";
import { MemoryShelf, type Shelf } from "@/components/annotator/unsent/shelf";
import { annotateDocument, span, t } from "./articles";

const OWNER = { projectId: "p1", memberId: "m1", userId: "u1" };
const AWAY: Outcome = { kind: "retry", signedOut: false, sentence: "x" };
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(300));
let ids = 0;

/** A sitting of one person at one device: the shelf is what outlives it. */
async function sit(shelf: Shelf, document: AnnotateDocument, answer: (request: WriteRequest) => Outcome) {
  const ports = { newId: () => `id${++ids}`, send: async (request: WriteRequest) => answer(request) };
  const outbox = new Outbox({ ...ports, owner: OWNER, shelf, turn: ALONE, isOwner: async () => true, channel: null });
  await outbox.ready;
  const session = new AnnotatorSession("p1", document, { ...ports, t, now: () => new Date(0), outbox, known: await outbox.opening("a1") });
  return { session, outbox };
}
const withSpans = (...spans: ReturnType<typeof span>[]): AnnotateDocument => annotateDocument({ spans, changes: spans.reduce((sum, { version }) => sum + version, 0) });
const done = (version: number): Outcome => ({ kind: "done", body: { version } });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what was not sent", () => {
  it("stands over the document again, and arrives", async () => {
    const shelf = new MemoryShelf();
    const before = await sit(shelf, withSpans(span("s1", 6, 10)), () => AWAY);
    before.session.edit("s1", { note: "mine" });
    before.session.remove("s1");
    await settle();
    before.outbox.stop();
    const sent: string[] = [];
    const after = await sit(shelf, withSpans(span("s1", 6, 10)), ({ method }) => (sent.push(method), done(sent.length + 1)));
    expect([...after.session.state.model.spans.keys()]).toEqual([]);
    expect(after.session.hasUnsent).toBe(true);
    await settle();
    expect([sent, after.session.hasUnsent]).toEqual([["PATCH", "DELETE"], false]);
  });
});

describe("a conflict", () => {
  const theirs = span("s1", 6, 10, { version: 5, framing: "neutral" });

  it("outlives a reload, with both versions, and ends with the one that the person chooses", async () => {
    const shelf = new MemoryShelf();
    const before = await sit(shelf, withSpans(span("s1", 6, 10)), () => ({ kind: "conflict", current: theirs, version: 5, sentence: "x" }));
    before.session.edit("s1", { framing: "advocacy" });
    await settle();
    expect(before.session.state.spanConflicts.size).toBe(1);
    const bodies: unknown[] = [];
    const after = await sit(shelf, withSpans(theirs), ({ body }) => (bodies.push(body), done(6)));
    expect(after.session.state.spanConflicts.get("s1")).toMatchObject({ mine: { framing: "advocacy" }, theirs: { framing: "neutral" } });
    expect(after.session.state.model.spans.get("s1")?.framing).toBe("advocacy");
    after.session.settleSpan("s1", "mine");
    await settle();
    expect(bodies).toMatchObject([{ version: 5, framing: "advocacy" }]);
    expect(after.outbox.records).toEqual([]);
  });

  it("is over when both sides say the same by now", async () => {
    const shelf = new MemoryShelf();
    const before = await sit(shelf, annotateDocument(), () => ({ kind: "conflict", current: { targetId: "t1", value: -1, version: 2 }, version: 2, sentence: "x" }));
    before.session.judge("t1", { value: 1 });
    await settle();
    expect(before.session.state.rowConflicts.size).toBe(1);
    const judged = annotateDocument({ judgements: [{ targetId: "t1", value: 1, confidence: null, note: "", version: 3 }] });
    const after = await sit(shelf, judged, () => done(4));
    expect(after.session.state.rowConflicts.size).toBe(0);
    await settle();
    expect(after.outbox.records).toEqual([]);
  });

  it("keeps words that were changed here after they were deleted elsewhere", async () => {
    const shelf = new MemoryShelf();
    await sit(shelf, withSpans(span("s1", 6, 10)), () => AWAY).then(async ({ session, outbox }) => {
      session.edit("s1", { note: "mine" });
      await settle();
      outbox.stop();
    });
    const after = await sit(shelf, withSpans(), () => ({ kind: "conflict", current: null, version: 3, sentence: "x" }));
    await settle();
    expect(after.session.state.spanConflicts.get("s1")).toMatchObject({ mine: { note: "mine" }, theirs: null });
  });
});

describe("what can be undone", () => {
  it("can still be undone after a reload, and done again", async () => {
    const shelf = new MemoryShelf();
    let version = 1;
    const before = await sit(shelf, withSpans(span("s1", 6, 10)), () => done(++version));
    before.session.edit("s1", { framing: "neutral" });
    await settle();
    const after = await sit(shelf, withSpans(span("s1", 6, 10, { version: 2, framing: "neutral" })), () => done(++version));
    after.session.undo();
    expect(after.session.state.model.spans.get("s1")?.framing).toBe("critical");
    after.session.redo();
    expect(after.session.state.model.spans.get("s1")?.framing).toBe("neutral");
  });

  it("is forgotten where another device changed the same mark since, and nowhere else", async () => {
    const shelf = new MemoryShelf();
    const before = await sit(shelf, withSpans(span("s1", 6, 10), span("s2", 11, 16)), () => done(2));
    before.session.edit("s1", { framing: "neutral" });
    before.session.edit("s2", { framing: "neutral" });
    await settle();
    const after = await sit(shelf, withSpans(span("s1", 6, 10, { version: 3, framing: "advocacy" }), span("s2", 11, 16, { version: 2, framing: "neutral" })), () => done(3));
    after.session.undo();
    after.session.undo();
    expect(after.session.state.model.spans.get("s1")?.framing).toBe("advocacy");
    expect(after.session.state.model.spans.get("s2")?.framing).toBe("critical");
  });
});

describe("work on another device", () => {
  /** A server with a document that others may change, and how often it was asked for what. */
  async function beside(start: AnnotateDocument) {
    const server = { document: start, asked: 0, read: 0 };
    const { session } = await sit(new MemoryShelf(), start, () => {
      server.document = { ...server.document, changes: server.document.changes + 1 };
      return done(2);
    });
    const elsewhere = new Elsewhere(session, {
      standing: async (): Promise<Standing> => (server.asked++, { state: server.document.assignment.state, changes: server.document.changes }),
      document: async () => (server.read++, server.document),
    });
    return { server, session, elsewhere };
  }
  const look = async (elsewhere: Elsewhere): Promise<void> => {
    elsewhere.look();
    await vi.advanceTimersByTimeAsync(1_000);
  };

  it("is not looked for after one's own changes", async () => {
    const { server, session, elsewhere } = await beside(withSpans(span("s1", 6, 10)));
    session.edit("s1", { note: "x" });
    await settle();
    await look(elsewhere);
    expect([server.asked, server.read]).toEqual([1, 0]);
  });

  it("shows here, and leaves what is being done as it is", async () => {
    const { server, session, elsewhere } = await beside(withSpans(span("s1", 6, 10)));
    session.open("s1");
    session.select({ parts: [{ start: 11, end: 16, quote: "words" }], words: 1, voice: "own", speaker: null });
    const { draft } = session.state;
    server.document = withSpans(span("s1", 6, 10, { version: 2, framing: "neutral" }), span("s2", 17, 22));
    await look(elsewhere);
    expect([...session.state.model.spans.values()].map(({ id, framing }) => [id, framing])).toEqual([["s1", "neutral"], ["s2", "critical"]]);
    expect(session.state.openId).toBe("s1");
    expect(session.state.draft).toBe(draft);
    await look(elsewhere);
    expect(server.read).toBe(1);
  });

  it("is told, not taken over, where a reviewer gave the article back", async () => {
    const { server, session, elsewhere } = await beside(withSpans());
    server.document = { ...withSpans(span("s2", 6, 10)), returns: [{ at: "", by: null, comment: "x", spanIds: [], number: 1 }] };
    await look(elsewhere);
    expect(session.state.submission).toMatchObject({ step: "refused", stale: true });
    expect(session.state.model.spans.size).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import type { AdjudicationPorts, Decided, Outcome } from "@/components/adjudicator/state/ports";
import type { DecisionBody } from "@/components/adjudicator/state/requests";
import { AdjudicationSession } from "@/components/adjudicator/state/session";
import type { AdjudicationDocument } from "@/components/adjudicator/types";
import { decided, documentOf, mark } from "./world";

type Sent = { body: DecisionBody; operationId: string; answer: (outcome: Outcome<Decided>) => void };

/** A session whose requests wait until the test answers them. */
function sitting(document: AdjudicationDocument) {
  const sent: Sent[] = [];
  let [ids, now] = [0, document];
  const fine = async (): Promise<Outcome<unknown>> => ({ kind: "done", body: null });
  const ports: AdjudicationPorts = {
    newId: () => `id-${(ids += 1)}`, now: () => new Date(0),
    decide: (body, operationId) => new Promise((answer) => sent.push({ body, operationId, answer })),
    bulk: fine, reopen: fine, settle: async () => ({ kind: "refused", sentence: "Not yet." }), claim: async () => ({ kind: "done", body: document.adjudication }), read: async () => now,
  };
  const taken = (id: string): Outcome<Decided> => ({ kind: "done", body: { ...decided(id), adjudication: { version: 2, undecided: 1 } } });
  return { session: new AdjudicationSession(document, ports), sent, taken, become: (next: AdjudicationDocument) => void (now = next) };
}
const settle = (): Promise<void> => new Promise((done) => setTimeout(done));
const SPANS = () => [mark("ann", "dragged its feet"), mark("ben", "dragged its feet", { framing: "neutral" }), mark("cem", "stepped in")];

describe("adopting a version", () => {
  it("shows the decision at once, goes on to what is open, and keeps what the server answers", async () => {
    const { session, sent, taken } = sitting(documentOf(SPANS()));
    const [first, second] = session.state.clusters;
    session.adopt(2);
    expect(session.state.clusters[0]!.decision?.settled[0]?.framing).toBe("neutral");
    expect(session.state.currentKey).toBe(second!.key);
    expect(sent[0]!.body).toMatchObject({ method: "adopted", from: [first!.spans[1]!.id], replaces: [], spans: first!.spans.map(({ id, version }) => ({ id, version })) });
    expect(session.unsaved).toBe(true);
    sent[0]!.answer(taken(sent[0]!.body.id));
    await settle();
    expect(session.unsaved).toBe(false);
    expect(session.state.document.clusters[0]!.replaces).toEqual([sent[0]!.body.id]);
    expect(session.state.document.adjudication).toMatchObject({ version: 2, undecided: 1 });
  });

  it("does nothing for a digit without a version, nor while a draft is open", () => {
    const { session, sent } = sitting(documentOf(SPANS()));
    session.adopt(7);
    session.edit();
    session.adopt(1);
    expect(sent).toHaveLength(0);
  });
});

describe("a decision that is not taken", () => {
  it("stays with its reason, counts as open, and goes again under the same operation", async () => {
    const { session, sent, taken } = sitting(documentOf(SPANS()));
    const [first] = session.state.clusters;
    session.adopt(1);
    sent[0]!.answer({ kind: "retry", sentence: "No answer." });
    await settle();
    expect(session.state.waiting.get(first!.key)).toMatchObject({ state: "failed", sentence: "No answer." });
    expect(session.state.clusters[0]!.decision).toBeNull();
    session.retry(first!.key);
    expect(sent[1]).toMatchObject({ body: sent[0]!.body, operationId: sent[0]!.operationId });
    sent[1]!.answer(taken(sent[1]!.body.id));
    await settle();
    expect(session.state.waiting.size).toBe(0);
  });

  it("stands beside the one that somebody made meanwhile, and replaces it only when told to", async () => {
    const { session, sent, become } = sitting(documentOf(SPANS()));
    const { document } = session.state;
    const key = document.clusters[0]!.key;
    session.adopt(1);
    const theirs = decided("theirs");
    become({ ...document, clusters: document.clusters.map((cluster, i) => (i === 0 ? { ...cluster, decision: theirs, replaces: ["theirs"] } : cluster)) });
    sent[0]!.answer({ kind: "conflict", current: theirs, sentence: "Meanwhile." });
    await settle();
    expect(session.state.waiting.get(key)).toMatchObject({ state: "conflict", theirs: { id: "theirs" } });
    expect(session.state.clusters[0]!.decision?.id).toBe("theirs");
    session.insist(key);
    expect(sent[1]!.body).toMatchObject({ replaces: ["theirs"], from: sent[0]!.body.from });
    expect(sent[1]!.body.id).not.toBe(sent[0]!.body.id);
  });

  it("goes when it is let go, and the other one stands", async () => {
    const { session, sent } = sitting(documentOf(SPANS()));
    const key = session.state.currentKey!;
    session.adopt(1);
    sent[0]!.answer({ kind: "conflict", current: decided("theirs"), sentence: "Meanwhile." });
    await settle();
    session.letGo(key);
    expect(session.unsaved).toBe(false);
  });
});

describe("other decisions", () => {
  it("keeps two versions that say different things", () => {
    const { session, sent } = sitting(documentOf(SPANS()));
    expect(session.keep()).toBe(true);
    expect(sent[0]!.body.settled.map(({ framing }) => framing)).toEqual(["critical", "neutral"]);
  });

  it("merges edges at once where all say the same, else asks what they are to say", () => {
    const same = sitting(documentOf([mark("ann", "dragged its feet"), mark("ben", "feet")]));
    const parts = same.session.current!.spans[1]!.parts;
    same.session.merge(parts);
    expect(same.sent[0]!.body).toMatchObject({ method: "merged", settled: [{ parts }] });
    const other = sitting(documentOf(SPANS()));
    other.session.merge(parts);
    expect(other.sent).toHaveLength(0);
    expect(other.session.state.draft).toMatchObject({ parts, key: other.session.state.currentKey });
  });

  it("records a draft as edited, and a mark that nobody made as added", () => {
    const { session, sent } = sitting(documentOf(SPANS()));
    session.edit(2);
    session.change({ note: "Because." });
    session.record();
    session.add();
    session.record();
    expect(session.state.draft).not.toBeNull();
    session.change({ parts: [{ start: 0, end: 7, quote: "Harbour" }], codes: { ...session.state.draft!.codes, targetId: "port", framing: "advocacy" } });
    session.record();
    expect(sent.map(({ body }) => [body.method, body.spans.length])).toEqual([["edited", 2], ["added", 0]]);
  });

  it("says why an act was refused, and may be asked again", async () => {
    const { session } = sitting(documentOf(SPANS()));
    expect(await session.settle()).toBe(false);
    expect(session.state).toMatchObject({ refusal: "Not yet.", busy: null });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import type { Channel, Message } from "@/components/annotator/unsent/channel";
import { claimed, LEASE_MS, type Lease, leaseTurn } from "@/components/annotator/unsent/lease";
import { byArticle, look } from "@/components/annotator/unsent/look";
import { Outbox } from "@/components/annotator/unsent/outbox";
import type { OutboxPorts, Pushed } from "@/components/annotator/unsent/ports";
import { asText, countWaiting, type Entry, joined, type Kept, requestFor } from "@/components/annotator/unsent/record";
import { MemoryShelf } from "@/components/annotator/unsent/shelf";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { span } from "./articles";

const PLACE = { projectId: "p1", assignmentId: "a1", revisionId: "r1", codebookVersionId: "c1" };
const OWNER = { projectId: "p1", memberId: "m1", userId: "u1" };
const create = (id: string, assignmentId = "a1"): Pushed => ({ place: { ...PLACE, assignmentId }, title: `Article ${assignmentId}`, change: { kind: "create", span: span(id, 6, 10) }, inverse: { kind: "delete", id }, mine: span(id, 6, 10), base: 0 });
const edit = (id: string, note: string, base = 1): Pushed => ({ place: PLACE, title: "Article a1", change: { kind: "edit", id, fields: { note } }, inverse: { kind: "edit", id, fields: { note: "" } }, mine: span(id, 6, 10, { note }), base });
const entry = (pushed: Pushed, more: Partial<Entry> = {}): Entry => ({ ...pushed, operationId: "o", memberId: "m1", userId: "u1", request: null, aside: null, ...more });
const done = (version = 1): Outcome => ({ kind: "done", body: { version } });
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

/** Lines between tabs of one browser; what one tells, the others hear. */
function browser() {
  const lines = new Set<{ hear: (message: Message) => void }>();
  return (): Channel => {
    const line = { hear: (_: Message): void => undefined };
    lines.add(line);
    return { tell: (message) => [...lines].filter((one) => one !== line).forEach(({ hear }) => hear(structuredClone(message))), hear: (listener) => void (line.hear = listener) };
  };
}

let ids = 0;
function tab(send: (request: WriteRequest, operationId: string) => Outcome | Promise<Outcome>, more: Partial<OutboxPorts> = {}): Outbox {
  return new Outbox({ owner: OWNER, shelf: new MemoryShelf(), turn: { take: (work) => work(async () => true) }, newId: () => `op${++ids}`, send: async (request, id) => send(request, id), isOwner: async () => true, channel: null, ...more });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("joining", () => {
  it("makes one change of an edit on an edit, and of an edit on a new mark, while neither was tried", () => {
    expect(joined(entry(edit("s1", "a")), entry(edit("s1", "ab")))).toMatchObject({ change: { fields: { note: "ab" } }, inverse: { fields: { note: "" } }, mine: { note: "ab" } });
    expect(joined(entry(create("s1")), entry(edit("s1", "a")))?.change).toMatchObject({ kind: "create", span: { note: "a" } });
  });

  it("joins nothing that was tried, set aside, or is about another mark, article or codebook", () => {
    const next = entry(edit("s1", "ab"));
    const request = requestFor(next, {});
    expect(joined(entry(edit("s1", "a"), { request }), next)).toBeNull();
    expect(joined(entry(edit("s1", "a"), { aside: { kind: "refused", sentence: "x" } }), next)).toBeNull();
    expect(joined(entry(edit("s2", "a")), next)).toBeNull();
    expect(joined(entry({ ...edit("s1", "a"), place: { ...PLACE, assignmentId: "a2" } }), next)).toBeNull();
    expect(joined(entry({ ...edit("s1", "a"), place: { ...PLACE, codebookVersionId: "c2" } }), next)).toBeNull();
  });

  it("counts what waits as it will be sent", () => {
    const kept: Kept[] = [{ ...entry(create("s1")), seq: 1 }];
    expect(countWaiting(kept, [entry(edit("s1", "a")), entry(edit("s2", "b")), entry(edit("s2", "c"))])).toBe(2);
  });
});

describe("the order of sending", () => {
  it("sends what was made in order, over articles, and against the newest version of each row", async () => {
    const sent: [string, string, unknown][] = [];
    const outbox = tab(({ method, path, body }) => {
      sent.push([method, path.split("/").at(-1) ?? "", body["version"] ?? body["id"]]);
      return done(sent.length + 4);
    });
    outbox.push(create("s1"));
    outbox.push(create("t1", "a2"));
    outbox.push(edit("s1", "a", 0));
    await settle();
    expect(sent).toEqual([["POST", "spans", "s1"], ["POST", "spans", "t1"], ["PATCH", "s1", 5]]);
    expect(outbox.records).toEqual([]);
  });

  it("goes on with what another sitting left, under the same operation and body", async () => {
    const shelf = new MemoryShelf();
    const first = tab(() => new Promise(() => undefined), { shelf });
    first.push(create("s1"));
    await settle();
    const [left] = await shelf.all("m1");
    const sent: unknown[] = [];
    tab((request, id) => (sent.push([id, request]), done()), { shelf });
    await settle();
    expect(sent).toEqual([[left?.operationId, left?.request]]);
    expect(await shelf.all("m1")).toEqual([]);
  });

  it("leaves alone what somebody else left", async () => {
    const shelf = new MemoryShelf();
    await shelf.add([entry(create("s1"), { memberId: "m2" })]);
    const sent: unknown[] = [];
    const outbox = tab((request) => (sent.push(request), done()), { shelf });
    await settle();
    expect([sent, outbox.records]).toEqual([[], []]);
    expect(await shelf.all("m2")).toHaveLength(1);
  });
});

describe("refusals", () => {
  const gone: Outcome = { kind: "refused", sentence: "There is nothing here.", doubtful: true };

  it("believes what strangers are told only when the owner is signed in", async () => {
    let isOwner: boolean | null = false;
    const outbox = tab(() => gone, { isOwner: async () => isOwner });
    outbox.push(create("s1"));
    await settle();
    expect(outbox.sending()).toMatchObject({ phase: "waiting", unsent: 1, problem: { other: true } });
    isOwner = null;
    outbox.retryNow();
    await settle();
    expect(outbox.sending()).toMatchObject({ phase: "waiting", problem: { other: false } });
    isOwner = true;
    outbox.retryNow();
    await settle();
    expect(outbox.sending().phase).toBe("idle");
    expect(outbox.records).toMatchObject([{ aside: { kind: "refused", sentence: "There is nothing here." } }]);
  });

  it("keeps what was refused and what was built on it, and sends the rest", async () => {
    const sent: string[] = [];
    const outbox = tab(({ method }) => (sent.push(method), method === "POST" ? { kind: "refused", sentence: "Submitted." } : done()));
    outbox.push(create("s1"));
    outbox.push({ ...edit("s2", "b") });
    outbox.push({ ...edit("s1", "a") });
    await settle();
    expect(sent).toEqual(["POST", "PATCH"]);
    expect(outbox.records.map(({ aside }) => aside)).toEqual([{ kind: "refused", sentence: "Submitted." }, { kind: "refused", sentence: "Submitted." }]);
    const { refused, conflicts, waiting } = look(outbox.records, () => false);
    expect([refused.length, conflicts.length, waiting.length, byArticle(refused).length]).toEqual([2, 0, 0, 1]);
    expect(asText(refused, translator("en", english, "unsent.was"))).toBe("Article a1\n- Critical: xxxx. a");
    await outbox.discard(refused);
    expect(outbox.records).toEqual([]);
  });
});

describe("two tabs", () => {
  it("show each other's changes, and send each once", async () => {
    const [shelf, line, sent, made, settled] = [new MemoryShelf(), browser(), [] as string[], [] as string[], [] as string[]];
    const send = (_: WriteRequest, id: string): Outcome => (sent.push(id), done());
    const [one, two] = [tab(send, { shelf, channel: line() }), tab(send, { shelf, channel: line() })];
    two.attach("a1", { made: (records) => made.push(...records.map(({ change }) => change.kind)), settled: ({ outcome }) => settled.push(outcome.kind), chosen: () => undefined, changed: () => undefined });
    one.push(create("s1"));
    await settle();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([made, settled]).toEqual([["create"], ["done"]]);
    expect(new Set(sent).size).toBe(sent.length);
    expect(two.records).toEqual([]);
  });

  it("do not stand in each other's way over the version of a row", async () => {
    const shelf = new MemoryShelf();
    const versions: unknown[] = [];
    const send = ({ body }: WriteRequest): Outcome => (versions.push(body["version"]), done(Number(body["version"]) + 1));
    const [one, two] = [tab(send, { shelf }), tab(send, { shelf })];
    one.push(edit("s1", "a", 1));
    await settle();
    two.push(edit("s1", "b", 1));
    await settle();
    expect(versions).toEqual([1, 2]);
  });
});

describe("a lease", () => {
  it("is for one at a time, can be renewed, and ends by itself", () => {
    const first = claimed(undefined, "a", 1_000);
    expect(first).toEqual({ holder: "a", until: 1_000 + LEASE_MS });
    expect(claimed(first, "b", 2_000)).toBe(first);
    expect(claimed(first, "a", 2_000).until).toBe(2_000 + LEASE_MS);
    expect(claimed(first, "b", 1_000 + LEASE_MS).holder).toBe("b");
  });

  it("does not outlive a clock that is set back", () => {
    expect(claimed({ holder: "a", until: 9_000_000 }, "b", 1_000).holder).toBe("b");
  });

  it("passes from a tab that was ended in the middle within its time, and at once from one that is done", async () => {
    const leases = new Map<string, Lease>();
    const store = {
      claim: async (name: string, holder: string, now: number) => {
        const lease = claimed(leases.get(name), holder, now);
        leases.set(name, lease);
        return lease;
      },
      release: async (name: string, holder: string) => void (leases.get(name)?.holder === holder && leases.delete(name)),
    };
    const turn = (holder: string) => leaseTurn({ store, name: "n", holder, now: Date.now });
    // Ended in the middle: it took its turn and never came back.
    await store.claim("n", "dead", Date.now());
    const log: string[] = [];
    const [a, b] = [turn("a").take(async () => void log.push("a")), turn("b").take(async () => void log.push("b"))];
    await vi.advanceTimersByTimeAsync(LEASE_MS - 1);
    expect(log).toEqual([]);
    await vi.advanceTimersByTimeAsync(LEASE_MS);
    await Promise.all([a, b]);
    expect([...log].sort()).toEqual(["a", "b"]);
    expect(leases.size).toBe(0);
  });

  it("is kept while its holder works, and told when it was lost", async () => {
    let lease: Lease | undefined;
    const store = { claim: async (_: string, holder: string, now: number) => (lease = claimed(lease, holder, now)), release: async () => undefined };
    let end = (): void => undefined;
    const held: boolean[] = [];
    const work = leaseTurn({ store, name: "n", holder: "a", now: Date.now }).take(async (mine) => {
      await new Promise<void>((resolve) => (end = resolve));
      held.push(await mine());
    });
    await vi.advanceTimersByTimeAsync(3 * LEASE_MS);
    expect(lease?.holder).toBe("a");
    lease = { holder: "b", until: Date.now() + LEASE_MS };
    end();
    await work;
    expect(held).toEqual([false]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import { ALONE } from "@/components/annotator/unsent/lease";
import { Outbox } from "@/components/annotator/unsent/outbox";
import type { Pushed } from "@/components/annotator/unsent/ports";
import type { Entry } from "@/components/annotator/unsent/record";
import { SafeShelf } from "@/components/annotator/unsent/safe-shelf";
import { MemoryShelf, type Shelf } from "@/components/annotator/unsent/shelf";
import { span } from "./articles";

const PLACE = { projectId: "p1", assignmentId: "a1", revisionId: "r1", codebookVersionId: "c1" };
const create = (id: string): Pushed => ({ place: PLACE, title: "Article a1", change: { kind: "create", span: span(id, 6, 10) }, inverse: { kind: "delete", id }, mine: span(id, 6, 10), base: 0 });
const entry = (pushed: Pushed): Entry => ({ ...pushed, operationId: "o", memberId: "m1", userId: "u1", request: null, aside: null });
const done = (): Outcome => ({ kind: "done", body: { version: 1 } });
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

let ids = 0;
function tab(send: (request: WriteRequest, operationId: string) => Outcome, { shelf }: { readonly shelf: Shelf }): Outbox {
  return new Outbox({ owner: { projectId: "p1", memberId: "m1", userId: "u1" }, shelf, turn: ALONE, newId: () => `op${++ids}`, send: async (request, id) => send(request, id), isOwner: async () => true, channel: null });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a disk that is full", () => {
  it("leaves to the memory of the tab what it does not take, behind what it took", async () => {
    const disk = new MemoryShelf();
    const sent: unknown[] = [];
    let isAway = true;
    let isFull = false;
    const shelf = new SafeShelf(new Proxy(disk, { get: (on, name) => (name === "add" && isFull ? () => Promise.reject(new Error("QuotaExceededError")) : name === "outlivesTab" ? true : (Reflect.get(on, name) as () => unknown).bind(on)) }) as never);
    const outbox = tab(({ body }) => (isAway ? { kind: "retry", signedOut: false, sentence: "x" } : (sent.push(body["id"]), done())), { shelf });
    outbox.push(create("s1"));
    await settle();
    expect([outbox.isFragile, outbox.sending().safe]).toEqual([false, true]);
    isFull = true;
    outbox.push(create("s2"));
    await settle();
    isFull = false;
    outbox.push(create("s3"));
    await settle();
    expect(outbox.sending()).toMatchObject({ unsent: 3, safe: false });
    expect(outbox.isFragile).toBe(true);
    isAway = false;
    outbox.retryNow();
    await settle();
    expect(sent).toEqual(["s1", "s2", "s3"]);
    expect([outbox.isFragile, outbox.sending().safe, outbox.records]).toEqual([false, true, []]);
  });

  it("sends what stands on it all the same, each time as the same operation and request", async () => {
    const disk = new MemoryShelf();
    await disk.add([entry(create("s1"))]);
    const sent: unknown[] = [];
    let isAway = true;
    const shelf = new SafeShelf(broken(disk, "next", () => new DOMException("full", "QuotaExceededError")));
    const outbox = tab((request, id) => (sent.push([id, request]), isAway ? { kind: "retry", signedOut: false, sentence: "x" } : done()), { shelf });
    await settle();
    expect([sent.length, outbox.sending().phase]).toEqual([1, "waiting"]);
    isAway = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([sent[0], sent[0]]);
    expect([outbox.records, await disk.all("m1"), await outbox.drained()]).toEqual([[], [], true]);
  });

  it("makes the outbox wait, not try without end, when it lets nothing go", async () => {
    const disk = new MemoryShelf();
    await disk.add([entry(create("s1"))]);
    let tries = 0;
    const outbox = tab(() => (tries++, done()), { shelf: new SafeShelf(broken(broken(disk, "done", () => new Error("full")), "discard", () => new Error("full"))) });
    await settle();
    expect([tries, outbox.sending().phase, await outbox.drained()]).toEqual([1, "waiting", false]);
    outbox.stop();
  });
});

describe("a disk whose connection died", () => {
  const died = (): Error => new DOMException("The connection is closed.", "InvalidStateError");

  it("is not taken for one with nothing on it", async () => {
    const disk = new MemoryShelf();
    let isDead = false;
    const shelf = new SafeShelf(new Proxy(disk, { get: (on, name) => (name === "reopen" || isDead ? () => Promise.reject(died()) : (Reflect.get(on, name) as () => unknown).bind(on)) }) as never);
    const outbox = tab(() => ({ kind: "retry", signedOut: false, sentence: "x" }), { shelf });
    outbox.push(create("s1"));
    await settle();
    isDead = true;
    outbox.retryNow();
    await settle();
    expect([outbox.sending().unsent, outbox.sending().phase, await outbox.drained()]).toEqual([1, "waiting", false]);
    outbox.stop();
  });

  it("is opened again", async () => {
    const disk = new MemoryShelf();
    await disk.add([entry(create("s1"))]);
    let isDead = true;
    const reopen = async (): Promise<void> => void (isDead = false);
    const shelf = new SafeShelf(new Proxy(disk, { get: (on, name) => (name === "reopen" ? reopen : isDead ? () => Promise.reject(died()) : (Reflect.get(on, name) as () => unknown).bind(on)) }) as never);
    expect(await shelf.all("m1")).toHaveLength(1);
  });
});

/** A disk that fails at one thing. */
function broken<T extends object>(disk: T, what: string, why: () => Error): never {
  return new Proxy(disk, { get: (on, name) => (name === what ? () => Promise.reject(why()) : (Reflect.get(on, name) as () => unknown).bind(on)) }) as never;
}

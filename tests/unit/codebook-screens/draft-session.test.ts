import { describe, expect, it } from "vitest";
import { DraftSession, type SaveAnswer } from "@/components/codebook/edit/draft-session";
import type { CodebookContent } from "@/lib/codebook/content";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";

const named = (name: string): CodebookContent => ({ ...FRAMING_PRESET, name });
const rename = (name: string) => (content: CodebookContent): CodebookContent => ({ ...content, name });

/** A server that keeps one draft, and a clock that moves when told. */
function bench() {
  const server = { version: 1, content: named("start"), next: [] as SaveAnswer[], saves: [] as string[] };
  const timers = new Map<number, { at: number; work: () => void }>();
  let [now, ids] = [0, 0];
  const session = new DraftSession({ version: 1, content: server.content }, {
    save: (version, content) => {
      server.saves.push(content.name);
      const told = server.next.shift();
      if (told) return Promise.resolve(told);
      if (version !== server.version) return Promise.resolve({ kind: "stale", current: { version: server.version, content: server.content } });
      server.version += 1;
      server.content = content;
      return Promise.resolve({ kind: "saved", version: server.version, content });
    },
    later: (ms, work) => {
      const id = ++ids;
      timers.set(id, { at: now + ms, work });
      return () => void timers.delete(id);
    },
    now: () => now,
  });
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    for (const [id, timer] of [...timers]) if (timer.at <= now && timers.delete(id)) timer.work();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { server, session, pass };
}

describe("a draft that is edited", () => {
  it("is saved once, a moment after the last change, and says when", async () => {
    const { server, session, pass } = bench();
    session.edit(rename("a"));
    session.edit(rename("ab"));
    expect(session.unsaved).toBe(true);
    await pass(1000);
    expect(server.saves).toEqual(["ab"]);
    expect(session.state()).toMatchObject({ save: "saved", version: 2, savedAt: 1000 });
    expect(session.unsaved).toBe(false);
  });

  it("sends what was typed while a save ran with the next one", async () => {
    const { server, session, pass } = bench();
    session.edit(rename("a"));
    const first = session.flush();
    session.edit(rename("ab"));
    await first;
    await pass(1000);
    expect(server.saves).toEqual(["a", "ab"]);
    expect(server).toMatchObject({ version: 3, content: { name: "ab" } });
  });

  it("waits while there is no connection, tries again, and loses nothing", async () => {
    const { server, session, pass } = bench();
    server.next.push({ kind: "unreachable" }, { kind: "unreachable" });
    session.edit(rename("a"));
    await pass(1000);
    expect(session.state().save).toBe("offline");
    await pass(5000);
    expect(session.unsaved).toBe(true);
    session.retryNow();
    await pass(0);
    expect(server.content.name).toBe("a");
    expect(session.state().save).toBe("saved");
  });

  it("names the places of a refusal, and forgets them when it is put right", async () => {
    const { server, session, pass } = bench();
    server.next.push({ kind: "refused", detail: "not right", errors: [{ path: "/name", message: "must not be empty" }] });
    session.edit(rename(""));
    await pass(1000);
    expect(session.state()).toMatchObject({ save: "refused", errors: [{ path: "/name" }] });
    session.edit(rename("right"));
    await pass(1000);
    expect(session.state()).toMatchObject({ save: "saved", errors: [] });
  });

  it("stops at a draft that somebody else saved, and saves on top of it once it is settled", async () => {
    const { server, session, pass } = bench();
    [server.version, server.content] = [5, named("theirs")];
    session.edit(rename("mine"));
    await pass(1000);
    expect(session.state()).toMatchObject({ save: "clash", theirs: { version: 5, content: { name: "theirs" } } });
    session.edit(rename("mine too"));
    await pass(9000);
    expect(server.content.name).toBe("theirs");
    expect(await session.settle(named("both"))).toBe(true);
    expect(server).toMatchObject({ version: 6, content: { name: "both" } });
    expect(session.state()).toMatchObject({ save: "saved", theirs: null });
  });

  it("sees its own earlier save behind a lost answer", async () => {
    const { server, session, pass } = bench();
    // The keys come back in another order.
    [server.version, server.content] = [2, Object.fromEntries(Object.entries(named("mine")).reverse()) as CodebookContent];
    session.edit(rename("mine"));
    await pass(1000);
    expect(session.state()).toMatchObject({ save: "saved", version: 2, theirs: null });
  });

  it("takes no more changes once the draft is gone", async () => {
    const { server, session, pass } = bench();
    server.next.push({ kind: "gone" });
    session.edit(rename("late"));
    await pass(1000);
    session.edit(rename("later"));
    expect(session.state()).toMatchObject({ save: "gone", content: { name: "late" } });
  });

  it("goes on from what the server wrote into it", async () => {
    const { server, session, pass } = bench();
    [server.version, server.content] = [2, named("with a preset")];
    session.replace({ version: 2, content: server.content });
    expect(session.unsaved).toBe(false);
    session.edit(rename("on top"));
    await pass(1000);
    expect(server).toMatchObject({ version: 3, content: { name: "on top" } });
  });
});

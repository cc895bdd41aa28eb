import { describe, expect, it } from "vitest";
import type { Outcome, WriteRequest } from "@/components/annotator/api";
import type { Selected } from "@/components/annotator/marking/draft";
import { AnnotatorSession } from "@/components/annotator/state/session";
import { annotateDocument, t } from "./articles";

/** A session whose server answers what the test says, else with a new version. */
function open(answer: (request: WriteRequest) => Outcome = () => ({ kind: "done", body: { version: 1 } })) {
  const sent: WriteRequest[] = [];
  let ids = 0;
  const session = new AnnotatorSession("p1", annotateDocument(), {
    t,
    newId: () => `id${++ids}`,
    now: () => new Date(0),
    send: async (request) => {
      sent.push(request);
      return answer(request);
    },
  });
  return { session, sent };
}
const words = (start: number, quote: string, voice: Selected["voice"] = "own"): Selected => ({ parts: [{ start, end: start + quote.length, quote }], words: 1, voice, speaker: null });

describe("repeating the last code", () => {
  it("marks the next words with the same framing, target and voice, whatever the place proposes", () => {
    const { session } = open();
    session.select(words(6, "Some"));
    session.changeDraft({ framing: "critical", targetId: "t2", voice: "reported" });
    session.mark();
    session.select(words(11, "words", "direct"));
    expect(session.repeat()).toBe(true);
    expect([...session.state.model.spans.values()].map(({ framing, targetId, voice, attribution }) => [framing, targetId, voice, attribution])).toEqual([["critical", "t2", "quoted", "reported"], ["critical", "t2", "quoted", "reported"]]);
  });

  it("says why it cannot before anything is marked, and keeps the words chosen", () => {
    const { session } = open();
    session.select(words(6, "Some"));
    expect(session.repeat()).toBe(false);
    expect(session.state).toMatchObject({ notice: "Nothing is marked yet that could be repeated.", draft: { selected: { parts: [{ quote: "Some" }] } } });
  });
});

describe("putting the article aside", () => {
  const aside = { id: "a1", skippedAt: "2026-11-05T09:00:00.000Z", skipReason: "Its text is broken", flaggedAt: null, flagNote: "", nextId: "a2" };

  it("goes to the server at once and shows what it answers", async () => {
    const { session, sent } = open(() => ({ kind: "done", body: aside }));
    expect(await session.setAside({ do: "skip", reason: "Its text is broken" })).toMatchObject({ nextId: "a2" });
    expect(sent).toEqual([{ method: "POST", path: "/projects/p1/assignments/a1/skip", body: { reason: "Its text is broken" } }]);
    expect(session.state.assignment).toMatchObject({ version: 3, skippedAt: aside.skippedAt, skipReason: "Its text is broken" });
  });

  it("changes nothing and says why when the server is away", async () => {
    const { session } = open(() => ({ kind: "retry", signedOut: false, sentence: "The server cannot be reached." }));
    const before = session.state;
    expect(await session.setAside({ do: "flag", note: "" })).toEqual({ sentence: "The server cannot be reached." });
    expect(session.state).toBe(before);
  });
});

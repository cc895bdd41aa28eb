import { describe, expect, it } from "vitest";
import { openSuggestions, stepSuggestion, suggestionSpoken } from "@/components/annotator/suggestions/suggestion-list";
import { AnnotatorSession } from "@/components/annotator/state/session";
import type { WriteRequest } from "@/components/annotator/api";
import type { Suggestion } from "@/lib/annotations/suggest";
import { annotateDocument, span, t } from "./articles";

const one = (start: number, quote: string, more: Partial<Suggestion> = {}): Suggestion => ({ start, end: start + quote.length, quote, targetId: "t1", framing: "critical", n: 2, others: [], ...more });
const list = [one(6, "Some words"), one(17, "stand"), one(23, "here", { targetId: "t2" })];

describe("suggestions on the screen", () => {
  it("go where a mark with their target is made, and where the same words were dismissed for it", () => {
    const marks = new Map([["m", span("m", 20, 27)]]);
    expect(openSuggestions(list, marks, []).map((it) => it.quote)).toEqual(["Some words", "here"]);
    expect(openSuggestions(list, new Map(), [{ quote: "STAND", targetId: "t1" }, { quote: "here", targetId: "t1" }]).map((it) => it.quote)).toEqual(["Some words", "here"]);
  });

  it("are gone through in turn, from the caret when none is looked at", () => {
    expect([stepSuggestion(list, 6, 0, 1), stepSuggestion(list, 6, 0, -1), stepSuggestion(list, null, 10, 1), stepSuggestion(list, null, 10, -1), stepSuggestion(list, null, 99, 1), stepSuggestion([], null, 0, 1)].map((it) => it?.quote)).toEqual(["stand", "here", "stand", "Some words", "Some words", undefined]);
  });

  it("make marks that say where they come from, also when they were changed before", () => {
    const sent: WriteRequest[] = [];
    let ids = 0;
    const session = new AnnotatorSession("p1", annotateDocument(), { t, newId: () => `id${++ids}`, now: () => new Date(0), send: async (request) => (sent.push(request), { kind: "done", body: { version: 1 } }) });
    const selected = { parts: [{ start: 6, end: 16, quote: "Some words" }], words: 2, voice: "direct", speaker: null } as const;
    session.takeUp(selected, { targetId: "t2", framing: "advocacy" });
    expect(session.state.draft).toMatchObject({ targetId: "t2", framing: "advocacy", voice: "direct" });
    session.changeDraft({ framing: "neutral" });
    expect(session.mark()).toBe(true);
    expect([...session.state.model.spans.values()]).toMatchObject([{ fromSuggestion: true, framing: "neutral", voice: "quoted", attribution: "direct" }]);
    session.select(selected);
    session.mark();
    expect([...session.state.model.spans.values()][1]).toMatchObject({ fromSuggestion: false });
    expect(suggestionSpoken(one(6, "Some words", { others: [{ targetId: "t2", framing: "neutral", n: 1 }] }), list, session.naming)).toContain("You coded it so 2 times before; also Neutral toward Mayor, once.");
  });
});

import { describe, expect, test } from "vitest";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { countedVoices, type MarksQuery, marksParams, marksQueryFrom, readMarkCursor, writeMarkCursor } from "@/lib/stance/marks-query";

const [A, B] = ["0197a000-0000-7000-8000-00000000000a", "0197a000-0000-7000-8000-00000000000b"];
const query: MarksQuery = { choice: { ...DEFAULT_STANCE, by: "publisher", voice: "all", targetIds: [A] }, targetId: A, groupId: B, workId: null, articleId: null, coderId: A, voice: "none", framing: "critical" };
const refused = (asked: Record<string, string | string[]>): string | null => {
  const found = marksQueryFrom(asked);
  return found.ok ? null : found.error.field;
};

describe("the address of a list of marks", () => {
  test("reads back as the query that it was written for", () => {
    expect(marksQueryFrom(marksParams(query))).toEqual({ ok: true, value: query });
  });
  test.each([
    [{ target: A }, "outlet"], [{ outlet: B }, "target"], [{ target: `${A},${B}`, outlet: B }, "target"], [{ target: A, outlet: "x" }, "outlet"], [{ target: A, outlet: B, in: "mine" }, "in"],
    [{ target: A, outlet: B, framing: "good" }, "framing"], [{ target: A, outlet: [A, B] }, "outlet"], [{ target: A, outlet: B, voice: "mine" }, "voice"], [{ target: A, outlet: B, coder: "x" }, "coder"],
  ])("refuses %j by its field", (asked, field) => expect(refused(asked)).toBe(field));
});

describe("the voices that are listed", () => {
  test("are those of the choice, or the one that is asked for, and a publisher's own words only by publisher", () => {
    expect(countedVoices("outlet", null, "own")).toEqual(["own"]);
    expect(countedVoices("publisher", null, "own")).toEqual(["own", "publisher"]);
    expect(countedVoices("outlet", null, "all")).toEqual(["own", "quoted", "embedded", "none"]);
    expect(countedVoices("publisher", "quoted", "own")).toEqual(["quoted"]);
  });
});

test("a cursor reads back, and nothing else is one", () => {
  const at = { articleId: A, start: 7, spanId: B };
  expect(readMarkCursor(writeMarkCursor(at))).toEqual(at);
  for (const text of ["", "x", `${A}.7`, `${A}.-1.${B}`, `${A}.7.${B}.1`]) expect(readMarkCursor(text)).toBeNull();
});

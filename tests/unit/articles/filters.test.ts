import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "@/lib/articles/cursor";
import { isFiltered, readQuery, writeQuery } from "@/lib/articles/filters";
import { progressOf } from "@/lib/articles/progress";

const ID = "0190a1b2-0000-7000-8000-000000000001";

describe("filters in the address", () => {
  it("come back as they were written", () => {
    const query = { q: "a & b", outletId: ID, publisherId: "unknown", genre: "news", state: "in_progress", onePerWork: true, order: "newest", after: "x", before: undefined } as const;
    expect(readQuery(Object.fromEntries(new URLSearchParams(writeQuery(query))))).toEqual(query);
  });
  it("are left out where they mean nothing", () => {
    const query = readQuery({ q: "  ", outlet: "tern", genre: "poem", state: ["a", "b"], order: "sideways", copies: "all" });
    expect(query).toMatchObject({ q: undefined, outletId: undefined, genre: undefined, state: undefined, order: "oldest", onePerWork: undefined });
    expect(isFiltered(query)).toBe(false);
    expect(writeQuery(query)).toBe("");
  });
  it("survive half a character and a null character in the search", () => expect(readQuery({ q: "a\u0000\ud800" }).q).toBe("a\ufffd"));
});

describe("a place in the list", () => {
  it("comes back as it was written", () => {
    const cursor = { createdAt: "2026-11-22T17:00:00.123Z", id: ID, at: 51 };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });
  it.each(["", "1.2.3", `zz.${ID}`, `z.${ID}.-1`, `zzzzzzzzzzzz.${ID}.1`, `zzzzzzzzzz.${ID}.1`, `'.${ID}.1`])("is refused when it is %j", (text) => expect(readCursor(text)).toBeNull());
});

describe("the one word for an article's progress", () => {
  it.each([
    [0, 0, 0, "not_assigned"],
    [2, 0, 0, "assigned"],
    [1, 1, 0, "in_progress"],
    [1, 0, 1, "in_progress"],
    [0, 0, 2, "submitted"],
  ])("with %i assigned, %i in progress, %i submitted is %s", (assigned, inProgress, submitted, word) => expect(progressOf({ assigned, inProgress, submitted })).toBe(word));
});

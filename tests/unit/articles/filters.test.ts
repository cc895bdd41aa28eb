import { describe, expect, it } from "vitest";
import { readCursor, readRankCursor, writeCursor, writeRankCursor } from "@/lib/articles/cursor";
import { isFiltered, readQuery, withoutTelling, writeQuery } from "@/lib/articles/filters";
import { progressOf } from "@/lib/articles/progress";

const ID = "0190a1b2-0000-7000-8000-000000000001";

describe("filters in the address", () => {
  it("come back as they were written", () => {
    const query = { q: "a & b", outletId: ID, publisherId: "unknown", genre: "news", language: "pt-BR", from: "2024-02-01", to: "2024-02-29", targetId: ID, setId: ID, state: "in_progress", onePerWork: true, order: "newest", after: "x", before: undefined } as const;
    expect(readQuery(Object.fromEntries(new URLSearchParams(writeQuery(query))))).toEqual(query);
  });
  it("are left out where they mean nothing", () => {
    const query = readQuery({ q: "  ", outlet: "tern", genre: "poem", state: ["a", "b"], order: "sideways", copies: "all" });
    expect(query).toMatchObject({ q: undefined, outletId: undefined, genre: undefined, state: undefined, order: "oldest", onePerWork: undefined });
    expect(isFiltered(query)).toBe(false);
    expect(writeQuery(query)).toBe("");
  });
  it("put the best matches of a search first where no order is asked for, and never without a search", () => {
    expect(readQuery({ q: "ferry" }).order).toBe("best");
    expect(writeQuery({ q: "ferry", order: "best" })).toBe("?q=ferry");
    expect(readQuery({ q: "ferry", order: "oldest" }).order).toBe("oldest");
    expect(writeQuery({ q: "ferry", order: "oldest" })).toBe("?q=ferry&order=oldest");
    expect(readQuery({ order: "best" }).order).toBe("oldest");
    expect(withoutTelling(readQuery({ q: "ferry", set: ID, target: ID, from: "2024-02-01" }))).toMatchObject({ q: undefined, setId: undefined, targetId: undefined, from: "2024-02-01", order: "oldest" });
  });
  it("survive half a character and a null character in the search", () => expect(readQuery({ q: "a\u0000\ud800" }).q).toBe("a\ufffd"));
});

describe("a place in the list", () => {
  it("comes back as it was written", () => {
    const cursor = { createdAt: "2026-11-22T17:00:00.123Z", id: ID, at: 51 };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });
  it("comes back with every bit of its rank", () => {
    const cursor = { rank: Math.fround(0.0607927), id: ID, at: 50 };
    expect(readRankCursor(writeRankCursor(cursor))).toEqual(cursor);
    for (const text of ["", `r.${ID}.1`, `rzzzzzzz.${ID}.1`, `r1.${ID}`, writeCursor({ createdAt: "2026-11-22T17:00:00.123Z", id: ID, at: 51 })]) expect(readRankCursor(text)).toBeNull();
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

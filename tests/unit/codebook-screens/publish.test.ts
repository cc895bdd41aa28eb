import { describe, expect, it } from "vitest";
import { groupChanges, type ReadChange } from "@/components/codebook/compare/group-changes";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { saidBetween } from "@/components/codebook/compare/compare-page";
import { readAffectedQuery, writeAffectedQuery } from "@/components/codebook/affected/query";
import { readRefusal } from "@/components/codebook/edit/use-draft";
import { meaningIds, meaningOf, restIsWording, sentToReview, unanswered } from "@/components/codebook/publish/answers";
import { ApiProblem } from "@/components/api/client";
import { newId } from "@/lib/kernel/id";

const t = translator("en", english, "codebook");

const change = (labelId: string, more: Partial<ReadChange> = {}): ReadChange => ({ labelId, of: "label", kind: "reworded", name: labelId, setName: "Tone", field: "definition", before: "a", after: "b", mayChangeMeaning: true, alwaysMeaning: false, ...more });
const groups = groupChanges(t, [change("irony"), change("irony", { kind: "renamed", field: "name" }), change("doubt", { kind: "merged", alwaysMeaning: true }), change("colour", { kind: "recoloured", mayChangeMeaning: false }), change("smear")], []);

describe("what a new version changes", () => {
  it("stands thing by thing", () => {
    expect(groups.map(({ labelId, changes, place }) => [labelId, changes.length, place])).toEqual([["irony", 2, "Tone"], ["doubt", 1, "Tone"], ["colour", 1, "Tone"], ["smear", 1, "Tone"]]);
  });

  it("is asked about wherever it may change a meaning, and nowhere else", () => {
    expect(groups.map((group) => meaningOf(group, {}))).toEqual([null, true, false, null]);
    expect(unanswered(groups, {})).toBe(2);
    expect(unanswered(groups, { irony: true })).toBe(1);
    expect(restIsWording(groups, { irony: true })).toEqual({ irony: true, smear: false });
  });

  it("sends what is called a change of meaning, with a count of marks", () => {
    const answers = { irony: true, smear: false };
    expect(meaningIds(groups, answers)).toEqual(["irony", "doubt"]);
    expect(sentToReview(groups, answers, { irony: 4, doubt: 3, smear: 9 })).toBe(7);
  });

  it("keeps what was said of its meaning on the way between two versions", () => {
    const line = (number: number, labelId: string, meaning: boolean) => ({ id: newId(), number, publishedAt: null, publishedBy: null, note: "", changes: [{ labelId, meaning, reason: "", touches: [] }] });
    const versions = [line(3, "irony", false), line(2, "irony", true), line(1, "smear", true)];
    expect(groupChanges(t, [change("irony"), change("smear")], saidBetween(versions, 1, 3)).map(({ meaning }) => meaning)).toEqual([true, null]);
    expect(saidBetween(versions, 3, 1)).toEqual([]);
  });
});

describe("the answer to a save", () => {
  const refused = (problem: object) => readRefusal(new ApiProblem({ status: 500, code: "internal", title: "", detail: "d", requestId: null, ...problem }));

  it("tells another's save from a draft that is gone", () => {
    const current = { version: 3, content: {}, state: "draft" };
    expect(refused({ status: 409, code: "conflict", current })).toEqual({ kind: "stale", current });
    expect(refused({ status: 409, code: "conflict", current: { ...current, state: "published" } })).toEqual({ kind: "gone" });
    expect(refused({ status: 404, code: "not_found" })).toEqual({ kind: "gone" });
  });

  it("names wrong places from the top of the codebook", () => {
    expect(refused({ status: 422, errors: [{ path: "/sets/0/name", message: "m" }, { path: "/content/name", message: "m" }] })).toEqual({ kind: "refused", detail: "d", errors: [{ path: "/sets/0/name", message: "m" }, { path: "/name", message: "m" }] });
  });

  it("waits when the server cannot be reached or is not well", () => {
    expect([refused({ status: 0 }), refused({ status: 503 })]).toEqual([{ kind: "unreachable" }, { kind: "unreachable" }]);
    expect(() => readRefusal(new Error("ours"))).toThrow("ours");
  });
});

describe("which marks are listed", () => {
  it("is read back from the address it wrote", () => {
    const query = { state: "settled" as const, version: 3, after: newId() };
    expect(readAffectedQuery(Object.fromEntries(new URLSearchParams(writeAffectedQuery(query))))).toEqual(query);
    expect(writeAffectedQuery({ state: "open", version: undefined, after: undefined })).toBe("");
  });

  it("takes what cannot be read for not given", () => {
    expect(readAffectedQuery({ state: "x", version: "0", after: "y" })).toEqual({ state: "open", version: undefined, after: undefined });
    expect(readAffectedQuery({ state: ["open", "settled"], version: "1e3", after: ["a"] })).toEqual({ state: "open", version: undefined, after: undefined });
  });
});

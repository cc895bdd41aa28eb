import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { withKinds } from "@/lib/articles/compose";
import { carriedKinds, carriedOrdinals } from "@/lib/articles/reanchor/carried-kinds";
import { keptBlocks } from "@/lib/articles/reanchor/kept-blocks";

const kept = (before: string[], after: string[]) => [...keptBlocks(before, after)].sort(([a], [b]) => a - b);
const A = ["Home", "Ferries wait", "The boats ran late again.", "More ferries", "You may also like"];

describe("blocks of an old text in a new one", () => {
  it("are found again where paragraphs came, went and were edited", () => {
    expect(kept(A, A)).toEqual([[0, 0], [1, 1], [2, 2], [3, 3], [4, 4]]);
    expect(kept(A, ["Ferries wait", "A new paragraph.", "The boats ran late again, and again.", "You may also like"])).toEqual([[1, 0], [2, 2], [4, 3]]);
    expect(kept(A, ["Home", "Ferries wait", "The boats ran late again, and again.", "More ferries", "You may also like"])).toEqual([[0, 0], [1, 1], [2, 2], [3, 3], [4, 4]]);
  });

  it("are found again where an edited paragraph stands beside ones that came or went", () => {
    expect(kept(["Head", "The boats ran late again.", "Rain fell on the quay."], ["Head", "Wholly new words stand here now.", "The boats ran late once more.", "Rain fell on the old quay."])).toEqual([[0, 0], [1, 2], [2, 3]]);
    expect(kept(["Head", "Nobody had asked for any of that.", "The boats ran late again.", "End"], ["Head", "The boats ran very late again.", "End"])).toEqual([[0, 0], [2, 1], [3, 2]]);
  });

  it("are found again elsewhere, and each is only one", () => {
    expect(kept(["a", "b", "c"], ["c", "a", "b"])).toEqual([[0, 1], [1, 2], [2, 0]]);
    expect(kept(["a", "x", "a"], ["a", "y"])).toEqual([[0, 0]]);
  });

  it("another paragraph in the place of one is not that one", () => {
    expect(kept(["Head", "The council met on Friday.", "End"], ["Head", "Rain fell all over it, and nobody spoke.", "End"])).toEqual([[0, 0], [2, 2]]);
  });
});

describe("what was said of blocks", () => {
  const text = A.join("\n");
  const said = withKinds(splitBlocks(text).map((block) => ({ ...block, reason: null })), [{ ordinal: 0, kind: "chrome", reason: "breadcrumb" }, { ordinal: 1, kind: "headline" }, { ordinal: 4, kind: "chrome", reason: "by_hand" }])!;
  const carry = (now: string[]) => {
    const after = splitBlocks(now.join("\n"));
    return (withKinds(after.map((block) => ({ ...block, reason: null })), carriedKinds(said, after, keptBlocks(A, now))) ?? []).map(({ kind, reason }) => (reason ? `${kind} ${reason}` : kind));
  };

  it("is carried over, and there is one headline", () => {
    expect(carry(["Home", "Ferries wait", "A new one.", "The boats ran late again.", "You may also like"])).toEqual(["chrome breadcrumb", "headline", "paragraph", "paragraph", "chrome by_hand"]);
    expect(carry(["Something before it all", ...A.slice(1)])).toEqual(["paragraph", "headline", "paragraph", "paragraph", "chrome by_hand"]);
    expect(carry(["A wholly other text", "Nothing of it is known."])).toEqual(["headline", "paragraph"]);
  });

  it("goes for numbered blocks, which are never all lost", () => {
    const map = new Map([[1, 3], [2, 1]]);
    expect(carriedOrdinals([1, 2], map, 5)).toEqual([1, 3]);
    expect(carriedOrdinals([7], map, 5)).toEqual([4]);
    expect(carriedOrdinals([], map, 5)).toEqual([]);
  });
});

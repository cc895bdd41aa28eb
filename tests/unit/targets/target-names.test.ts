import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { articleHits } from "@/lib/codebook/hits";
import { hitFinder, searchedNames, type TargetName } from "@/lib/codebook/target-names";

const name = (targetId: string, words: string, isAmbiguous = false): TargetName => ({ targetId, target: targetId.toUpperCase(), name: words, isAmbiguous });
const NAMES = [name("council", "Council"), name("council", "the group", true), name("quay", "Council of Quay"), name("port", "Port"), name("port", "The Group", true), name("other", "port", true)];
const TEXT = "The Council of Quay met. The council, the group and the port were there.";
const words = (target: string, ambiguous: boolean) => hitFinder(NAMES, target, ambiguous)(TEXT).map((hit) => `${TEXT.slice(hit.start, hit.end)}${hit.needsLook ? "?" : ""}`);

describe("the names of a target in a text", () => {
  it("are not found inside a longer name of another target", () => {
    expect(words("council", false)).toEqual(["council"]);
    expect(words("quay", false)).toEqual(["Council of Quay"]);
  });

  it("that are ambiguous are found only when asked for, and need a look", () => {
    expect(words("council", true)).toEqual(["council", "the group?"]);
  });

  it("are ambiguous too where another target calls them so, which is said", () => {
    expect(words("port", false)).toEqual([]);
    expect(words("port", true)).toEqual(["the group?", "port?"]);
    expect(searchedNames(NAMES, "port")).toEqual([{ name: "Port", isAmbiguous: true, also: ["OTHER"] }, { name: "The Group", isAmbiguous: true, also: ["COUNCIL"] }]);
  });
});

describe("the hits in an article", () => {
  const text = "Council 😀 walks\nBy the Council\nA long line of words before it, so that something must be cut off at an edge: the Council, and then a line of words behind it which is as long.\nThe\nCouncil of\nQuay\nThe Council again, Council";
  const blocks = splitBlocks(text).map((block) => (block.ordinal === 1 ? { ...block, kind: "byline" as const } : block.ordinal === 6 ? { ...block, kind: "chrome" as const } : block));
  const hits = articleHits(text, blocks, hitFinder(NAMES, "council", false));

  it("leave out bylines and page furniture, and never run over two blocks", () => {
    expect(hits).toMatchObject({ certain: 3, doubtful: 0 });
    expect(hits.snippets).toHaveLength(3);
  });

  it("come with their code points and the words around them, cut at spaces", () => {
    const cut = (start: number, end: number) => [...text].slice(start, end).join("");
    for (const one of hits.snippets) expect(cut(one.start, one.end)).toBe(one.words);
    expect(hits.snippets[0]).toMatchObject({ start: 0, words: "Council", before: "", after: " 😀 walks" });
    expect(hits.snippets[1]).toMatchObject({ before: "…it, so that something must be cut off at an edge: the ", after: ", and then a line of words behind it which is as long." });
  });
});

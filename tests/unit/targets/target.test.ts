import { describe, expect, it } from "vitest";
import { asTree, distinctAliases, makesCycle } from "@/lib/codebook/target";

const node = (id: string, parentId: string | null = null) => ({ id, parentId });

describe("targets above targets", () => {
  it("never stand in a circle", () => {
    const nodes = [node("a"), node("b", "a"), node("c", "b")];
    expect(makesCycle(nodes, "a", "c")).toBe(true);
    expect(makesCycle(nodes, "a", "a")).toBe(true);
    expect(makesCycle(nodes, "c", "a")).toBe(false);
    expect(makesCycle(nodes, "d", "c")).toBe(false);
  });
  it("are listed with those below them directly behind", () => {
    const tree = asTree([node("a"), node("b", "x"), node("c", "a"), node("d", "c")]);
    expect(tree.map(({ target, depth }) => `${depth}${target.id}`)).toEqual(["0a", "1c", "2d", "0b"]);
  });
});

describe("aliases", () => {
  it("are kept once, without the name, ambiguous if any spelling is", () => {
    const aliases = distinctAliases("The Harbour", [{ alias: "the harbour", isAmbiguous: false }, { alias: "Port", isAmbiguous: false }, { alias: "PORT", isAmbiguous: true }]);
    expect(aliases).toEqual([{ alias: "Port", key: "port", isAmbiguous: true }]);
  });
});

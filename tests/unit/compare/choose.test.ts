import { describe, expect, it } from "vitest";
import { chooseArticles, type Choosable } from "@/lib/compare/choose";

const article = (id: string, workId = `work of ${id}`, outletId: string | null = `outlet of ${id}`): Choosable => ({ id, workId, outletId });

describe("the articles of a comparison", () => {
  it("are those asked for, in that order, once each, at most six", () => {
    const set = ["a", "b", "c", "d", "e", "f", "g"].map((id) => article(id));
    expect(chooseArticles(set, ["c", "a", "c"])).toEqual({ ids: ["c", "a"], missing: 0 });
    expect(chooseArticles(set, set.map(({ id }) => id).reverse()).ids).toEqual(["g", "f", "e", "d", "c", "b"]);
  });

  it("say how many of those asked for are not among them any more", () => {
    expect(chooseArticles([article("a"), article("b")], ["gone", "b", "also gone"])).toEqual({ ids: ["b"], missing: 2 });
    expect(chooseArticles([article("a"), article("b")], ["gone"])).toEqual({ ids: ["a", "b"], missing: 1 });
  });

  it("are all of a small set, and four of a larger one", () => {
    expect(chooseArticles([], [])).toEqual({ ids: [], missing: 0 });
    expect(chooseArticles(["a", "b", "c", "d"].map((id) => article(id)), []).ids).toHaveLength(4);
    expect(chooseArticles(["a", "b", "c", "d", "e"].map((id) => article(id)), []).ids).toEqual(["a", "b", "c", "d"]);
  });

  it("are of different outlets first, then of different works, then whatever there is, in the order of the set", () => {
    const set = [article("a", "w1", "o1"), article("b", "w1", "o2"), article("c", "w2", "o1"), article("d", "w3", "o3"), article("e", "w4", null), article("f", "w1", "o1")];
    expect(chooseArticles(set, []).ids).toEqual(["a", "c", "d", "e"]);
    const copies = ["a", "b", "c", "d", "e"].map((id) => article(id, "one work", "one outlet"));
    expect(chooseArticles(copies, []).ids).toEqual(["a", "b", "c", "d"]);
  });
});

import { describe, expect, it } from "vitest";
import { compare, oddOnes, pairsToKeep } from "@/components/adjudicator/state/columns";
import { offers } from "@/components/adjudicator/state/extents";
import { bulkKeys, countLooks, lookOf, nextOpen, stepFrom } from "@/components/adjudicator/state/look";
import { decided, documentOf, mark } from "./world";

describe("the comparison", () => {
  it("gives stacked marks of one annotator a column each, and names who read and marked nothing", () => {
    const document = documentOf([mark("ann", "dragged its feet"), mark("ann", "its feet for months", { targetId: "port" }), mark("cem", "feet")]);
    const { columns, silent } = compare(document, document.clusters[0]!);
    expect(columns.map(({ annotator, turn, of, digit }) => [annotator.letter, turn, of, digit])).toEqual([["A", 1, 2, 1], ["A", 2, 2, 2], ["C", 1, 1, 3]]);
    expect(silent.map(({ letter }) => letter)).toEqual(["B"]);
  });

  it("lets stand out what no more than half say, and nothing where all say the same", () => {
    expect(oddOnes(["a", "b", "b"])).toEqual([true, false, false]);
    expect(oddOnes(["a", "b"])).toEqual([true, true]);
    expect(oddOnes(["a", "b", "c"])).toEqual([true, true, true]);
    expect(oddOnes(["a", "a"])).toEqual([false, false]);
  });

  it("offers pairs that say different things, those of two people first", () => {
    const document = documentOf([mark("ann", "dragged"), mark("ann", "dragged its feet", { targetId: "port" }), mark("ben", "dragged its")]);
    const pairs = pairsToKeep(compare(document, document.clusters[0]!).columns);
    expect(pairs.map(([one, other]) => one.annotator.letter + other.annotator.letter)).toEqual(["AB", "AA"]);
  });
});

describe("merging edges", () => {
  it("offers the shorter, the longer, and what most marked", () => {
    const spans = [mark("ann", "dragged its feet for months"), mark("ben", "its feet"), mark("cem", "feet for months")];
    expect(offers(spans).map(({ rule, parts }) => [rule, parts.map((part) => part.quote)])).toEqual([["shorter", ["its feet"]], ["longer", ["dragged its feet for months"]], ["majority", ["its feet for months"]]]);
  });
  it("offers each extent once", () => expect(offers([mark("ann", "its feet"), mark("ben", "its feet")]).map(({ rule }) => rule)).toEqual(["shorter"]));
});

describe("how clusters stand", () => {
  const { clusters } = documentOf([mark("ann", "dragged"), mark("ben", "dragged"), mark("cem", "dragged"), mark("ann", "stepped in"), mark("ben", "keepers said"), mark("cem", "keepers said", { framing: "neutral" })]);
  const [agree, differ, one] = clusters;
  it("draws agreement, difference and a mark of one alone differently, and what is decided as such", () => {
    expect([agree, differ, one].map((cluster) => lookOf(cluster!))).toEqual(["agree", "differ", "one"]);
    expect(lookOf({ ...one!, decision: decided("d") })).toBe("decided");
    expect(lookOf({ ...one!, decision: decided("d"), changedSince: true })).toBe("one");
    expect(countLooks(clusters)).toEqual({ agree: 1, differ: 1, one: 1, decided: 0 });
  });
  it("goes round in the order of the text, and on to what is open", () => {
    expect(stepFrom(clusters, one!.key, 1)).toBe(agree!.key);
    expect(stepFrom(clusters, agree!.key, -1)).toBe(one!.key);
    expect(nextOpen([{ ...agree!, decision: decided("d") }, differ!, one!], one!.key)).toBe(differ!.key);
    expect(nextOpen(clusters.map((cluster) => ({ ...cluster, decision: decided("d") })), null)).toBeNull();
  });
  it("accepts together only what is unanimous and open", () => {
    expect(bulkKeys(clusters, "unanimous")).toEqual([agree!.key]);
    expect(bulkKeys([{ ...agree!, decision: decided("d") }], "unanimous")).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beforeAfter } from "@/lib/adjudication/around/before-after";
import { instructive, type Candidate } from "@/lib/adjudication/around/instructive";
import { wilson } from "@/lib/adjudication/around/upheld";
import type { ClusterState } from "@/lib/adjudication/cluster";
import { piecesOf } from "@/components/meeting/pieces";
import { randomFrom } from "@/lib/kernel/random";

describe("a share with its interval", () => {
  it("is that of Wilson, as tables have it", () => {
    // Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
    for (const [k, n, low, high] of [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]] as const) {
      const { value } = wilson(k, n);
      expect([value!.low, value!.high].map((end) => Math.round(end * 10_000) / 10_000)).toEqual([low, high]);
    }
  });

  it("is undefined of nothing, never of something, and holds its share", () => {
    expect(wilson(0, 0)).toEqual({ value: null, reason: "nothing_decided" });
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (k, more) => {
      fc.pre(k + more > 0);
      const { value } = wilson(k, k + more);
      expect(value!.low >= 0 && value!.low <= value!.share && value!.share <= value!.high && value!.high <= 1).toBe(true);
    }));
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});

const mark = (start: number, end: number, label = 0) => ({ parts: [[start, end]] as [number, number][], label });

describe("agreement before and after", () => {
  it("compares people with each other at first and at last, and each with the record", () => {
    const figures = beforeAfter([{ settled: [mark(0, 5), mark(8, 9)], annotators: [{ memberId: "a", first: [mark(0, 5)], latest: [mark(0, 5), mark(8, 9)] }, { memberId: "b", first: [mark(0, 4)], latest: [mark(0, 5), mark(8, 9)] }] }]);
    expect(figures.first).toEqual({ exact: { value: 0 }, overlap: { value: 1 } });
    expect(figures.latest).toEqual({ exact: { value: 1 }, overlap: { value: 1 } });
    expect(figures.annotators).toEqual([{ memberId: "a", articles: 1, exact: { value: 2 / 3 }, overlap: { value: 2 / 3 } }, { memberId: "b", articles: 1, exact: { value: 0 }, overlap: { value: 2 / 3 } }]);
  });

  it("is undefined, with why, where there is nothing to compare", () => {
    expect(beforeAfter([])).toMatchObject({ articles: 0, first: { exact: { value: null, reason: "no_shared_article" } } });
    const empty = { memberId: "a", first: [], latest: [] };
    expect(beforeAfter([{ settled: [], annotators: [empty, { ...empty, memberId: "b" }] }])).toMatchObject({ first: { exact: { value: null, reason: "nothing_marked" } }, annotators: [{ exact: { value: null } }, { exact: { value: null } }] });
  });

  it("does not depend on the order of articles or people", () => {
    const one = { settled: [mark(0, 5)], annotators: [{ memberId: "a", first: [mark(0, 5)], latest: [mark(0, 5)] }, { memberId: "b", first: [mark(1, 5)], latest: [mark(0, 5)] }, { memberId: "c", first: [], latest: [] }] };
    const two = { settled: [mark(7, 9, 1)], annotators: [{ memberId: "c", first: [mark(7, 9, 1)], latest: [mark(7, 9)] }, { memberId: "a", first: [mark(6, 9, 1)], latest: [] }] };
    const turned = (article: typeof one) => ({ ...article, annotators: [...article.annotators].reverse() });
    expect(beforeAfter([turned(two), turned(one)])).toEqual(beforeAfter([one, two]));
  });
});

const candidate = (articleId: string, state: ClusterState, targets: string[], people: string[], key = `${articleId} ${state} ${targets} ${people}`): Candidate => ({ articleId, cluster: { key, state, readers: people, spans: people.map((memberId, i) => ({ memberId, targetId: targets[i % targets.length]! })) as never } });

describe("the disagreements for a meeting", () => {
  it("begin with the most marks, and spread over articles, kinds, targets and pairs", () => {
    const same = [1, 2, 3, 4].map((i) => candidate("x", "code", ["t1"], ["a", "b", "c"], `x${i}`));
    const others = [candidate("y", "target", ["t2", "t3"], ["a", "d"]), candidate("z", "voice", ["t4"], ["c", "d"])];
    const found = instructive([...same, ...others], 3, randomFrom(7n));
    expect(found.map((one) => one.articleId)).toEqual(["x", "y", "z"]);
  });

  it("never hold what everybody agrees on, nor one twice, and are the same for the same seed", () => {
    const all = Array.from({ length: 30 }, (_, i) => candidate(`a${i % 7}`, (["unanimous", "code", "target", "only_some"] as const)[i % 4]!, [`t${i % 3}`], ["a", "b"], String(i)));
    const of = (seed: bigint) => instructive(all, 12, randomFrom(seed)).map((one) => one.cluster.key);
    const found = of(3n);
    expect([new Set(found).size, found.some((one) => Number(one) % 4 === 0)]).toEqual([12, false]);
    expect(of(3n)).toEqual(found);
    expect(of(4n)).not.toEqual(found);
    expect(instructive(all, 100, randomFrom(1n))).toHaveLength(22);
    expect(instructive([], 5, randomFrom(1n))).toEqual([]);
  });
});

describe("a passage with marks", () => {
  it("is cut where marks begin and end, in code points, and keeps every word", () => {
    const passage = { text: "🙂 so cleverly done", marks: [{ letter: "A", parts: [{ start: 2, end: 13 }] }, { letter: "B", parts: [{ start: 5, end: 13 }] }] as never };
    expect(piecesOf(passage)).toEqual([{ text: "🙂 ", letters: [] }, { text: "so ", letters: ["A"] }, { text: "cleverly", letters: ["A", "B"] }, { text: " done", letters: [] }]);
    expect(piecesOf({ text: "words", marks: [] })).toEqual([{ text: "words", letters: [] }]);
  });
});

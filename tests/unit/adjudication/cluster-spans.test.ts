import { describe, expect, it } from "vitest";
import type { ClusterSpan } from "@/lib/adjudication/cluster";
import { clusterSpans } from "@/lib/adjudication/cluster-spans";
import { randomFrom, shuffled, type Random } from "@/lib/kernel/random";

let made = 0;
const span = (memberId: string, parts: [number, number][], more: Partial<ClusterSpan> = {}): ClusterSpan => ({
  id: `s${String(made++).padStart(4, "0")}`, version: 1, memberId, targetId: "t1", framing: "critical", voice: "own", attribution: null, directness: "direct", device: null, confidence: null, note: "", labelIds: [], fromSuggestion: false, codebookVersion: 1,
  parts: parts.map(([start, end]) => ({ start, end, quote: "x".repeat(end - start) })), ...more,
});
const everyone = (...ids: string[]) => ids.map((memberId) => ({ memberId, ranges: null }));
const states = (spans: ClusterSpan[], ids: string[]) => clusterSpans(spans, everyone(...ids)).map(({ state, differs }) => [state, ...differs]);

describe("the state of a cluster", () => {
  it.each([
    ["what all marked alike", [span("a", [[0, 5]]), span("b", [[0, 5]])], ["unanimous"]],
    ["other ends", [span("a", [[0, 5]]), span("b", [[1, 5]])], ["boundaries", "extent"]],
    ["another framing", [span("a", [[0, 5]]), span("b", [[0, 5]], { framing: "neutral" })], ["code", "framing"]],
    ["another device and labels", [span("a", [[0, 5]]), span("b", [[0, 5]], { device: "words", labelIds: ["l"] })], ["code", "device", "labels"]],
    ["another target and framing", [span("a", [[0, 5]]), span("b", [[0, 5]], { targetId: "t2", framing: "neutral" })], ["target", "target", "framing"]],
    ["another voice", [span("a", [[0, 5]]), span("b", [[0, 4]], { voice: "quoted" })], ["voice", "extent", "voice"]],
    ["a mark of one alone", [span("a", [[0, 5]])], ["only_some", "presence"]],
  ])("says of %s what differs", (_, spans, expected) => {
    expect(states(spans, ["a", "b"])).toEqual([expected]);
  });

  it("is one against several where two of three say the same and the third something else", () => {
    expect(states([span("a", [[0, 5]]), span("b", [[0, 4]]), span("c", [[0, 5]], { framing: "neutral" })], ["a", "b", "c"])).toEqual([["one_against_several", "extent", "framing"]]);
    expect(states([span("a", [[0, 5]]), span("b", [[0, 4]], { framing: "advocacy" }), span("c", [[0, 5]], { framing: "neutral" })], ["a", "b", "c"])).toEqual([["code", "extent", "framing"]]);
  });

  it("keeps marks that one annotator stacked apart: each has its own across from it", () => {
    const stacked = (who: string) => [span(who, [[0, 5]]), span(who, [[0, 5]], { targetId: "t2", framing: "advocacy" })];
    expect(states([...stacked("a"), ...stacked("b")], ["a", "b"])).toEqual([["unanimous"]]);
    expect(states([...stacked("a"), span("b", [[0, 5]], { targetId: "t2", framing: "advocacy" })], ["a", "b"])).toEqual([["only_some", "presence"]]);
  });

  it("does not count somebody as silent whose blocks do not hold the place", () => {
    const readers = [...everyone("a", "b"), { memberId: "c", ranges: [{ start: 50, end: 90 }] }];
    const [cluster] = clusterSpans([span("a", [[0, 5]]), span("b", [[0, 5]])], readers);
    expect([cluster?.state, cluster?.readers]).toEqual(["unanimous", ["a", "b"]]);
    expect(clusterSpans([span("a", [[60, 65]]), span("b", [[60, 65]])], readers)[0]?.state).toBe("only_some");
  });
});

describe("the clusters of an article", () => {
  it("leave a mark in the gap of another one alone unless it overlaps a part", () => {
    const wide = span("a", [[0, 5], [20, 25]]);
    expect(clusterSpans([wide, span("b", [[8, 12]])], everyone("a", "b"))).toHaveLength(2);
    expect(clusterSpans([wide, span("b", [[8, 21]])], everyone("a", "b"))).toHaveLength(1);
  });

  it("do not join marks that only touch", () => {
    expect(clusterSpans([span("a", [[0, 5]]), span("b", [[5, 9]])], everyone("a", "b"))).toHaveLength(2);
  });
});

const MEMBERS = ["a", "b", "c", "d"];
function randomSpans(random: Random): ClusterSpan[] {
  return Array.from({ length: 2 + random.below(12) }, () => {
    const start = random.below(40);
    const end = start + 1 + random.below(6);
    const parts: [number, number][] = random.below(4) === 0 ? [[start, end], [end + 1 + random.below(6), end + 8]] : [[start, end]];
    return span(MEMBERS[random.below(4)]!, parts, { targetId: `t${random.below(2)}`, framing: random.below(2) ? "critical" : "neutral", voice: random.below(3) ? "own" : "quoted" });
  });
}
const overlap = (a: ClusterSpan, b: ClusterSpan): boolean => a.parts.some((x) => b.parts.some((y) => x.start < y.end && y.start < x.end));

describe("properties of clusters, over 300 made-up articles", () => {
  const random = randomFrom(20261126n);
  const articles = Array.from({ length: 300 }, () => randomSpans(random));

  it("each mark is in one cluster; overlapping marks are together, and a cluster hangs together", () => {
    for (const spans of articles) {
      const clusters = clusterSpans(spans, everyone(...MEMBERS));
      const home = new Map(clusters.flatMap(({ key, spans: own }) => own.map(({ id }) => [id, key] as const)));
      expect(clusters.flatMap(({ spans: own }) => own)).toHaveLength(spans.length);
      for (const a of spans) for (const b of spans) if (overlap(a, b)) expect(home.get(a.id)).toBe(home.get(b.id));
      for (const { spans: own } of clusters) {
        const reached = new Set([own[0]!]);
        for (const at of reached) for (const other of own) if (overlap(at, other)) reached.add(other);
        expect(reached.size).toBe(own.length);
      }
    }
  });

  it("the order of marks and readers changes nothing", () => {
    for (const spans of articles) expect(clusterSpans(shuffled(spans, random), everyone(...shuffled(MEMBERS, random)))).toEqual(clusterSpans(spans, everyone(...MEMBERS)));
  });

  it("who is who changes neither places, nor states, nor differences", () => {
    for (const spans of articles) {
      const turned = shuffled(MEMBERS, random);
      const other = new Map(MEMBERS.map((id, i) => [id, turned[i]!]));
      const renamed = spans.map((one) => ({ ...one, memberId: other.get(one.memberId)! }));
      const about = (found: ReturnType<typeof clusterSpans>) => found.map(({ key, start, end, state, differs, readers }) => ({ key, start, end, state, differs, readers: readers.length }));
      expect(about(clusterSpans(renamed, everyone(...MEMBERS)))).toEqual(about(clusterSpans(spans, everyone(...MEMBERS))));
    }
  });

  it("a second copy of everybody's marks by the same people makes no unanimous cluster differ", () => {
    for (const spans of articles) {
      const copies = MEMBERS.flatMap((memberId) => spans.filter((one) => one.memberId === "a").map((one) => ({ ...one, id: `${one.id}${memberId}`, memberId })));
      expect(clusterSpans(copies, everyone(...MEMBERS)).every(({ state }) => state === "unanimous")).toBe(true);
    }
  });
});

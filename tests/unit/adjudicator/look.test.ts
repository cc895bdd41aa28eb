import { describe, expect, it } from "vitest";
import { namedByAddress } from "@/components/adjudicator/state/look";
import type { ClusterSpan } from "@/lib/adjudication/cluster";

const cluster = (key: string, start: number, end: number, ids: string[]) => ({ key, start, end, spans: ids.map((id) => ({ id }) as ClusterSpan) });
const clusters = [cluster("a", 10, 20, ["a", "b"]), cluster("c", 20, 30, ["c"])];

describe("the cluster that an address names", () => {
  it("is that of the mark behind #mark-", () => {
    expect(namedByAddress(clusters, { hash: "#mark-b", search: "" })).toBe("a");
    expect(namedByAddress(clusters, { hash: "#mark-x", search: "?at=25" })).toBeNull();
  });

  it("is the one that takes in the place of ?at=", () => {
    expect([10, 19, 20, 30, 9].map((at) => namedByAddress(clusters, { hash: "", search: `?names=hidden&at=${at}` }))).toEqual(["a", "a", "c", null, null]);
  });

  it("is none where the address says nothing that can be read", () => {
    expect(["", "?at=", "?at=1e1", "?cat=10"].map((search) => namedByAddress(clusters, { hash: "#mark-", search }))).toEqual([null, null, null, null]);
  });
});

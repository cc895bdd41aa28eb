import { describe, expect, it } from "vitest";
import { proposeEvents, type Told } from "@/lib/articles/sets/propose";

const told = (id: string, day: string, words: string, workId = id): Told => ({ id, workId, day, words: words.split(" ") });
const OTHER = [told("x", "2024-03-01", "storm sea wind night"), told("y", "2024-03-02", "budget tax vote debate"), told("z", "2024-03-02", "school pupils exam result")];
const ids = (all: readonly Told[]) => proposeEvents(all).map((one) => one.articleIds);

describe("proposed events", () => {
  it("are works that share telling words within three days, with these words and days", () => {
    const all = [told("a", "2024-03-01", "ferry rust hull board"), told("b", "2024-03-03", "ferry rust hull islanders"), told("c", "2024-03-04", "ferry rust hull board islanders"), told("d", "2024-03-20", "ferry rust hull board"), ...OTHER];
    const [found, ...rest] = proposeEvents(all);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ articleIds: ["a", "b", "c"], from: "2024-03-01", to: "2024-03-04" });
    expect(found!.words.toSorted()).toEqual(["board", "ferry", "hull", "islanders", "rust"]);
    expect(found!.likeness).toBeGreaterThan(0.5);
  });

  it("never have copies alone as their reason, and bring the copies of a work along", () => {
    const copies = [told("a", "2024-03-01", "ferry rust hull", "w"), told("b", "2024-03-02", "ferry rust hull", "w"), told("late", "2024-05-02", "ferry rust hull", "w")];
    expect(ids([...copies, ...OTHER])).toEqual([]);
    expect(ids([...copies, told("c", "2024-03-02", "ferry rust quay"), ...OTHER])).toEqual([["a", "b", "c"]]);
  });

  it("do not walk from day to day", () => {
    const chain = Array.from({ length: 7 }, (_, i) => told(`c${i}`, `2024-03-${String(2 * i + 1).padStart(2, "0")}`, "ferry rust hull"));
    for (const group of ids([...chain, ...OTHER])) expect(group.length).toBeLessThanOrEqual(2);
  });

  it("are none where nothing is shared", () => expect(ids(OTHER)).toEqual([]));
});

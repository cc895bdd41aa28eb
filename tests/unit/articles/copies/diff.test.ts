import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { diffCopies } from "@/lib/articles/copies/diff";
import { randomFrom } from "@/lib/kernel/random";

const of = (text: string) => ({ text, blocks: splitBlocks(text) });
const diff = (a: string, b: string) => diffCopies(of(a), of(b));
const sides = (rows: ReturnType<typeof diff>["rows"], side: "left" | "right") => rows.flatMap((row) => row[side] ?? []);

describe("two texts beside each other", () => {
  it("give each paragraph once, in its order, whatever was moved", () => {
    const [a, b] = ["One two\nThree four\nFive six\nSeven eight", "Five six\nOne two\nThree for you and four more\nNine ten"];
    const { rows } = diff(a, b);
    expect(sides(rows, "left")).toEqual(a.split("\n"));
    expect(sides(rows, "right")).toEqual(b.split("\n"));
  });

  it("put changed paragraphs beside each other, and their parts together are the paragraphs", () => {
    const { rows } = diff("Added never\nThe pier closed on Monday at noon", "The pier shut on Tuesday at noon");
    expect(rows.map((row) => row.kind)).toEqual(["left", "changed"]);
    const parts = rows[1]!.parts!;
    expect(parts.filter((part) => part.side !== "right").map((part) => part.text).join("")).toBe("The pier closed on Monday at noon");
    expect(parts.filter((part) => part.side !== "left").map((part) => part.text).join("")).toBe("The pier shut on Tuesday at noon");
  });

  it("leave page furniture out", () => {
    const text = of("Ferry\nRead also");
    expect(diffCopies({ ...text, blocks: text.blocks.map((block, i) => (i === 1 ? { ...block, kind: "chrome" as const } : block)) }, of("Ferry")).rows).toMatchObject([{ kind: "same" }]);
  });

  it("stay bounded for two long texts that share nothing", () => {
    const random = randomFrom(3n);
    const long = () => Array.from({ length: 20_000 }, () => `w${random.next()} w${random.next()} w${random.next()}`).join("\n");
    const { rows, cut } = diff(long(), long());
    expect(cut).toBe(true);
    expect(rows.length).toBeLessThan(20_000);
  });
});

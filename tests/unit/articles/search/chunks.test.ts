import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { searchChunks } from "@/lib/articles/search/chunks";

const chunksOf = (text: string, language: string | null = null) => searchChunks(text, splitBlocks(text), language);

describe("what is searched of an article", () => {
  it("is every block but page furniture, under the rules of its language", () => {
    const text = "Ferry stops\nBy Ada Quill\nRead also";
    const blocks = splitBlocks(text).map((block, i) => (i === 2 ? { ...block, kind: "chrome" as const } : block));
    expect(searchChunks(text, blocks, "de-AT")).toEqual([{ ordinal: 0, config: "german", text: "Ferry stops\nBy Ada Quill\n" }]);
  });

  it("knows words as they are spelled where the language is none that Postgres bends", () => {
    expect(chunksOf("One", "fa")[0]?.config).toBe("simple");
    expect(chunksOf("One")[0]?.config).toBe("simple");
  });

  it("falls into pieces of at most 256 KB that end between words, whatever stands in the text", () => {
    const long = `Ferry\n${"quay harbour ".repeat(60_000)}\n${"x".repeat(300_000)}\n${"港口".repeat(100_000)}\n${"🛶".repeat(100_000)}`;
    const chunks = chunksOf(long, "en");
    expect(chunks.map((chunk) => chunk.ordinal)).toEqual(chunks.map((_, i) => i));
    expect(Math.max(...chunks.map((chunk) => Buffer.byteLength(chunk.text)))).toBeLessThanOrEqual(256 * 1024);
    expect(chunks.map((chunk) => chunk.text).join("").match(/\bquay\b/gu)).toHaveLength(60_000);
    expect(chunks.every((chunk) => chunk.text.isWellFormed())).toBe(true);
  });

  it("is nothing where no words are left", () => expect(chunksOf("")).toEqual([]));
});

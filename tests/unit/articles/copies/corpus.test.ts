import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isLikely } from "@/lib/articles/copies/judge";
import { overlap, shingleSet, wordHashes } from "@/lib/articles/copies/shingles";
import { copyWords } from "@/lib/articles/copies/words";
import { understand } from "@/lib/articles/extract/understand";

const CORPUS = path.resolve(import.meta.dirname, "../../../../../shared/corpus");

describe.skipIf(!existsSync(CORPUS))("the five captured pages", () => {
  it("tell of one group and are no copies of each other, nor likely ones", () => {
    const sets = readdirSync(CORPUS)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => {
        const read = understand({ kind: "text", text: readFileSync(path.join(CORPUS, name), "utf8") }, {});
        if (!read.ok) throw new Error(read.error.message);
        return shingleSet(wordHashes(copyWords(read.value.text, read.value.blocks)));
      });
    expect(sets).toHaveLength(5);
    for (const [i, a] of sets.entries())
      for (const b of sets.slice(i + 1)) expect(isLikely({ a: a.length, b: b.length }, overlap(a, b))).toBe(false);
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { copyPrint } from "@/lib/articles/copies/print";
import { overlap, shingleSet, wordHashes } from "@/lib/articles/copies/shingles";
import { normalWords } from "@/lib/articles/copies/words";
import { randomFrom, type Random } from "@/lib/kernel/random";

const sha256 = (words: string): Uint8Array => createHash("sha256").update(words).digest();
const print = (text: string) => copyPrint(text, splitBlocks(text), sha256);
const shingles = (text: string) => shingleSet(wordHashes(normalWords(text)));
const words = (random: Random, count: number): string[] => Array.from({ length: count }, () => `w${random.below(4000)}`);
const meet = (a: string, b: string): boolean => {
  const keys = new Set(print(a).bands);
  return print(b).bands.some((key) => keys.has(key));
};
/** The words with one part in a row replaced, so that about `jaccard` of the shingles of both are shared. */
function cousin(random: Random, from: readonly string[], jaccard: number): string[] {
  const fresh = Math.round(from.length * (1 - (2 * jaccard) / (1 + jaccard)));
  return [...from.slice(0, from.length - fresh), ...words(random, fresh)];
}

describe("the print of a text", () => {
  it("is the same for words that differ in case, marks, apostrophes and lines only", () => {
    const [one, two] = [print("Harbour talks\nThe city’s ferry, it seems, stops on Monday."), print("HARBOUR TALKS\n\nThe city's ferry it seems stops – on Monday")];
    expect(two).toEqual(one);
    expect(Buffer.from(one.wordsDigest).toString("hex")).toBe(createHash("sha256").update("harbour talks the citys ferry it seems stops on monday").digest("hex"));
    expect(one.shingles).toBe(6);
  });

  it("leaves page furniture and bylines out", () => {
    const text = "Harbour talks\nBy Ada Quill\nThe ferry stops on Monday.\nRead also: storms";
    const kinds = ["headline", "byline", "paragraph", "chrome"] as const;
    const blocks = splitBlocks(text).map((block, i) => ({ ...block, kind: kinds[i]! }));
    expect(copyPrint(text, blocks, sha256)).toEqual(print("Harbour talks\nThe ferry stops on Monday."));
  });

  it("counts every character of a script without spaces as a word", () => expect(print("港口谈判失败").shingles).toBe(2));

  it("has no keys for fewer than five words", () => expect(print("Two boats, four men")).toMatchObject({ shingles: 0, bands: [] }));

  it("finds texts of Jaccard similarity .5 with a probability of .95 or more, at 60 and at 900 words", () => {
    const random = randomFrom(5n);
    for (const length of [60, 900]) {
      let found = 0;
      let sum = 0;
      for (let i = 0; i < 300; i++) {
        const one = words(random, length);
        const [a, b] = [one.join(" "), cousin(random, one, 0.5).join(" ")];
        sum += overlap(shingles(a), shingles(b)).jaccard;
        if (meet(a, b)) found += 1;
      }
      expect(sum / 300).toBeGreaterThan(0.45);
      expect(sum / 300).toBeLessThan(0.51);
      expect(found / 300).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("finds by bands alone what was changed word by word, so that no run of twelve words is left", () => {
    const random = randomFrom(6n);
    let found = 0;
    for (let i = 0; i < 100; i++) {
      const one = words(random, 400);
      const other = one.map((word, at) => (at % 11 === 7 ? `x${random.below(4000)}` : word));
      expect(overlap(shingles(one.join(" ")), shingles(other.join(" "))).jaccard).toBeGreaterThan(0.33);
      if (meet(one.join(" "), other.join(" "))) found += 1;
    }
    // 1 − (1 − .36³)²⁴ = .69
    expect(found).toBeGreaterThan(50);
    expect(found).toBeLessThan(90);
  });

  it("finds 150 words inside a page of 3,000", () => {
    const random = randomFrom(7n);
    let found = 0;
    for (let i = 0; i < 200; i++) {
      const page = words(random, 3000);
      const at = random.below(2800);
      const [a, b] = [page.join(" "), page.slice(at, at + 150).join(" ")];
      if (meet(a, b)) found += 1;
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.95);
  });

  it("brings texts of other words together hardly ever", () => {
    const random = randomFrom(8n);
    const keys = new Map<bigint, number>();
    let shared = 0;
    for (let i = 0; i < 300; i++) {
      for (const key of print(words(random, 500).join(" ")).bands) {
        if (keys.has(key)) shared += 1;
        keys.set(key, i);
      }
    }
    expect(shared).toBeLessThan(3);
  });

  it("keeps a bounded number of keys of an enormous text", () => expect(print(words(randomFrom(9n), 100_000).join(" ")).bands.length).toBeLessThanOrEqual(24 + 512));
});

describe("the overlap of two texts", () => {
  it("is exact", () => {
    // 4 and 6 shingles, 3 of them in both.
    const [a, b] = [shingles("a b c d e f g h"), shingles("b c d e f g h x y z")];
    expect([a.length, b.length]).toEqual([4, 6]);
    expect(overlap(a, b)).toEqual({ jaccard: 3 / 7, containment: 3 / 4 });
    expect(overlap(b, a)).toEqual(overlap(a, b));
    expect(overlap(a, shingles("one two"))).toEqual({ jaccard: 0, containment: 0 });
  });
});

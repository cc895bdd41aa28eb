import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "@/components/codebook/compare/word-diff";

const words = fc.array(fc.constantFrom("the", "council", "bungled", "it", "\n", "again,", "۱۲"), { maxLength: 12 }).map((list) => list.join(" "));
const side = (runs: ReturnType<typeof wordDiff>, op: "ins" | "del"): string => runs.filter((run) => run.op === "same" || run.op === op).map((run) => run.text).join("");

describe("wordDiff", () => {
  it("gives both texts back, letter by letter", () => {
    fc.assert(fc.property(words, words, (before, after) => {
      const runs = wordDiff(before, after);
      expect([side(runs, "del"), side(runs, "ins")]).toEqual([before, after]);
    }));
  });

  it("says nothing of a text that stayed, and has no run without words", () => {
    fc.assert(fc.property(words, (text) => {
      expect(wordDiff(text, text)).toEqual(text === "" ? [] : [{ op: "same", text }]);
    }));
    fc.assert(fc.property(words, words, (before, after) => {
      expect(wordDiff(before, after).filter((run) => run.text === "")).toEqual([]);
    }));
  });

  it("puts what went before what came, and joins rewritten words", () => {
    expect(wordDiff("Words that blame the target.", "Words that mock or doubt the target.")).toEqual([
      { op: "same", text: "Words that " }, { op: "del", text: "blame" }, { op: "ins", text: "mock or doubt" }, { op: "same", text: " the target." },
    ]);
    expect(wordDiff("", "new")).toEqual([{ op: "ins", text: "new" }]);
    expect(wordDiff("old", "")).toEqual([{ op: "del", text: "old" }]);
  });

  it("leaves no scraps of one text in another that has little to do with it", () => {
    const [before, after] = ["This study asks how the papers of a town wrote of its council.", "Read the rules before you mark a word of any article."];
    expect(wordDiff(before, after)).toEqual([{ op: "del", text: before }, { op: "ins", text: after }]);
  });

  it("calls very long rewritten texts rewritten as a whole", () => {
    const [before, after] = ["a ", "b "].map((word) => word.repeat(3000).trim()) as [string, string];
    expect(wordDiff(before, after)).toEqual([{ op: "del", text: before }, { op: "ins", text: after }]);
  });
});

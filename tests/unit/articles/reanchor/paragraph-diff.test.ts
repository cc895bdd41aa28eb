import { expect, it } from "vitest";
import { paragraphDiff } from "@/lib/articles/reanchor/paragraph-diff";

const words = (is: string, parts: readonly { words: string; is: string }[]): string => `${is} ${parts.map((part) => (part.is === "new" ? `+${part.words}+` : part.is === "gone" ? `-${part.words}-` : part.words)).join("")}`;
const told = (before: string[], after: string[]) => paragraphDiff(before, after).map((one) => (one.is === "same" ? `same ${one.count}` : words(one.is, one.words)));

it("tells paragraphs apart that came, went, moved and were edited, in the order of the new text", () => {
  expect(told(["a", "b", "c"], ["a", "b", "c"])).toEqual(["same 3"]);
  expect(told(["Head", "The boats ran late.", "More"], ["Head", "The boats ran very late.", "More"])).toEqual(["same 1", "edited The boats ran +very +late.", "same 1"]);
  expect(told(["a", "b", "c"], ["a", "x", "c"])).toEqual(["same 1", "gone -b-", "new +x+", "same 1"]);
  expect(told(["one", "two", "three", "four"], ["four", "one", "two", "three"])).toEqual(["moved four", "same 3"]);
  expect(told(["one", "two", "three"], ["three", "two", "one"])).toEqual(["same 1", "moved two", "moved one"]);
  expect(told(["one", "two", "three", "four", "five"], ["two", "five", "new", "three", "four"])).toEqual(["gone -one-", "same 1", "moved five", "new +new+", "same 2"]);
  expect(told(["a"], [])).toEqual(["gone -a-"]);
  expect(told([], ["a"])).toEqual(["new +a+"]);
});

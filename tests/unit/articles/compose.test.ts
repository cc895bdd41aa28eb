import { describe, expect, it } from "vitest";
import { composeArticle, kindToEnd, MAX_BLOCKS, withKinds } from "@/lib/articles/compose";

const composed = (input: Parameters<typeof composeArticle>[0]) => {
  const result = composeArticle(input);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe("an article from its text", () => {
  it("takes its title from the first block, and counts words of what can be annotated", () => {
    const article = composed({ text: "\ufeffHead line\r\n\r\nOne two.\rMenu", kinds: [{ ordinal: 2, kind: "chrome" }] });
    expect(article).toMatchObject({ text: "Head line\n\nOne two.\nMenu", title: "Head line", words: 4, codePoints: 24 });
    expect(article.blocks.map((block) => block.kind)).toEqual(["headline", "paragraph", "chrome"]);
    expect(article.ownVoice).toBe("Head line".length + "One two.".length);
  });
  it("takes its title from the block that is marked as the headline", () => {
    expect(composed({ text: "Menu\nHead", kinds: [{ ordinal: 0, kind: "chrome" }, { ordinal: 1, kind: "headline" }] }).title).toBe("Head");
    expect(composed({ text: "Menu\nHead", kinds: [{ ordinal: 0, kind: "chrome" }] }).title).toBe("Menu");
    expect(composed({ text: "Menu\nHead", title: "Given" }).title).toBe("Given");
  });
  it("keeps why a block got its kind", () => {
    const { blocks } = composed({ text: "Menu\nHead\nWords", kinds: [{ ordinal: 0, kind: "chrome", reason: "navigation" }, { ordinal: 1, kind: "headline" }] });
    expect(blocks.map((block) => block.reason)).toEqual(["navigation", null, null]);
  });
  it("cuts a title between characters, never inside one", () => {
    const title = composed({ text: "🛶".repeat(500) }).title;
    expect(Array.from(title)).toHaveLength(300);
    expect(title.isWellFormed()).toBe(true);
  });
  it.each([
    [{ text: " \n " }, "/text"],
    [{ text: "a\u0000b" }, "/text"],
    [{ text: "a\ud800" }, "/text"],
    [{ text: "x\n".repeat(MAX_BLOCKS + 1) }, "/text"],
    [{ text: "a\nb", kinds: [{ ordinal: 2, kind: "chrome" as const }] }, "/blocks"],
  ])("is refused with the place", (input, path) => {
    const result = composeArticle(input);
    expect(result.ok ? null : result.error.path).toBe(path);
  });
});

describe("kinds from here to the end", () => {
  it("leave out blocks that have the kind already", () => {
    const { blocks } = composed({ text: "a\nb\nc\nd", kinds: [{ ordinal: 2, kind: "chrome" }] });
    expect(kindToEnd(blocks, 1, "chrome")).toEqual([{ ordinal: 1, kind: "chrome" }, { ordinal: 3, kind: "chrome" }]);
    expect(withKinds(blocks, [{ ordinal: 4, kind: "chrome" }])).toBeNull();
  });
});

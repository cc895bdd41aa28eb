import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { safeLink } from "@/components/rich-text/safe-link";
import { RICH_TEXT } from "@/components/rich-text/schema";
import type { RichText } from "@/lib/codebook/rich-text";

const schema = getSchema(RICH_TEXT);

describe("the rich-text editor", () => {
  it("gives back exactly what was stored, without anything of its own", () => {
    const paragraph = (text: string, ...marks: object[]) => ({ type: "paragraph", content: [{ type: "text", ...(marks.length > 0 ? { marks } : {}), text }] });
    const stored = {
      type: "doc",
      content: [
        { type: "paragraph" },
        { type: "paragraph", content: [{ type: "text", text: "one" }, { type: "hardBreak" }, { type: "text", marks: [{ type: "bold" }, { type: "italic" }], text: "two" }, { type: "text", marks: [{ type: "link", attrs: { href: "https://example.org/a" } }], text: "three" }] },
        { type: "bulletList", content: [{ type: "listItem", content: [paragraph("a"), { type: "orderedList", content: [{ type: "listItem", content: [paragraph("b", { type: "bold" })] }] }] }] },
        { type: "blockquote", content: [paragraph("c")] },
      ],
    } as unknown as RichText;
    const node = schema.nodeFromJSON(stored);
    node.check();
    expect(JSON.parse(JSON.stringify(node.toJSON()))).toEqual(stored);
  });

  it("knows no other piece", () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(["blockquote", "bulletList", "doc", "hardBreak", "listItem", "orderedList", "paragraph", "text"]);
    expect(Object.keys(schema.marks).toSorted()).toEqual(["bold", "italic", "link"]);
  });
});

describe("safeLink", () => {
  it("takes addresses of the web, and adds https where it is left out", () => {
    expect(safeLink(" https://example.org/a?b=c ")).toBe("https://example.org/a?b=c");
    expect(safeLink("http://example.org")).toBe("http://example.org");
    expect(safeLink("example.org/a")).toBe("https://example.org/a");
  });

  it("takes nothing else", () => {
    for (const wrong of ["", "words", "two words.com", "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//example.org", "/\\example.org", "ftp://example.org", "https://", "mailto:a@b.c"]) expect([wrong, safeLink(wrong)]).toEqual([wrong, null]);
  });
});

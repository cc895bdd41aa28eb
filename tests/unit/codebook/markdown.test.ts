import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown, writeMarkdown } from "@/lib/codebook/markdown";
import { plainText, richText, type RichBlock, type RichInline, type RichText } from "@/lib/codebook/rich-text";

const again = (text: string): string => writeMarkdown(readMarkdown(text));
const signs = fc.constantFrom(..."*_[]()\\>-.#`~!1&<ab é🌉\n ".split(/(?:)/u));
const anything = fc.array(signs, { maxLength: 40 }).map((list) => list.join(""));
/** Words with signs in them, but no blank end. */
const words = fc.array(fc.constantFrom(..."*[]()\\>-.1a é🌉".split(/(?:)/u)), { minLength: 1, maxLength: 8 }).map((list) => list.join("").trim()).filter((text) => text !== "");

const run = fc.record({ text: words, bold: fc.boolean(), italic: fc.boolean(), href: fc.option(fc.constantFrom("https://example.org/a*b", "http://x.example/?q=[1]"), { nil: null }) });
const toInline = ({ text, bold, italic, href }: { text: string; bold: boolean; italic: boolean; href: string | null }): RichInline => {
  const marks = [...(href === null ? [] : [{ type: "link" as const, attrs: { href } }]), ...(bold ? [{ type: "bold" as const }] : []), ...(italic ? [{ type: "italic" as const }] : [])];
  return marks.length === 0 ? { type: "text", text } : { type: "text", text, marks };
};
// A look that begins within a number is moved behind it; see below.
/** Runs that touch look different, as an editor has them. */
const joined = (content: readonly RichInline[]): RichInline[] =>
  content.reduce<RichInline[]>((all, one) => {
    const last = all.at(-1);
    if (last?.type === "text" && one.type === "text" && JSON.stringify(last.marks) === JSON.stringify(one.marks)) return [...all.slice(0, -1), { ...last, text: last.text + one.text }];
    return [...all, one];
  }, []);
const line = fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => joined(runs.map((one, i) => toInline(i === 0 ? one : { ...one, text: one.text.replace(/^1/u, "x") }))));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines): RichBlock => ({ type: "paragraph", content: lines.flatMap((one, i) => (i === 0 ? one : [{ type: "hardBreak" as const }, ...one])) }));
const block: fc.Arbitrary<RichBlock> = fc.letrec<{ block: RichBlock; blocks: RichBlock[] }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    tie("blocks").map((content): RichBlock => ({ type: "blockquote", content })),
    fc.tuple(fc.constantFrom("bulletList" as const, "orderedList" as const), fc.array(tie("blocks"), { minLength: 1, maxLength: 3 })).map(([type, items]): RichBlock => ({ type, content: items.map((content) => ({ type: "listItem" as const, content })) })),
  ),
})).block;
const depth = (one: RichBlock): number => (one.type === "paragraph" ? 0 : 1 + Math.max(...(one.type === "blockquote" ? one.content : one.content.flatMap((item) => item.content)).map(depth)));
const doc = fc.array(block.filter((one) => depth(one) <= 6), { minLength: 1, maxLength: 4 }).map((content): RichText => ({ type: "doc", content }));

describe("light Markdown", () => {
  it("reads bold, italic, links, lists and quotations", () => {
    const text = "A **bold *both*** and *it* [link](https://example.org/a).\nSecond line\n\n- one\n\n  more\n- two\n\n1. first\n2. second\n\n> said\n>\n> again";
    expect(readMarkdown(text).content.map((one) => one.type)).toEqual(["paragraph", "bulletList", "orderedList", "blockquote"]);
    expect(readMarkdown(text).content[0]).toMatchObject({ content: [{ text: "A " }, { text: "bold ", marks: [{ type: "bold" }] }, { text: "both", marks: [{ type: "bold" }, { type: "italic" }] }, { text: " and " }, { text: "it" }, { text: " " }, { text: "link", marks: [{ type: "link", attrs: { href: "https://example.org/a" } }] }, { text: "." }, { type: "hardBreak" }, { text: "Second line" }] });
    expect(again(text)).toBe(text);
  });

  it.each(["", "Plain words.", "Line one\nline two\n\nParagraph", "a\n\n\nb", "a\n\n\n\nb\n", "2 * 3 * 4 = 24", "{{7*7}} and 7*7", "snake_case_name and __init__", "see [1] and (2)", "C:\\temp\\new", "#1 <b>no</b> &amp; `x`", "So: \n- no list here", "5. of May", "  indented\n   more", "متن فارسی\n«نقل»"])("leaves plain words as they are: %j", (text) => {
    expect(plainText(readMarkdown(text))).toBe(text.replaceAll("\n\n", "\n"));
    expect(again(text)).toBe(text);
  });

  it("makes no link of what leads elsewhere than the web", () => {
    for (const text of ["[x](javascript:alert(1))", "[x](/a)", "[x](https://a b)", "[x](data:text/html,y)"]) expect(JSON.stringify(readMarkdown(text))).not.toContain('"link"');
    expect(writeMarkdown({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }] }] })).toBe("x");
  });

  it("gives a document back as it was", () => {
    fc.assert(fc.property(doc, (text) => void expect(readMarkdown(writeMarkdown(text))).toEqual(text)), { numRuns: 500 });
  });

  it("gives plain words back letter for letter, whatever signs are in them", () => {
    fc.assert(fc.property(anything, (text) => void expect(plainText(readMarkdown(writeMarkdown(richText(text))))).toBe(text)), { numRuns: 500 });
  });

  it("reads what it wrote as the same, whatever was typed", () => {
    fc.assert(fc.property(anything, (text) => void expect(plainText(readMarkdown(again(text)))).toBe(plainText(readMarkdown(text)))), { numRuns: 500 });
    fc.assert(fc.property(anything, (text) => void expect(again(again(text))).toBe(again(text))), { numRuns: 500 });
  });

  it("takes no spaces for words after a list", () => {
    for (const text of ["-\n ", "- a\n \nb", "1. a\n\n\n b"]) expect(plainText(readMarkdown(again(text)))).toBe(plainText(readMarkdown(text)));
  });

  it("moves a look that begins within a number behind it", () => {
    const half: RichText = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "1" }, { type: "text", text: "2 of", marks: [{ type: "bold" }] }] }] };
    expect(writeMarkdown(half)).toBe("12 **of**");
  });

  it("reads thousands of signs at once", () => {
    for (const sign of [">", "> ", "- ", "*a", "[", "[a](", "\\", "\n", "**a* "]) expect(plainText(readMarkdown(sign.repeat(4000 / sign.length))).length).toBeGreaterThan(0);
  });
});

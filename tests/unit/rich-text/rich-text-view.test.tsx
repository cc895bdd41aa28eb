import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { RichTextView } from "@/components/rich-text/rich-text-view";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { COLOURS, GLYPHS } from "@/lib/codebook/content";
import { type RichBlock, richText } from "@/lib/codebook/rich-text";

const shown = (...content: RichBlock[]): string => renderToStaticMarkup(<RichTextView text={{ type: "doc", content }} />);
const link = (href: string): RichBlock => ({ type: "paragraph", content: [{ type: "text", text: "there", marks: [{ type: "link", attrs: { href } }, { type: "bold" }] }] });

describe("RichTextView", () => {
  it("shows words as words, whatever they look like", () => {
    expect(renderToStaticMarkup(<RichTextView text={richText("<b>no</b> & <script>\nsecond")} />)).toBe('<div class="rich"><p dir="auto">&lt;b&gt;no&lt;/b&gt; &amp; &lt;script&gt;</p><p dir="auto">second</p></div>');
  });

  it("shows paragraphs, breaks, lists, quotations, bold and italic", () => {
    const words = (text: string): RichBlock => ({ type: "paragraph", content: [{ type: "text", text, marks: [{ type: "italic" }] }, { type: "hardBreak" }] });
    const html = shown({ type: "orderedList", content: [{ type: "listItem", content: [words("one")] }] }, { type: "bulletList", content: [{ type: "listItem", content: [words("two")] }] }, { type: "blockquote", content: [words("three")] });
    expect(html).toBe('<div class="rich"><ol><li><p dir="auto"><em>one</em><br/></p></li></ol><ul><li><p dir="auto"><em>two</em><br/></p></li></ul><blockquote><p dir="auto"><em>three</em><br/></p></blockquote></div>');
  });

  it("makes links of http and https only; of anything else the words stay", () => {
    expect(shown(link("https://example.org/a"))).toContain('<a class="link" href="https://example.org/a" target="_blank" rel="noopener noreferrer">there</a>');
    for (const href of ["javascript:alert(1)", " https://x", "data:text/html,x", "//example.org"]) expect(shown(link(href))).not.toContain("<a");
  });
});

describe("LabelGlyph", () => {
  it("has a shape of its own for every glyph and a class for every colour of the codebook", () => {
    const drawn = GLYPHS.map((shape) => renderToStaticMarkup(<LabelGlyph shape={shape} colour="green" />));
    expect(new Set(drawn).size).toBe(GLYPHS.length);
    for (const colour of COLOURS) expect(renderToStaticMarkup(<LabelGlyph shape="bar" colour={colour} />)).toContain(`lg-${colour}`);
  });
});

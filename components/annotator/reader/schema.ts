import { Node, type NodeViewRenderer } from "@tiptap/core";
import type { Translator } from "@/components/words/words";
import type { BlockKind } from "@/lib/articles/blocks";
import { isAllMask } from "@/lib/articles/source-mask";

/** How each kind of block is drawn: its element and the classes of the style sheet. */
const SHAPES: Readonly<Record<Exclude<BlockKind, "chrome">, readonly [tag: string, className: string | null]>> = {
  headline: ["h1", null],
  heading: ["h2", "p h"],
  byline: ["p", "p by"],
  paragraph: ["p", "p"],
  list_item: ["p", "p li"],
  quotation: ["blockquote", "p quote"],
  caption: ["p", "p cap"],
  embed: ["blockquote", "p quote embed"],
};

const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
const Text = Node.create({ name: "text", group: "inline" });

const blocks = Object.entries(SHAPES).map(([name, [tag, className]]) =>
  Node.create({
    name,
    group: "block",
    content: "text*",
    // With Ctrl a click would select the whole block as an object.
    selectable: false,
    addAttributes: () => ({
      number: { default: null, renderHTML: ({ number }) => (number === null ? {} : { "data-no": String(number) }) },
      aside: { default: null, renderHTML: ({ aside }) => (aside === null ? {} : { "data-aside": "" }) },
      follows: { default: null, renderHTML: ({ follows }) => (follows === null ? {} : { "data-follows": "" }) },
      lang: { default: null, renderHTML: ({ lang }) => (lang === null ? {} : { lang: String(lang) }) },
    }),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    // A view of our own, so that lighting a mark by class does not make the editor draw the block again.
    addNodeView: (): NodeViewRenderer => ({ node, HTMLAttributes }) => {
      const dom = element(tag, className ?? undefined);
      for (const [name, value] of Object.entries({ dir: "auto", ...HTMLAttributes })) dom.setAttribute(name, String(value));
      // In a long text the browser leaves alone what is far away, and reckons its height from this.
      dom.style.setProperty("--size", String(node.content.size));
      return { dom, contentDOM: dom, ignoreMutation: (mutation) => mutation.type === "attributes" };
    },
  }),
);

/** Page chrome: there, and named, but closed. No caret goes in and nothing in it can be selected. */
const chrome = (t: Translator) => Node.create({
  name: "chrome",
  group: "block",
  atom: true,
  selectable: false,
  draggable: false,
  addAttributes: () => ({ words: { default: "" }, lines: { default: 1 } }),
  renderHTML: () => ["aside"],
  addNodeView: (): NodeViewRenderer => ({ node }) => {
    const { words, lines } = node.attrs as { words: string; lines: number };
    return { dom: chromeBox(words, lines, t), ignoreMutation: () => true, stopEvent: () => true };
  },
});

/** The nodes of the reader, speaking the language of the page; nothing else exists in its documents. */
export const readerNodes = (t: Translator) => [Doc, Text, ...blocks, chrome(t)];

function chromeBox(words: string, lines: number, t: Translator): HTMLElement {
  const box = element("aside", "chrome hatch");
  box.contentEditable = "false";
  box.setAttribute("aria-label", t("marking.reader.chrome"));
  if (isAllMask(words.replaceAll(" · ", ""))) {
    const hidden = element("p", "what");
    hidden.textContent = t("marking.reader.chromeHidden", { lines });
    box.append(hidden);
    return box;
  }
  const details = element("details");
  const summary = element("summary", "what");
  summary.textContent = t("marking.reader.chromeMasked", { lines });
  const text = element("p", "words");
  text.dir = "auto";
  text.textContent = words;
  details.append(summary, text);
  box.append(details);
  return box;
}

function element(tag: string, className?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  return made;
}

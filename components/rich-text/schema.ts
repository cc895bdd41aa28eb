import { Mark, Node, wrappingInputRule } from "@tiptap/core";
import { safeLink } from "./safe-link";

// Exactly the nodes and marks of lib/codebook/rich-text.ts, without attributes of our own, so that what the editor
// gives as JSON is what is stored.

const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
const Text = Node.create({ name: "text", group: "inline" });

const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000,
  group: "block",
  content: "inline*",
  // A pasted heading stays as words.
  parseHTML: () => ["p", "h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
  renderHTML: () => ["p", { dir: "auto" }, 0],
});

const HardBreak = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.insertContent({ type: "hardBreak" }) };
  },
});

const list = (name: "bulletList" | "orderedList", tag: "ul" | "ol", find: RegExp) =>
  Node.create({
    name,
    group: "block list",
    content: "listItem+",
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addInputRules() {
      return [wrappingInputRule({ find, type: this.type })];
    },
  });

const ListItem = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    // Not Tab: it leads out of the field, as everywhere.
    return {
      Enter: () => this.editor.commands.splitListItem("listItem"),
      "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
      "Mod-[": () => this.editor.commands.liftListItem("listItem"),
    };
  },
});

const Blockquote = Node.create({
  name: "blockquote",
  group: "block",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: () => ["blockquote", 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/u, type: this.type })];
  },
});

const plainMark = (name: "bold" | "italic", tags: readonly string[], keys: string) =>
  Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0] ?? "b", 0],
    addKeyboardShortcuts() {
      return { [keys]: () => this.editor.commands.toggleMark(name) };
    },
  });

const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => { const href = safeLink(element.getAttribute("href") ?? ""); return href === null ? false : { href }; } }],
  renderHTML: ({ mark }) => ["a", { href: safeLink(String(mark.attrs["href"])) ?? "", class: "link", rel: "noopener noreferrer nofollow" }, 0],
});

/** The nodes and marks that a text of the codebook may hold. */
export const RICH_TEXT = [
  Doc, Text, Paragraph, HardBreak,
  list("bulletList", "ul", /^\s*[-–*]\s$/u), list("orderedList", "ol", /^\s*1[.)]\s$/u), ListItem, Blockquote,
  plainMark("bold", ["strong", "b"], "Mod-b"), plainMark("italic", ["em", "i"], "Mod-i"), Link,
];

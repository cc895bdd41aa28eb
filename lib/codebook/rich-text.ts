/** Marks that rich text may carry. A link goes to http or https only. */
export type RichMark = { readonly type: "bold" | "italic" } | { readonly type: "link"; readonly attrs: { readonly href: string } };
/** A run of letters, or a line break inside a paragraph. */
export type RichInline = { readonly type: "text"; readonly text: string; readonly marks?: readonly RichMark[] | undefined } | { readonly type: "hardBreak" };
/** A paragraph, a list, or a quotation. */
export type RichBlock =
  | { readonly type: "paragraph"; readonly content?: readonly RichInline[] | undefined }
  | { readonly type: "bulletList" | "orderedList"; readonly content: readonly { readonly type: "listItem"; readonly content: readonly RichBlock[] }[] }
  | { readonly type: "blockquote"; readonly content: readonly RichBlock[] };

/** A text with paragraphs, lists, quotations, bold, italic and links, as tiptap writes it (JSON, never HTML). */
export type RichText = { readonly type: "doc"; readonly content: readonly RichBlock[] };

/** Plain words as rich text: a paragraph per line. */
export const richText = (words: string): RichText => ({
  type: "doc",
  content: words.split("\n").map((line) => (line === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text: line }] })),
});

/** No words at all. */
export const EMPTY_TEXT: RichText = richText("");

const inline = (content: readonly RichInline[] = []): string => content.map((one) => (one.type === "text" ? one.text : "\n")).join("");

const blockText = (block: RichBlock): string => {
  if (block.type === "paragraph") return inline(block.content);
  if (block.type === "blockquote") return block.content.map(blockText).join("\n");
  return block.content.map((item, i) => `${block.type === "bulletList" ? "–" : `${i + 1}.`} ${item.content.map(blockText).join("\n")}`).join("\n");
};

/** The words of a rich text, a line per paragraph or list item. */
export const plainText = (text: RichText): string => text.content.map(blockText).join("\n");

/** Whether a rich text says nothing. */
export const isEmptyText = (text: RichText): boolean => plainText(text).trim() === "";

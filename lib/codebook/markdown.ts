import { readInline, writeInline } from "./markdown-inline";
import type { RichBlock, RichText } from "./rich-text";

/** Lists and quotations inside one another; what lies deeper is read as words. */
const DEEPEST = 8;
const BULLET = /^-(?: |$)/u;
const FIRST = /^1\.(?: |$)/u;
const NUMBER = /^\d{1,9}\.(?: |$)/u;

type ListItem = Extract<RichBlock, { type: "bulletList" | "orderedList" }>["content"][number];

/**
 * Reads light Markdown: paragraphs with a blank line between, in which every line break counts; "- " and "1. " lists and
 * "> " quotations where a paragraph would begin; **bold**, *italic* and [links](https://example.org); a backslash
 * before one of their signs makes a letter of it. Plain words are read as they stand.
 */
export const readMarkdown = (text: string): RichText => ({ type: "doc", content: blocksOf(text.replaceAll(/\r\n?/gu, "\n").split("\n"), DEEPEST) });

/** Writes what `readMarkdown` reads. Signs are escaped only where they would mean something. */
export const writeMarkdown = (text: RichText): string => blockLines(text.content).join("\n");

function blocksOf(given: readonly string[], depth: number): RichBlock[] {
  const blocks: RichBlock[] = [];
  const lines = [...given];
  for (let at = 0; at < lines.length; ) {
    // After a list, spaces before words mean nothing: with enough of them the words would be the list's.
    if (isList(blocks.at(-1))) lines[at] = lines[at]?.trimStart() ?? "";
    const line = lines[at] ?? "";
    if (line === "" && isList(blocks.at(-1))) {
      at += 1;
      continue;
    }
    const [block, next]: [RichBlock, number] =
      depth > 0 && line.startsWith(">") ? quotation(lines, at, depth) : depth > 0 && BULLET.test(line) ? list("bulletList", lines, at, depth) : depth > 0 && FIRST.test(line) ? list("orderedList", lines, at, depth) : paragraph(lines, at);
    blocks.push(block);
    at = lines[next] === "" ? next + 1 : next;
    if (at === lines.length && next < at && block.type === "paragraph") blocks.push({ type: "paragraph" });
  }
  return blocks;
}

const isList = (block: RichBlock | undefined): boolean => block?.type === "bulletList" || block?.type === "orderedList";

function paragraph(lines: readonly string[], from: number): [RichBlock, number] {
  let to = from + 1;
  while (to < lines.length && lines[to] !== "") to += 1;
  // A break at the very end separates nothing.
  if (to === lines.length - 1) to += 1;
  const content = readInline(lines.slice(from, to).join("\n"));
  return [content.length === 0 ? { type: "paragraph" } : { type: "paragraph", content }, to];
}

function quotation(lines: readonly string[], from: number, depth: number): [RichBlock, number] {
  let to = from;
  while (lines[to]?.startsWith(">") === true) to += 1;
  return [{ type: "blockquote", content: blocksOf(lines.slice(from, to).map((line) => line.replace(/^> ?/u, "")), depth - 1) }, to];
}

function list(type: "bulletList" | "orderedList", lines: readonly string[], from: number, depth: number): [RichBlock, number] {
  const items: ListItem[] = [];
  const marker = type === "bulletList" ? BULLET : NUMBER;
  let at = from;
  for (let found = marker.exec(lines[at] ?? ""); found !== null; found = marker.exec(lines[at] ?? "")) {
    const width = found[0].trimEnd().length + 1;
    const body = [(lines[at] ?? "").slice(width)];
    at += 1;
    for (let next = continued(lines, at, width); next !== null; next = continued(lines, at, width)) {
      body.push(...lines.slice(at, next).map(() => ""), (lines[next] ?? "").slice(width));
      at = next + 1;
    }
    items.push({ type: "listItem", content: blocksOf(body, depth - 1) });
    if (at >= lines.length) break;
  }
  return [{ type, content: items }, at];
}

/** The next line that belongs to an item, which is indented; blank lines may come before. */
function continued(lines: readonly string[], from: number, width: number): number | null {
  let at = from;
  while (lines[at] === "") at += 1;
  return lines[at]?.startsWith(" ".repeat(width)) === true ? at : null;
}

function blockLines(blocks: readonly RichBlock[]): string[] {
  return blocks.flatMap((block, i) => {
    const lines = linesOf(block);
    // After a list, indented words would be read as the list's.
    const own = isList(blocks[i - 1]) ? [(lines[0] ?? "").trimStart(), ...lines.slice(1)] : lines;
    return i === 0 ? own : ["", ...own];
  });
}

function linesOf(block: RichBlock): string[] {
  if (block.type === "paragraph") return beginning(writeInline(block.content ?? [])).split("\n");
  if (block.type === "blockquote") return blockLines(block.content).map((line) => (line === "" ? ">" : `> ${line}`));
  return block.content.flatMap((item, i) => {
    const marker = block.type === "bulletList" ? "-" : `${i + 1}.`;
    const [first = "", ...rest] = withoutBlankEnd(blockLines(item.content));
    const indent = " ".repeat(marker.length + 1);
    return [first === "" ? marker : `${marker} ${first}`, ...rest.map((line) => (line === "" ? "" : indent + line))];
  });
}

/** Words that would begin a list or a quotation are kept from it. */
const beginning = (text: string): string => (text.startsWith(">") || BULLET.test(text.split("\n", 1)[0] ?? "") ? `\\${text}` : FIRST.test(text.split("\n", 1)[0] ?? "") ? `1\\${text.slice(1)}` : text);

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line !== "");
  return lines.slice(0, Math.max(1, end + 1));
}

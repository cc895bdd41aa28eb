import { Tokenizer, TokenizerMode } from "parse5";
import { isBlock, UNSEEN } from "./markup";

/** Elements that may stay open: what follows closes them, so they nest nothing. */
const LOOSE: ReadonlySet<string> = new Set("area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup".split(" "));
/** Deeper, and more, than any page that a person made. */
const [MAX_DEPTH, MAX_TAGS] = [600, 200_000];

/** True when elements are nested too deep for a parser, or may be, or are too many. Reads the text once and builds nothing. */
export function isTooMuch(html: string): boolean {
  let [depth, tags] = [0, 0];
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    const closes = html[at + 1] === "/";
    const name = /^[a-z][a-z\d]{0,12}/iu.exec(html.slice(at + (closes ? 2 : 1), at + 16))?.[0].toLowerCase();
    if (name === undefined) continue;
    tags += 1;
    if (tags > MAX_TAGS) return true;
    if (LOOSE.has(name)) continue;
    if (name === "script" || name === "style") {
      if (closes) continue;
      const end = indexOfClosing(html, name, at);
      // Without an end, all that follows is script.
      if (end < 0) return false;
      at = end;
      continue;
    }
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function indexOfClosing(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return -1;
}

/** Elements whose text the tokenizer must read as it stands. */
const RAW: ReadonlyMap<string, Tokenizer["state"]> = new Map(Object.entries({ script: TokenizerMode.SCRIPT_DATA, style: TokenizerMode.RAWTEXT, noscript: TokenizerMode.RAWTEXT, iframe: TokenizerMode.RAWTEXT, title: TokenizerMode.RCDATA, textarea: TokenizerMode.RCDATA }));

/** The visible words of markup, a line per block element, without building a document: for pages that no parser should see. */
export function plainTextOf(html: string): string {
  const parts: string[] = [];
  let unseen: string | null = null;
  const nothing = (): void => undefined;
  const text = ({ chars }: { chars: string }): void => { if (unseen === null) parts.push(chars.replace(/[\t\n\r\f]/gu, " ")); };
  const tokenizer: Tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, {
    onComment: nothing, onDoctype: nothing, onEof: nothing, onNullCharacter: nothing, onCharacter: text, onWhitespaceCharacter: text,
    onStartTag: ({ tagName, selfClosing }) => {
      if (isBlock(tagName) || tagName === "br") parts.push("\n");
      tokenizer.state = RAW.get(tagName) ?? tokenizer.state;
      if (unseen === null && UNSEEN.has(tagName) && !LOOSE.has(tagName) && !selfClosing) unseen = tagName;
    },
    onEndTag: ({ tagName }) => {
      if (isBlock(tagName)) parts.push("\n");
      if (tagName === unseen) unseen = null;
    },
  });
  tokenizer.write(html, true);
  return parts.join("").split("\n").map((line) => line.replace(/ {2,}/gu, " ").trim()).filter((line) => line !== "").join("\n\n");
}

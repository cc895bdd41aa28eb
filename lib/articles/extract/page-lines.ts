import { isBlock, MARK, marksOf, UNSEEN } from "./markup";

/** One line of a page with what its markup tells. */
export type PageLine = {
  readonly text: string;
  /** Marks (`MARK`) that all of its words carry. */
  readonly marks: number;
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  /** Letters inside links. */
  readonly linked: number;
  /** The words that markup gives as a byline, when they are a part of the line. */
  readonly byline: string;
  readonly dated: boolean;
  /** The innermost block element (an index into `parents`). */
  readonly element: number;
};
/** The visible lines of a page in page order, and for each block element the one around it. */
export type PageLines = { readonly lines: readonly PageLine[]; readonly parents: readonly number[] };

type Frame = { readonly tag: string; readonly marks: number; readonly block: boolean; readonly pre: boolean; readonly running: boolean; readonly level: number; readonly element: number };

/** Nodes as linkedom makes them; only what is used here. */
const [ELEMENT, TEXT, DOCUMENT] = [1, 3, 9];
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

/** Called with each element, also those that nobody sees; gives no answer. */
export type Visitor = (element: Element, tag: string) => void;

/**
 * Reads all visible lines of a document. Walks without recursion, so that no depth is too much, and changes nothing.
 * @param visit sees each element on the way
 */
export function readPageLines(root: Node, visit: Visitor | null = null): PageLines {
  const reader = new LineReader();
  const frames: Frame[] = [{ tag: "", marks: 0, block: true, pre: false, running: false, level: 0, element: 0 }];
  // The parser links nothing to a doctype, so a document is entered by its element.
  let node: Node | null = root.nodeType === DOCUMENT ? (root as Document).documentElement : root.firstChild;
  let depth = 0;
  while (node !== null) {
    let inner: Node | null = null;
    const around = frames[frames.length - 1] as Frame;
    if (node.nodeType === TEXT) reader.add((node as Text).data, around);
    else if (node.nodeType === ELEMENT) {
      const frame = enter(node as Element, around, reader, visit);
      inner = frame === null ? null : node.firstChild;
      if (frame !== null && inner !== null) {
        frames.push(frame);
        depth += 1;
      } else if (frame?.block === true) reader.close();
    }
    if (inner !== null) {
      node = inner;
      continue;
    }
    while (node !== null && node.nextSibling === null && depth > 0) {
      node = node.parentNode;
      depth -= 1;
      if ((frames.pop() as Frame).block) reader.close();
      else reader.left();
    }
    node = node === null ? null : node.nextSibling;
  }
  reader.close();
  return reader;
}

function enter(element: Element, around: Frame, reader: LineReader, visit: Visitor | null): Frame | null {
  const tag = element.localName.toLowerCase();
  visit?.(element, tag);
  if (tag === "br") reader.close();
  if (UNSEEN.has(tag) || isHidden(element, tag)) return null;
  const [names, role, property, rel] = [namesOf(element), element.getAttribute("role") ?? "", element.getAttribute("itemprop") ?? "", tag === "a" ? (element.getAttribute("rel") ?? "") : ""];
  const block = isBlock(tag) || tag.startsWith("amp-");
  if (block) reader.close();
  else if (tag === "a" || tag === "button" || !around.running) reader.part();
  const level = /^h[1-6]$/u.test(tag) ? Number(tag[1]) : around.level;
  return { tag, marks: around.marks | marksOf(tag, names, role, property, rel), block, pre: around.pre || tag === "pre", running: tag === "p" || (around.running && !block), level, element: block ? reader.block(around.element) : around.element };
}

/** Class and id. An id of many words is a heading's own words, made by a program, and names no role. */
function namesOf(element: Element): string {
  const [names, id] = [element.getAttribute("class") ?? "", element.getAttribute("id") ?? ""];
  return id === "" || id.length > 60 || id.split(/[-_]/u).length > 3 ? names : `${names} ${id}`;
}

function isHidden(element: Element, tag: string): boolean {
  if (element.hasAttribute("hidden") || (tag === "dialog" && !element.hasAttribute("open"))) return true;
  const style = element.getAttribute("style");
  return style !== null && HIDDEN.test(style.slice(0, 500));
}

class LineReader {
  readonly lines: PageLine[] = [];
  readonly parents: number[] = [-1];
  #parts: string[] = [];
  #marks = ~0;
  #level = 0;
  #linked = 0;
  #byline: string[] = [];
  #dated = false;
  #element = 0;
  #filled = false;
  #left = false;

  /** An element inside the line ends here. */
  left(): void {
    this.#left = true;
  }

  /** Another begins. Where nothing stands between the two, a page sets them apart by style ("HomeNews" is a menu). */
  part(): void {
    if (this.#left && this.#filled) this.#parts.push(" ");
    this.#left = false;
  }

  block(parent: number): number {
    return this.parents.push(parent) - 1;
  }

  add(data: string, frame: Frame): void {
    if (frame.pre && data.includes("\n")) {
      data.split("\n").forEach((line, at) => {
        if (at > 0) this.close();
        this.#add(line, frame);
      });
    } else this.#add(data, frame);
  }

  #add(data: string, { marks, level, element }: Frame): void {
    this.#parts.push(data);
    this.#left = false;
    if (!/\S/u.test(data)) return;
    if (!this.#filled) [this.#element, this.#level, this.#filled] = [element, level, true];
    this.#marks &= marks;
    if (marks & MARK.link) this.#linked += data.length;
    if (marks & MARK.byline) this.#byline.push(data);
    if (marks & MARK.date) this.#dated = true;
  }

  close(): void {
    if (this.#filled) {
      const text = tidy(this.#parts.join(""));
      if (text.trim() !== "") this.lines.push({ text, marks: this.#marks, level: this.#level, linked: this.#linked, byline: tidy(this.#byline.join(" ")), dated: this.#dated, element: this.#element });
    }
    [this.#parts, this.#marks, this.#level, this.#linked, this.#byline, this.#dated, this.#filled, this.#left] = [[], ~0, 0, 0, [], false, false, false];
  }
}

/** White space as a browser shows it; no-break spaces stay. */
const tidy = (text: string): string => text.replace(/[ \t\n\r\f]+/gu, " ").replace(/^ | $/gu, "");

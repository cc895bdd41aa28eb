import { Editor, Extension } from "@tiptap/core";
import { Plugin, Selection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Translator } from "@/components/words/words";
import type { SpanPart } from "@/lib/annotations/span";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, type TextRange, textRange } from "@/lib/text/units";
import { type Found, findIn } from "../find/found";
import type { Selected } from "../marking/draft";
import type { SpeechTable } from "../marking/speech-table";
import { startOf } from "../state/model";
import type { AnnotatorSpan, ArticleData, BlockData } from "../types";
import { Chooser } from "./choose";
import { hiddenWords } from "./hidden-words";
import { type ReaderBlock, readerDocument, readerItems } from "./items";
import { type Lit, MarkLights, numberMarks } from "./mark-dom";
import { markPlugin } from "./mark-plugin";
import { anchorsNear } from "./anchors";
import { Painter } from "./painter";
import { inPieces } from "./pieces";
import { directionAt, domRange, selectionNow } from "./dom-selection";
import { Edges } from "./edges";
import { Handles, type HandlePorts } from "./handles";
import { Passages } from "./passages";
import { type PmPos, PositionMap } from "./pm-pos";
import { readerNodes } from "./schema";
import { Selecting, type SelectingPorts } from "./selecting";
import { selectionPlugin } from "./selection-plugin";
import { paintWords } from "./painted-words";
import { SnapTable } from "./snaps";

/** What the reader tells. */
export interface ReaderPorts extends SelectingPorts, HandlePorts {
  readonly t: Translator;
  /** Marked words were clicked: the spans there, in reading order. None: plain words were clicked. */
  readonly onClick: (spanIds: readonly string[]) => void;
  readonly onHover: (spanIds: readonly string[]) => void;
  /** The number of marks without an underline of their own was pressed: all spans there. */
  readonly onMore: (spanIds: readonly string[]) => void;
  /** A key was pressed among the words. True: it is dealt with. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** A rectangle in the coordinates of the window. */
export type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** From this many UTF-16 units on the browser is told to lay out only what is near the window. */
const LONG = 20_000;

/** The article in an editor whose text cannot be changed. Everything outside speaks code points. */
export class Reader {
  readonly #editor: Editor;
  readonly #index: TextIndex;
  readonly #blocks: readonly ReaderBlock[];
  readonly #named: readonly number[];
  readonly #map: PositionMap;
  readonly #chooser: Chooser;
  readonly #painter: Painter;
  readonly #lights: MarkLights;
  /** For moving edges: what they can be moved to. */
  readonly edges: Edges;
  readonly handles: Handles;
  readonly selecting: Selecting;

  constructor(element: HTMLElement, article: ArticleData, blocks: readonly BlockData[], speech: SpeechTable, named: readonly number[], private readonly ports: ReaderPorts) {
    const index = new TextIndex(article.text);
    const items = readerItems(blocks);
    const readable = items.flatMap((item) => (item.kind === "block" ? [item.block] : []));
    [this.#index, this.#blocks, this.#named] = [index, readable, named];
    const pieces = inPieces(items, index);
    this.#map = new PositionMap(index, pieces);
    const passages = new Passages(index, readable, new SnapTable(article));
    this.#chooser = new Chooser(passages, speech, named);
    this.edges = new Edges(passages);
    const guard = Extension.create({ name: "reading", addProseMirrorPlugins: () => [readOnly(), hiddenWords(ports.t), markPlugin(ports.t, ports.onMore), selectionPlugin({ ...ports, onSelect: (touch, more) => this.selecting.complete(touch, more) })] });
    this.#editor = new Editor({
      element,
      extensions: [...readerNodes(ports.t), guard],
      content: readerDocument(index, pieces, article.language, named),
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      enableCoreExtensions: { keymap: false, drop: false, paste: false, delete: false, textDirection: false },
      editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-readonly": "true", "aria-label": ports.t("marking.reader.label"), inputmode: "none", spellcheck: "false", autocorrect: "off", autocapitalize: "off", class: "reader", ...(article.text.length > LONG ? { "data-long": "" } : {}) } },
    });
    this.#painter = new Painter(() => this.#view, this.#map, speech, () => this.#lights.again());
    this.#lights = new MarkLights((span) => this.#painter.under(span).flatMap((piece) => this.#painter.element(piece) ?? []));
    this.selecting = new Selecting(this.#view, this.#map, this.#chooser, ports);
    this.handles = new Handles(element, this.#view, this.#map, ports);
  }

  /** Draws the spans: those near the window at once, the others while the page is idle. */
  setSpans(spans: ReadonlyMap<string, AnnotatorSpan>): void {
    this.#lights.know(spans);
    this.#painter.paint(spans);
  }

  /** Shows which span is open and which is pointed at. */
  light(lit: Lit): void {
    this.#lights.show(lit);
  }

  /** Passages with what is known of them. */
  selectedOf(parts: readonly SpanPart[]): Selected {
    return this.#chooser.selectedOf(parts);
  }

  /** Paints the words that are about to be marked; none takes the paint off. */
  paintSelected(parts: readonly SpanPart[]): void {
    const pieces = parts.flatMap((part) => this.#map.pieces(textRange(part.start, part.end)));
    paintWords("selected-words", pieces.map((piece) => domRange(this.#view, piece)));
  }

  /** Whether the text at a place runs from right to left. */
  isRtl(position: number): boolean {
    const at = this.#map.toPm(codePoint(position));
    return at !== null && directionAt(this.#view, at) === "rtl";
  }

  /** Words of a range as if they had been selected; null where they lie in no block. */
  wordsAt(range: TextRange): Selected | null {
    return this.#chooser.at(range);
  }

  /** Where a phrase stands; with the ordinal of a block, in that block. */
  find(phrase: string, block: number | null): Found[] {
    return findIn(this.#index, this.#blocks, this.#named, phrase, block);
  }

  /** Paints words that were found, the place that is looked at by itself. */
  showFound(ranges: readonly TextRange[], current: TextRange | null): void {
    paintWords("found-words", this.#domRanges(ranges));
    paintWords("found-now", this.#domRanges(current === null ? [] : [current]));
  }

  /** Brings a range into view; the caret stays. */
  reveal(range: TextRange): void {
    const at = this.#map.toPm(range.start);
    if (at === null) return;
    const { node } = this.#view.domAtPos(at, 1);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  }

  /** Outlines words that are suggested, the one that is looked at by itself. */
  outline(ranges: readonly TextRange[], current: TextRange | null): void {
    paintWords("suggested-words", this.#domRanges(ranges));
    paintWords("suggested-now", this.#domRanges(current === null ? [] : [current]));
  }

  /** Where a range stands on the screen: its first and its last character. */
  boxOf(range: { readonly start: number; readonly end: number }): { readonly first: Box; readonly last: Box; readonly rtl: boolean } | null {
    const [from, to] = [this.#map.toPm(codePoint(range.start)), this.#map.toPm(codePoint(range.end))];
    return from === null || to === null ? null : { first: this.#view.coordsAtPos(from, 1), last: this.#view.coordsAtPos(to, -1), rtl: directionAt(this.#view, from) === "rtl" };
  }

  /** Puts the caret at the start of a span and brings it into view. */
  goTo(span: Pick<AnnotatorSpan, "parts">): void {
    const at = this.#map.toPm(codePoint(startOf(span)));
    if (at === null) return;
    this.#view.dispatch(this.#view.state.tr.setSelection(TextSelection.create(this.#view.state.doc, at)));
    const { node } = this.#view.domAtPos(at, 1);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  }

  /** Collapses the selection to its end. */
  collapse(): void {
    const { state } = this.#view;
    if (!state.selection.empty) this.#view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(state.selection.to), -1)));
  }

  get hasSelection(): boolean {
    const { from, to } = selectionNow(this.#view);
    return from !== to;
  }

  /** The caret, in code points. */
  get caret(): number {
    return this.#map.toCodePoint(this.#view.state.selection.head as PmPos, 1);
  }

  /** The ids of the spans over the caret, also of those that only end there. */
  get atCaret(): readonly string[] {
    return this.#painter.at(this.caret);
  }

  focus(): void {
    this.#view.focus();
  }

  /** Draws everything for paper, with the number of each span where it begins. Returns how to take the numbers off. */
  number(inOrder: readonly AnnotatorSpan[]): () => void {
    this.#painter.all();
    return numberMarks(this.#view.dom, inOrder);
  }

  /**
   * How far below the top of `origin` spans begin, in pixels, in the order of the text: of those that begin from `top`
   * to `bottom` there, and of the ones named, wherever they are.
   */
  anchors(origin: Element, { top, bottom }: { readonly top: number; readonly bottom: number }, named: readonly AnnotatorSpan[] = []): Map<string, number> {
    return anchorsNear(this.#painter, origin, top, bottom, named);
  }

  destroy(): void {
    this.paintSelected([]);
    this.outline([], null);
    this.showFound([], null);
    this.handles.destroy();
    this.#painter.stop();
    this.#editor.destroy();
  }

  #domRanges(list: readonly TextRange[]): Range[] {
    return list.flatMap((range) => this.#map.pieces(range).map((piece) => domRange(this.#view, piece)));
  }

  get #view(): EditorView {
    return this.#editor.view;
  }
}

/** Lets no transaction through that changes the text, and no input reach the page. */
function readOnly(): Plugin {
  const refuse = (_view: EditorView, event: Event): boolean => {
    event.preventDefault();
    return true;
  };
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: { handleTextInput: () => true, handlePaste: () => true, handleDrop: () => true, handleDOMEvents: { beforeinput: refuse, cut: refuse, dragstart: refuse, compositionstart: refuse } },
  });
}

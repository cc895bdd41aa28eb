import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { codePoint, type TextRange } from "@/lib/text/units";
import type { Choice, Chooser, Choosing } from "./choose";
import { selectionNow } from "./dom-selection";
import type { PositionMap } from "./pm-pos";

/** What choosing asks and tells. `more`: the selection is to join the draft. */
export interface SelectingPorts {
  /** A selection was made by pointer or keyboard, or taken back ("nothing"). */
  readonly onChoice: (choice: Choice, more: boolean) => void;
  /** What a selection means now. */
  readonly choosing: (more: boolean) => Choosing;
}

/** Makes choices of selections, and shows what was chosen as the selection. */
export class Selecting {
  /** The selection as the last choice left it, and as it was before. */
  #settled: { readonly from: number; readonly to: number; readonly raw: TextRange; readonly more: boolean } | null = null;

  constructor(private readonly view: EditorView, private readonly map: PositionMap, private readonly chooser: Chooser, private readonly ports: SelectingPorts) {}

  /** Chooses what is selected now. After a touch the native selection keeps its handles, so it is not snapped. */
  complete(touch = false, more = false): void {
    const { from, to, backwards } = selectionNow(this.view);
    if (from !== to) return this.#choose({ start: this.map.toCodePoint(from, 1), end: this.map.toCodePoint(to, -1) }, more, backwards, touch);
    this.#settled = null;
    this.ports.onChoice({ kind: "nothing" }, more);
  }

  /** Chooses again if the selection is another than was chosen last. */
  catchUp(): void {
    const { from, to } = selectionNow(this.view);
    if (from !== to && (this.#settled?.from !== from || this.#settled.to !== to)) this.complete();
  }

  /** Chooses the last selection once more, as when it is to take more of the text, or less. */
  again(): void {
    if (this.#settled !== null) this.#choose(this.#settled.raw, this.#settled.more, false, false);
  }

  #choose(raw: TextRange, more: boolean, backwards: boolean, touch: boolean): void {
    const choosing = this.ports.choosing(more);
    const choice = this.chooser.choose(raw, choosing);
    // Only what was selected now is shown as selected; the other passages of the draft are painted.
    const now = choosing.beside.length === 0 ? choice : this.chooser.choose(raw, { ...choosing, beside: [] });
    const [first, last] = now.kind === "words" ? [now.selected.parts[0], now.selected.parts.at(-1)] : [];
    if (first !== undefined && last !== undefined && !touch) this.#select({ start: codePoint(first.start), end: codePoint(last.end) }, backwards);
    const { from, to } = touch ? selectionNow(this.view) : this.view.state.selection;
    this.#settled = { from, to, raw, more };
    this.ports.onChoice(choice, more);
  }

  #select({ start, end }: TextRange, backwards: boolean): void {
    const { state } = this.view;
    const [from, to] = [this.map.toPm(start), this.map.toPm(end)];
    if (from === null || to === null || (state.selection.from === from && state.selection.to === to)) return;
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, backwards ? to : from, backwards ? from : to)));
  }
}

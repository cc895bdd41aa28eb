import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Translator } from "@/components/words/words";
import type { DrawnSegment } from "./block-marks";
import type { PmRange } from "./pm-pos";

/** A drawn stretch at its place in the editor. */
export type PlacedSegment = PmRange & Omit<DrawnSegment, "start" | "end">;

interface Drawn {
  readonly decorations: DecorationSet;
  /** By piece of the text. What each says is its spec, so that nothing is kept twice. */
  readonly pieces: ReadonlyMap<number, readonly Decoration[]>;
}

const key = new PluginKey<Drawn>("marks");

/** The id of the card that belongs to a span. */
export function cardId(spanId: string): string {
  return `card-${spanId}`;
}

/**
 * Holds the marks as decorations. What did not change keeps its decoration, so its words are not drawn again.
 * @param onMore told the spans of a stretch whose "+n" was pressed
 */
export function markPlugin(t: Translator, onMore: (spanIds: readonly string[]) => void): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ decorations: DecorationSet.empty, pieces: new Map() }),
      apply: (transaction, drawn) => redraw(transaction, drawn, t),
    },
    props: {
      decorations: (state: EditorState) => key.getState(state)?.decorations,
      handleDOMEvents: {
        // Pressing the button must not move the caret or end a selection.
        mousedown: (_view, event) => moreAt(event) !== null && (event.preventDefault(), true),
        click: (_view, event) => {
          const more = moreAt(event);
          if (more === null) return false;
          onMore((more.dataset["more"] ?? "").split(" "));
          return true;
        },
      },
    },
  });
}

/** Draws some pieces of the text anew; the others stay as they are. */
export function drawMarks(view: EditorView, pieces: ReadonlyMap<number, readonly PlacedSegment[]>): void {
  const drawn = key.getState(view.state)?.pieces;
  const news = [...pieces].filter(([piece, segments]) => segments.length > 0 || (drawn?.get(piece)?.length ?? 0) > 0);
  if (news.length > 0) view.dispatch(view.state.tr.setMeta(key, news).setMeta("addToHistory", false));
}

function redraw(transaction: Transaction, drawn: Drawn, t: Translator): Drawn {
  const changed = transaction.getMeta(key) as readonly (readonly [number, readonly PlacedSegment[]])[] | undefined;
  if (changed === undefined) return drawn;
  const pieces = new Map(drawn.pieces);
  const [gone, fresh]: [Decoration[], Decoration[]] = [[], []];
  for (const [piece, segments] of changed) {
    const before = new Map(pieces.get(piece)?.map((decoration) => [nameOf(decoration), decoration]));
    const after = segments.flatMap((segment) => decorationsOf(segment, t)).map((decoration): Decoration => {
      const kept = before.get(nameOf(decoration));
      if (kept === undefined || kept.to !== decoration.to || !sameSpec(kept.spec as Spec, decoration.spec as Spec)) {
        fresh.push(decoration);
        return decoration;
      }
      before.delete(nameOf(decoration));
      return kept;
    });
    gone.push(...before.values());
    pieces.set(piece, after);
  }
  return { decorations: drawn.decorations.remove(gone).add(transaction.doc, fresh), pieces };
}

type Spec = Readonly<Record<string, unknown>>;

/** Marks and buttons of one piece by their places. */
function nameOf({ from, to }: Decoration): string {
  return from === to ? `+${from}` : `${from}`;
}

function sameSpec(a: Spec, b: Spec): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function decorationsOf(segment: PlacedSegment, t: Translator): Decoration[] {
  const attributes = attributesOf(segment);
  const mark = Decoration.inline(segment.from, segment.to, attributes, attributes);
  return segment.more > 0 ? [mark, moreButton(segment, t)] : [mark];
}

function moreButton({ ids, more, to }: PlacedSegment, t: Translator): Decoration {
  const draw = (): HTMLElement => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "more";
    // By keyboard the list opens from the caret.
    button.tabIndex = -1;
    button.contentEditable = "false";
    button.dataset["more"] = ids.join(" ");
    button.textContent = `+${more}`;
    button.setAttribute("aria-label", t("marking.here.more", { n: more }));
    return button;
  };
  return Decoration.widget(to, draw, { side: -1, key: `more ${more} ${ids.join(" ")}`, ignoreSelection: true });
}

function moreAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("button.more") : null;
}

function attributesOf({ ids, className, starting, ending }: PlacedSegment): Record<string, string> {
  if (ids.length === 0) return { nodeName: "span", class: className };
  return {
    nodeName: "mark", class: className, "data-span": ids.join(" "), "aria-details": ids.map(cardId).join(" "),
    ...(starting > 0 ? { "data-start": String(starting) } : {}), ...(ending > 0 ? { "data-end": String(ending) } : {}),
  };
}

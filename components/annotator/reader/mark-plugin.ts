import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { DrawnSegment } from "./block-marks";
import type { PmRange } from "./pm-pos";

/** A drawn stretch at its place in the editor. */
export type PlacedSegment = PmRange & Omit<DrawnSegment, "start" | "end">;

interface Drawn {
  readonly decorations: DecorationSet;
  /** By piece of the text; each decoration knows its stretch. */
  readonly pieces: ReadonlyMap<number, readonly Decoration[]>;
}

const key = new PluginKey<Drawn>("marks");

/** The id of the card that belongs to a span. */
export function cardId(spanId: string): string {
  return `card-${spanId}`;
}

/** Holds the marks as decorations. What did not change keeps its decoration, so its words are not drawn again. */
export function markPlugin(): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ decorations: DecorationSet.empty, pieces: new Map() }),
      apply: (transaction, drawn) => redraw(transaction, drawn),
    },
    props: { decorations: (state: EditorState) => key.getState(state)?.decorations },
  });
}

/** Draws some pieces of the text anew; the others stay as they are. */
export function drawMarks(view: EditorView, pieces: ReadonlyMap<number, readonly PlacedSegment[]>): void {
  const drawn = key.getState(view.state)?.pieces;
  const news = [...pieces].filter(([piece, segments]) => segments.length > 0 || (drawn?.get(piece)?.length ?? 0) > 0);
  if (news.length > 0) view.dispatch(view.state.tr.setMeta(key, news).setMeta("addToHistory", false));
}

function redraw(transaction: Transaction, drawn: Drawn): Drawn {
  const changed = transaction.getMeta(key) as readonly (readonly [number, readonly PlacedSegment[]])[] | undefined;
  if (changed === undefined) return drawn;
  const pieces = new Map(drawn.pieces);
  const [gone, fresh]: [Decoration[], Decoration[]] = [[], []];
  for (const [piece, segments] of changed) {
    const before = new Map(pieces.get(piece)?.map((decoration) => [decoration.from, decoration]));
    const after = segments.map((segment): Decoration => {
      const kept = before.get(segment.from);
      if (kept !== undefined && sameSegment(segmentOf(kept), segment)) {
        before.delete(segment.from);
        return kept;
      }
      const decoration = Decoration.inline(segment.from, segment.to, attributesOf(segment), { segment });
      fresh.push(decoration);
      return decoration;
    });
    gone.push(...before.values());
    pieces.set(piece, after);
  }
  return { decorations: drawn.decorations.remove(gone).add(transaction.doc, fresh), pieces };
}

function segmentOf(decoration: Decoration): PlacedSegment {
  return (decoration.spec as { segment: PlacedSegment }).segment;
}

function sameSegment(a: PlacedSegment, b: PlacedSegment): boolean {
  return a.to === b.to && a.className === b.className && a.more === b.more && a.starting === b.starting && a.ending === b.ending && a.ids.length === b.ids.length && a.ids.every((id, i) => id === b.ids[i]);
}

function attributesOf({ ids, className, more, starting, ending }: PlacedSegment): Record<string, string> {
  if (ids.length === 0) return { nodeName: "span", class: className };
  return {
    nodeName: "mark", class: className, "data-span": ids.join(" "), "aria-details": ids.map(cardId).join(" "),
    ...(starting > 0 ? { "data-start": String(starting) } : {}), ...(ending > 0 ? { "data-end": String(ending) } : {}), ...(more > 0 ? { "data-more": `+${more}` } : {}),
  };
}

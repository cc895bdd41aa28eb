import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { DrawnSegment } from "./block-marks";
import type { PmRange } from "./pm-pos";

/** A drawn stretch at its place in the editor. */
export type PlacedSegment = PmRange & Pick<DrawnSegment, "ids" | "className" | "more">;

interface Drawn {
  readonly decorations: DecorationSet;
  /** By block: the decorations of each stretch, under a key that says all about it. */
  readonly blocks: ReadonlyMap<number, ReadonlyMap<string, Decoration>>;
}

const FEW = 40;
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
      init: () => ({ decorations: DecorationSet.empty, blocks: new Map() }),
      apply: (transaction, drawn) => redraw(transaction, drawn),
    },
    props: { decorations: (state: EditorState) => key.getState(state)?.decorations },
  });
}

/** Draws some blocks anew; the others stay as they are. */
export function drawMarks(view: EditorView, blocks: ReadonlyMap<number, readonly PlacedSegment[]>): void {
  if (blocks.size > 0) view.dispatch(view.state.tr.setMeta(key, blocks).setMeta("addToHistory", false));
}

function redraw(transaction: Transaction, drawn: Drawn): Drawn {
  const changed = transaction.getMeta(key) as ReadonlyMap<number, readonly PlacedSegment[]> | undefined;
  if (changed === undefined) return drawn;
  const blocks = new Map(drawn.blocks);
  const [gone, fresh]: [Decoration[], Decoration[]] = [[], []];
  for (const [ordinal, segments] of changed) {
    const before = blocks.get(ordinal);
    const after = new Map<string, Decoration>();
    for (const segment of segments) {
      const name = `${segment.from} ${segment.to} ${segment.className} ${segment.more} ${segment.ids.join(" ")}`;
      const kept = before?.get(name);
      const decoration = kept ?? Decoration.inline(segment.from, segment.to, attributesOf(segment));
      if (kept === undefined) fresh.push(decoration);
      after.set(name, decoration);
    }
    for (const [name, decoration] of before ?? []) if (!after.has(name)) gone.push(decoration);
    blocks.set(ordinal, after);
  }
  if (gone.length + fresh.length <= FEW) return { decorations: drawn.decorations.remove(gone).add(transaction.doc, fresh), blocks };
  // Removing looks through the list once for each decoration; beyond a few it is quicker to build the set anew.
  const all = [...blocks.values()].flatMap((decorations) => [...decorations.values()]);
  return { decorations: DecorationSet.create(transaction.doc, all), blocks };
}

function attributesOf({ ids, className, more }: PlacedSegment): Record<string, string> {
  if (ids.length === 0) return { nodeName: "span", class: className };
  return { nodeName: "mark", class: className, "data-span": ids.join(" "), "aria-details": ids.map(cardId).join(" "), ...(more > 0 ? { "data-more": `+${more}` } : {}) };
}

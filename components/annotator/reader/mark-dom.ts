import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { AnnotatorSpan } from "../types";

/** The span whose card is open, and the one that is pointed at. */
export interface Lit {
  readonly openId: string | null;
  readonly litId: string | null;
}

const STATES = ["is-open", "is-lit", "on-adv", "on-crit", "on-neu"] as const;

/**
 * Lights marks by class, past the editor: its blocks take no notice of attributes, so nothing is drawn again.
 * Called anew whenever marks were drawn.
 */
export function lightMarks(root: HTMLElement, { openId, litId }: Lit, spans: ReadonlyMap<string, AnnotatorSpan>): void {
  for (const mark of root.querySelectorAll("mark.is-open, mark.is-lit")) mark.classList.remove(...STATES);
  for (const [id, state] of [[litId, "is-lit"], [openId, "is-open"]] as const) {
    const span = id === null ? undefined : spans.get(id);
    if (span === undefined) continue;
    for (const mark of marksOf(root, span.id)) {
      mark.classList.remove("on-adv", "on-crit", "on-neu");
      mark.classList.add(state, `on-${GLYPH_CLASS[span.framing]}`);
    }
  }
}

/** The stretches of a span. */
export function marksOf(root: HTMLElement, id: string): NodeListOf<HTMLElement> {
  return root.querySelectorAll<HTMLElement>(`mark[data-span~="${CSS.escape(id)}"]`);
}

/** The ids of the spans over an element of the text. */
export function spanIdsAt(target: EventTarget | null): string[] {
  const mark = target instanceof Element ? target.closest<HTMLElement>("mark[data-span]") : null;
  return mark?.dataset.span?.split(" ") ?? [];
}

/** How far below the top of `origin` each span begins, in pixels; one pass over the marks. */
export function markAnchors(root: HTMLElement, origin: Element): Map<string, number> {
  const anchors = new Map<string, number>();
  const top = origin.getBoundingClientRect().top;
  for (const mark of root.querySelectorAll<HTMLElement>("mark[data-span]")) {
    const starting = (mark.dataset.span ?? "").split(" ").filter((id) => !anchors.has(id));
    const line = starting.length > 0 ? mark.getClientRects()[0] : undefined;
    if (line !== undefined) for (const id of starting) anchors.set(id, line.top - top);
  }
  return anchors;
}

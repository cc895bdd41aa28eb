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
 */
export class MarkLights {
  #lit: Lit = { openId: null, litId: null };
  #spans: ReadonlyMap<string, AnnotatorSpan> = new Map();
  #shining: HTMLElement[] = [];

  /** @param elementsOf the elements of the text that a span lies in */
  constructor(private readonly elementsOf: (span: AnnotatorSpan) => readonly HTMLElement[]) {}

  /** Takes the spans as they are now. Marks are lit by them once they are drawn. */
  know(spans: ReadonlyMap<string, AnnotatorSpan>): void {
    this.#spans = spans;
  }

  /** Lights the span that is open and the one that is pointed at. */
  show(lit: Lit): void {
    this.#lit = lit;
    this.again();
  }

  /** Lights anew, after marks were drawn. */
  again(): void {
    for (const mark of this.#shining) mark.classList.remove(...STATES);
    this.#shining = [];
    const { openId, litId } = this.#lit;
    for (const [id, state] of [[litId, "is-lit"], [openId, "is-open"]] as const) {
      const span = id === null ? undefined : this.#spans.get(id);
      if (span === undefined) continue;
      for (const mark of this.elementsOf(span).flatMap((element) => [...marksOf(element, span.id)])) {
        mark.classList.remove("on-adv", "on-crit", "on-neu");
        mark.classList.add(state, `on-${GLYPH_CLASS[span.framing]}`);
        this.#shining.push(mark);
      }
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

/** Writes the number of each span (its place in the list, from 1) on the mark that it begins with. Returns how to take the numbers off. */
export function numberMarks(root: HTMLElement, inOrder: readonly AnnotatorSpan[]): () => void {
  const numbers = new Map(inOrder.map(({ id }, i) => [id, i + 1]));
  const numbered: HTMLElement[] = [];
  for (const mark of root.querySelectorAll<HTMLElement>("mark[data-start]")) {
    const own = spanIdsAt(mark).flatMap((id) => numbers.get(id) ?? []);
    for (const id of spanIdsAt(mark)) numbers.delete(id);
    if (own.length === 0) continue;
    mark.dataset["n"] = own.join(",");
    numbered.push(mark);
  }
  return () => {
    for (const mark of numbered) delete mark.dataset["n"];
  };
}

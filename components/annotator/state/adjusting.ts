import type { SpanPart } from "@/lib/annotations/span";
import type { Selected } from "../marking/draft";
import { samePlaces } from "./model";
import { isReadOnly } from "./session-state";
import { passagesSpoken } from "./spoken";
import { WholeSession } from "./whole-session";

/** An edge of a span. */
export type Edge = "start" | "end";

/** A span whose edges are being moved: which one, and the passages as they would be. */
export interface Adjusting {
  readonly id: string;
  readonly edge: Edge;
  readonly parts: readonly SpanPart[];
}

/** The part of a session that gives a span other words. Nothing is saved before the person keeps it, in one step. */
export class AdjustingSession extends WholeSession {
  /** Takes hold of one edge of a span. False where it cannot be moved. */
  adjustFrom(id: string, edge: Edge): boolean {
    const span = this.state.model.spans.get(id);
    if (span === undefined || span.parts.length === 0 || isReadOnly(this.state) || this.state.spanConflicts.has(id)) return false;
    const { adjusting } = this.state;
    this.put({ draft: null, adjusting: { id, edge, parts: adjusting?.id === id ? adjusting.parts : span.parts } });
    return true;
  }

  /** The same, by key: says what the keys do. */
  adjustByKey(id: string, edge: Edge): boolean {
    const sentence = this.t(`marking.moving.${edge}`);
    if (!this.adjustFrom(id, edge)) return false;
    this.put({ notice: sentence, spoken: sentence });
    return true;
  }

  /** Moves the edge that is held; null: it cannot go further. */
  adjust(parts: readonly SpanPart[] | null): void {
    const { adjusting } = this.state;
    if (adjusting === null) return;
    if (parts === null) this.put({ spoken: this.t(`marking.moving.${adjusting.edge}Stops`) });
    else this.put({ adjusting: { ...adjusting, parts }, spoken: passagesSpoken(parts, this.t) });
  }

  /** Keeps the words as they are now. */
  keepAdjusted(): void {
    const { adjusting } = this.state;
    if (adjusting === null) return;
    const before = this.state.model.spans.get(adjusting.id);
    if (before !== undefined && !samePlaces(before.parts, adjusting.parts)) this.do({ kind: "edit", id: adjusting.id, fields: { parts: adjusting.parts } });
    this.put({ adjusting: null, notice: null, spoken: this.t("marking.moving.kept", { words: passagesSpoken(adjusting.parts, this.t) }) });
  }

  /** Leaves the words as they were. */
  dropAdjusted(): void {
    if (this.state.adjusting !== null) this.put({ adjusting: null, notice: null, spoken: this.t("marking.moving.dropped") });
  }

  /** Gives the draft other passages; what was chosen for it stays. `beside`: those that stay, whatever is selected next. */
  extend(selected: Selected, beside?: readonly SpanPart[]): void {
    const { draft } = this.state;
    if (draft !== null) this.put({ draft: { ...draft, selected, beside: beside ?? draft.beside }, notice: null, spoken: passagesSpoken(selected.parts, this.t) });
  }

  /** Says why a selection cannot join the draft. */
  refuseSelection(sentence: string): void {
    this.put({ notice: sentence });
  }

  /** Keeps the passages of the draft while another is selected. */
  addPassage(): void {
    const { draft } = this.state;
    if (draft === null) return;
    const sentence = this.t("marking.moving.nextPassage");
    this.put({ draft: { ...draft, beside: draft.selected.parts }, notice: sentence, spoken: sentence });
  }

  /** Takes one passage from a span that has others. */
  removePassage(id: string, at: number): void {
    const span = this.state.model.spans.get(id);
    if (span === undefined || span.parts.length < 2 || this.state.spanConflicts.has(id)) return;
    this.do({ kind: "edit", id, fields: { parts: span.parts.filter((_, i) => i !== at) } });
    this.put({ adjusting: null, spoken: this.t("marking.moving.passageRemoved") });
  }
}

import type { SpanPart } from "@/lib/annotations/span";
import { isAnnotatable } from "@/lib/articles/blocks";
import { isAllMask } from "@/lib/articles/source-mask";
import { type Grain, snap } from "@/lib/text/snap";
import { countWords } from "@/lib/text/tokens";
import { type TextRange, textRange } from "@/lib/text/units";
import { isCoded } from "../panes/coded-blocks";
import type { Selected } from "../marking/draft";
import type { ProposedVoice, SpeechTable } from "../marking/speech-table";
import type { ReaderBlock } from "./items";
import { MOST_PASSAGES, type Passages } from "./passages";

/** Why selected words cannot be marked; the catalogue says it. */
export type Refusal = "notCoded" | "byline" | "hidden" | "tooMany";

/** What became of a selection: words that may be marked, nothing, or why not. */
export type Choice = { readonly kind: "words"; readonly selected: Selected } | { readonly kind: "nothing" } | { readonly kind: "refused"; readonly why: Refusal };

/** What selections mean: how much they take, and the passages of a mark that they are to join. */
export interface Choosing {
  readonly grain: Grain;
  readonly beside: readonly SpanPart[];
}

type Found = { readonly block: ReaderBlock; readonly range: TextRange };

/** Turns raw selections into words that may be marked: one passage for each block, none where nothing is marked. */
export class Chooser {
  constructor(private readonly passages: Passages, private readonly speech: SpeechTable, private readonly named: readonly number[] = []) {}

  /** Snaps a range. Chrome, bylines and blocks that are not coded are left out; a range of nothing else is refused. */
  choose(range: TextRange, { grain, beside }: Choosing = { grain: "word", beside: [] }): Choice {
    const { index, blocks } = this.passages;
    const touched = blocks.filter((block) => block.start < range.end && range.start < block.end);
    const found = touched.flatMap((block): Found[] => {
      const within = snap(range, grain, this.passages.snapped(block), index);
      return within === null ? [] : [{ block, range: within }];
    });
    const [first] = found;
    if (first === undefined) return { kind: "nothing" };
    const marked = found.filter(({ block }) => isAnnotatable(block.kind) && isCoded(block.ordinal, this.named));
    if (marked.length === 0) return { kind: "refused", why: isAnnotatable(first.block.kind) ? "notCoded" : "byline" };
    const seen = marked.filter((one) => !isAllMask(index.slice(one.range.start, one.range.end)));
    if (seen.length === 0) return { kind: "refused", why: "hidden" };
    const parts = this.passages.joined([...beside, ...seen.map((one) => this.passages.part(one.range))]);
    if (parts.length > MOST_PASSAGES) return { kind: "refused", why: "tooMany" };
    return { kind: "words", selected: this.selectedOf(parts) };
  }

  /** Words that are to be marked just as they stand, with the voice of their place; null where they lie in no block. */
  at(range: TextRange): Selected | null {
    return this.passages.blockOf(range) === undefined ? null : this.selectedOf([this.passages.part(range)]);
  }

  /** Passages with what is known of them. */
  selectedOf(parts: readonly SpanPart[]): Selected {
    return { parts, words: this.#words(parts), ...this.#voice(parts) };
  }

  #words(parts: readonly SpanPart[]): number {
    return parts.reduce((sum, part) => {
      const block = this.passages.blockOf(part);
      return block === undefined ? sum : sum + countWords(textRange(part.start, part.end), this.passages.snapped(block).tokens);
    }, 0);
  }

  /** The voice of the place, and its speaker, where all passages have the same ones. */
  #voice(parts: readonly SpanPart[]): ProposedVoice {
    const places = parts.map(({ start, end }) => this.speech.at(textRange(start, end)));
    const [first] = places;
    if (first === undefined || places.some(({ voice }) => voice !== first.voice)) return { voice: "own", speaker: null };
    return places.every(({ speaker }) => speaker === first.speaker) ? first : { ...first, speaker: null };
  }
}

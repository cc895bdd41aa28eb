import { lexemes } from "@/lib/text/lexemes";
import type { Quotation } from "@/lib/text/quotations";
import type { TextIndex } from "@/lib/text/text-index";
import { type TextRange, textRange } from "@/lib/text/units";
import type { Block } from "../blocks";
import { type Attribution, attributionsOf } from "./attributions";
import { phraseAfter, phraseBefore } from "./noun-phrase";
import type { Passage } from "./passage";
import { isCapital, type Sentence } from "./pieces";
import { reportedIn } from "./reported";
import type { Speaker, Speakers } from "./speakers";
import type { VerbForm } from "./verbs";

/** A passage, and whether it is a further piece of the one before. */
export interface Said {
  readonly passage: Passage;
  readonly continues: boolean;
}

/** Words in marks up to this number are scare quotes when nobody is given as saying them. */
export const SCARE_WORDS = 4;

/** How many attributions, and how many pieces, are looked at from one place, so that a sentence without end costs no more. */
const NEAR = 12;
const FAR = 120;

type Resolved = { readonly attribution: Attribution; readonly speaker: Speaker | null };

/** Reads the blocks of one text in their order. */
export class BlockReader {
  #last: TextRange | null = null;
  /** Blocks since somebody was quoted directly. */
  #since = Infinity;

  constructor(
    private readonly index: TextIndex,
    private readonly verbs: ReadonlyMap<string, VerbForm>,
    private readonly knowsVerbs: boolean,
    private readonly speakers: Speakers,
    private readonly reports: boolean,
  ) {}

  /** A block that is a quotation or an embed as a whole. Its speaker stands behind a dash in it or at the start of the next. */
  whole(block: Block, sentences: readonly Sentence[], next: readonly Sentence[] | undefined): Said {
    const [own, following] = [signature(sentences.at(-1)), signature(next?.[0], true)];
    const range = textRange(block.start, block.end);
    const speaker = own ?? following ?? (block.kind === "quotation" && this.#since <= 1 ? this.#last : null);
    this.#since += 1;
    return { continues: false, passage: { kind: block.kind === "embed" ? "embed" : "block", ...range, inner: range, speaker, cue: null } };
  }

  /** The passages of one block of running text, in order. `goesOn`: its first words continue a quotation of the block before. */
  read(block: Block, quotations: readonly Quotation[], sentences: readonly Sentence[], goesOn: boolean): Said[] {
    this.#since = block.kind === "heading" || block.kind === "headline" ? Infinity : this.#since + 1;
    const found: Passage[] = [];
    for (const sentence of sentences) found.push(...this.#sentence(sentence, quotations));
    found.sort((a, b) => a.start - b.start);
    return found.map((passage, i) => ({ passage: i === 0 && goesOn && passage.kind === "scare" ? { ...passage, kind: "direct" } : passage, continues: i === 0 && goesOn }));
  }

  #sentence(sentence: Sentence, quotations: readonly Quotation[]): Passage[] {
    this.speakers.enter(sentence);
    let last: Speaker | null = null;
    const resolved = attributionsOf(sentence, this.verbs).map((attribution): Resolved => {
      const { source } = attribution;
      const speaker: Speaker | null = source !== null ? this.speakers.resolve(sentence, source) : (last ?? this.speakers.subject(sentence.slice(0, Math.min(attribution.frame[0], FAR))));
      last = speaker ?? last;
      return { attribution, speaker };
    });
    const alone = sentence.every(({ kind }) => kind !== "word");
    let next = 0;
    const direct = sentence.flatMap((piece, at) => {
      const quotation = piece.kind === "quote" ? quotations[piece.quote] : undefined;
      while ((resolved[next]?.attribution.cue[0] ?? Infinity) < at) next += 1;
      return quotation === undefined ? [] : [this.#quotation(sentence, at, quotation, governing(sentence, at, resolved, next), alone)];
    });
    return this.reports ? [...direct, ...this.#reported(sentence, resolved)] : direct;
  }

  #quotation(sentence: Sentence, at: number, quotation: Quotation, by: Resolved | null, alone: boolean): Passage {
    const range = { ...textRange(quotation.start, quotation.end), inner: quotation.inner };
    const told = by?.speaker ?? (by === null && this.knowsVerbs ? this.#unmarked(sentence, at) : null);
    const attributed = by === null ? told !== null || sentence[at - 1]?.text === ":" : by.attribution.verb?.kind !== "quote" || told?.named === true;
    if (this.knowsVerbs && !attributed && !alone && quotation.closed && this.#isShort(quotation)) return { kind: "scare", ...range, speaker: null, cue: null };
    const name = told?.name ?? null;
    const speaker = name !== null ? textRange(name.start, name.end) : attributed || (!alone && this.#since > 0) ? null : this.#carried();
    this.#last = speaker;
    this.#since = 0;
    const [first, last] = by === null ? [] : [sentence[by.attribution.cue[0]], sentence[by.attribution.cue[1] - 1]];
    return { kind: "direct", ...range, speaker, cue: first && last ? textRange(first.start, last.end) : null };
  }

  /** Who spoke in this block or the one before: a quotation without a word about who speaks goes on for them. */
  #carried(): TextRange | null {
    return this.#since <= 1 ? this.#last : null;
  }

  /** "Berg: “…”" and "“…” — Anna Berg". */
  #unmarked(sentence: Sentence, at: number): Speaker | null {
    if (sentence[at - 1]?.text === ":") {
      const label = phraseBefore(sentence, at - 1);
      if (label !== null && label.from === 0) return this.speakers.resolve(sentence, label);
      return this.speakers.subject(sentence.slice(0, Math.min(at - 1, FAR)));
    }
    if (!/^[—–:-]$/.test(sentence[at + 1]?.text ?? "")) return null;
    const name = phraseAfter(sentence, at + 2, () => false);
    return name === null || (sentence[at + 1]?.text === ":" ? !isCapital(sentence[name.from]) : name.to < sentence.length && !/^[.,]$/.test(sentence[name.to]?.text ?? "")) ? null : this.speakers.resolve(sentence, name);
  }

  #isShort({ inner }: Quotation): boolean {
    if (inner.end - inner.start > 60) return false;
    const words = lexemes(this.index.slice(inner.start, inner.end)).filter(({ word }) => word);
    // Scripts that set no spaces: two characters are about a word.
    return words.reduce((sum, { text }) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? [...text].length / 2 : 1), 0) <= SCARE_WORDS;
  }

  #reported(sentence: Sentence, resolved: readonly Resolved[]): Passage[] {
    const attributions = resolved.map(({ attribution }) => attribution);
    let at = 0;
    return resolved.flatMap(({ attribution, speaker }, which) => {
      if (speaker === null || !speaker.named) return [];
      const [first, last] = [sentence[attribution.cue[0]], sentence[attribution.cue[1] - 1]];
      const cue = first && last ? textRange(first.start, last.end) : null;
      return reportedIn(sentence, attributions, which).flatMap((range): Passage[] => {
        if (range.start < at) return [];
        at = range.end;
        return [{ kind: "reported", ...range, inner: range, speaker: textRange(speaker.name.start, speaker.name.end), cue }];
      });
    });
  }
}

/** The attribution that tells who says the quotation at piece `at`; null when none does. `next` is the first whose verb stands behind it. */
function governing(sentence: Sentence, at: number, resolved: readonly Resolved[], next: number): Resolved | null {
  const after = resolved.slice(next, next + NEAR).find(({ attribution }) => attribution.side === "before" && attribution.frame[0] > at);
  if (after !== undefined && onlyMarks(sentence, at + 1, after.attribution.frame[0])) return after;
  const before = resolved.slice(Math.max(0, next - NEAR), next).findLast(({ attribution }) => attribution.frame[1] <= at);
  return before ?? after ?? null;
}

function onlyMarks(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (sentence[at]?.kind !== "mark") return false;
  return true;
}

/** "— Name" at the end of a sentence, or at its start. */
function signature(sentence: Sentence | undefined, atStart = false): TextRange | null {
  if (sentence === undefined) return null;
  const dash = atStart ? (/^[—–]$/.test(sentence[0]?.text ?? "") ? 0 : -1) : sentence.findLastIndex(({ text }) => /^[—–]$/.test(text));
  const name = dash < 0 ? null : phraseAfter(sentence, dash + 1, () => false);
  const [first, last] = name === null ? [] : [sentence[name.from], sentence[name.to - 1]];
  return first && last ? textRange(first.start, last.end) : null;
}

import { MASK } from "@/lib/articles/source-mask";
import { mayHaveSpeaker } from "@/lib/annotations/speaker";
import { firstEndingAfter } from "@/lib/text/ranges";
import { TextIndex } from "@/lib/text/text-index";
import { type TextRange, textRange } from "@/lib/text/units";
import type { SpeechData } from "../types";
import { type VoiceChoice, voiceFields } from "./voice";

/** What the place of words proposes: their voice, and who says them as far as the text tells. */
export interface ProposedVoice {
  readonly voice: VoiceChoice;
  readonly speaker: string | null;
}

const VOICES: Readonly<Record<SpeechData["kind"], VoiceChoice>> = { direct: "direct", block: "direct", reported: "reported", embed: "embedded", scare: "own" };

/** Who says what in an article, to be asked by place. */
export class SpeechTable {
  readonly #index: TextIndex;
  #names: readonly string[] | null = null;

  constructor(text: string, private readonly speech: readonly SpeechData[]) {
    this.#index = new TextIndex(text);
  }

  /** The voice of the one passage in which words lie whole; words that lie in none, or across its edge, are the outlet's. */
  at(range: TextRange): ProposedVoice {
    const passage = this.speech[firstEndingAfter(this.speech, range.start)];
    if (passage === undefined || passage.start > range.start || range.end > passage.end) return { voice: "own", speaker: null };
    const voice = VOICES[passage.kind];
    return { voice, speaker: mayHaveSpeaker(voiceFields(voice).voice) ? this.#name(passage) : null };
  }

  /** The passages that touch a block, in order. */
  in(block: TextRange): readonly SpeechData[] {
    const found: SpeechData[] = [];
    for (let at = firstEndingAfter(this.speech, block.start); (this.speech[at]?.start ?? Infinity) < block.end; at++) found.push(...this.speech.slice(at, at + 1));
    return found;
  }

  /** Everybody whom the text names as speaking, each once, in the order in which they speak. */
  get names(): readonly string[] {
    this.#names ??= [...new Set(this.speech.flatMap((passage) => this.#name(passage) ?? []))];
    return this.#names;
  }

  /** A name that is hidden from the reader cannot be proposed. */
  #name({ speaker }: SpeechData): string | null {
    if (speaker === null) return null;
    const { start, end } = textRange(speaker.start, speaker.end);
    const name = this.#index.slice(start, end).replace(/\s+/gu, " ");
    return name.includes(MASK) ? null : name;
  }
}

import type { Voice } from "@/lib/annotations/span";
import type { Translator } from "@/components/words/words";
import type { Framing } from "@/lib/codebook/framing";
import type { AnnotateDocument } from "../types";
import type { VoiceChoice } from "../marking/voice";
import type { Codebook } from "./codebook";

/** How the questions of this screen are called. */
export interface Questions {
  readonly framing: string;
  readonly target: string;
  readonly voice: string;
  /** Framings in the order in which they stand side by side. */
  readonly framings: readonly Framing[];
  readonly voices: Readonly<Record<VoiceChoice, string>>;
  /** On a card, where quoted speech is told apart in a second question. */
  readonly cardVoices: Readonly<Record<Voice, string>>;
  /** A class reads the questions; a study knows them. */
  readonly spelledOut: boolean;
}

const STUDY: readonly Framing[] = ["advocacy", "critical", "neutral"];
const CLASS: readonly Framing[] = ["advocacy", "neutral", "critical"];

/** The questions as a study or a class asks them. In a class the first one says its answers: "It supports / is plain / criticises". */
export function questionsFor(kind: AnnotateDocument["projectKind"], codebook: Codebook, t: Translator): Questions {
  const spelledOut = kind === "class";
  const way = spelledOut ? "class" : "study";
  // Names that a teacher wrote may not make a sentence.
  const named = spelledOut && CLASS.map((framing) => codebook.framing(framing)).join() === "Supports,Plain,Criticises";
  return {
    framing: t(named ? "marking.class.framingNamed" : `marking.${way}.framing`),
    target: t(`marking.${way}.target`),
    voice: t(`marking.${way}.voice`),
    framings: spelledOut ? CLASS : STUDY,
    voices: { own: t(`marking.${way}.voices.own`), direct: t(`marking.${way}.voices.direct`), reported: t(`marking.${way}.voices.reported`), embedded: t(`marking.${way}.voices.embedded`) },
    cardVoices: { own: t(`marking.${way}.cardVoices.own`), quoted: t(`marking.${way}.cardVoices.quoted`), embedded: t(`marking.${way}.cardVoices.embedded`) },
    spelledOut,
  };
}

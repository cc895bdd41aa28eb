import type { Voice } from "@/lib/annotations/span";
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

const STUDY: Questions = {
  framing: "Framing",
  target: "Target",
  voice: "Voice",
  framings: ["advocacy", "critical", "neutral"],
  voices: { own: "Own", direct: "Quoted", reported: "Reported", embedded: "Embedded" },
  cardVoices: { own: "Own", quoted: "Quoted", embedded: "Embedded" },
  spelledOut: false,
};

const CLASS: Omit<Questions, "framing"> = {
  target: "About whom?",
  voice: "Who is speaking?",
  framings: ["advocacy", "neutral", "critical"],
  voices: { own: "The writer", direct: "Quoted", reported: "Reported", embedded: "A post" },
  cardVoices: { own: "The writer", quoted: "Quoted", embedded: "A post" },
  spelledOut: true,
};

/** The questions as a study or a class asks them. In a class the first one says its answers: "It supports / is plain / criticises". */
export function questionsFor(kind: AnnotateDocument["projectKind"], codebook: Codebook): Questions {
  if (kind !== "class") return STUDY;
  const names = CLASS.framings.map((framing) => codebook.framing(framing)).join();
  // Names that a teacher wrote may not make a sentence.
  return { ...CLASS, framing: names === "Supports,Plain,Criticises" ? "It supports / is plain / criticises" : "What do these words do?" };
}

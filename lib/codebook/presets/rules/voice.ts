import type { Rule } from "../../content";
import { rule } from "../build";

/** Who speaks. */
export const VOICE_RULES: readonly Rule[] = [
  rule(
    "voice-is-who-speaks",
    "Voice is who speaks in the text",
    "“Own” is the writer. “Quoted” is what the text gives to a named source. “Embedded” is a post or document that is shown whole.",
    ["“[They were marvellous],” said Ilse Maddern, a ward sister.", "A named person says it: quoted."],
    ["[They were marvellous], and the town knew it.", "Nobody else is named: own."],
  ),
  rule(
    "quoted-is-direct-or-reported",
    "Quoted is direct or reported",
    "Quoted words are “direct” in quotation marks, and “reported” where the text gives a named source’s words without them.",
    ["The harbour-master said the company [had saved the town].", "No quotation marks: quoted, reported."],
    ["“[We saved the town],” the harbour-master said.", "In quotation marks: quoted, direct."],
  ),
  rule(
    "captions-headings-and-scare-quotes-are-own",
    "Captions, headings and scare quotes are own",
    "Captions, headings, scare quotes, unnamed sources (“is said to”) and the outlet speaking of itself are the outlet’s own voice.",
    ["The council’s [“plan”] runs to half a page.", "Nobody is quoted; the marks express doubt: own."],
    ["Bram Oxley called the half page [“a plan on a napkin”].", "A named source says it: quoted."],
  ),
  rule(
    "an-official-act-is-not-speech",
    "An official act is not speech",
    "Listing, banning, fining, honouring is something that was done. Told by the writer it is own voice, and plain words about it are at most “facts”.",
    ["[The ministry struck the firm off its register], a line the paper repeats twice.", "An act, told by the writer: own, facts."],
    ["The minister said that the firm [could not be trusted with a rowing boat].", "Speech of a named person: quoted, words."],
  ),
  rule(
    "cut-at-one-quoted-word",
    "Cut the mark at a quoted word",
    "Where one quoted word stands in a sentence of the writer’s own, cut the mark there. If that cannot be done, take the voice of the words that carry the framing.",
    ["The mayor, with her usual [grace], offered the queue a “[heartfelt]” leaflet.", "Two marks: the scorn of the writer is own, “heartfelt” is the mayor’s word."],
    ["The mayor, [with her usual grace, offered the queue a “heartfelt” leaflet].", "One mark over two voices. Cut it; uncut, it is own, because the writer’s words carry the scorn."],
  ),
];

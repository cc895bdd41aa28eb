import { eld } from "eld/small";
import { languageTag } from "../provenance";
import type { Look, Proposal } from "./understood";

/** Enough words for the guess of a language to weigh against what a page declares. */
const ENOUGH = 120;
/** So much of a text tells its language. */
const SAMPLE = 250;

/**
 * The language of an article: what is declared, checked against the words themselves. Where the two differ and the
 * words are many, the words win, and a person should look.
 * @param body the words of the article, of any length
 */
export function decideLanguage(declared: readonly Proposal[], body: string): { language: Proposal | null; looks: Look[] } {
  const said = declared.flatMap((one) => { const tag = languageTag(one.value.replace("_", "-")); return tag === null ? [] : [{ ...one, value: tag }]; })[0] ?? null;
  const sample = body.slice(0, SAMPLE);
  const guess = sample.length < ENOUGH ? null : eld.detect(sample);
  if (guess === null || guess.language === "") return { language: said, looks: [] };
  const base = said?.value.split("-")[0] ?? "";
  if (said !== null && (base === guess.language || !guess.isReliable() || SAME.has(`${base} ${guess.language}`))) return { language: said, looks: [] };
  if (said?.from === "file") return { language: said, looks: ["language_unclear"] };
  const found: Proposal = { value: guess.language, from: "words", quote: sample.slice(0, 60).trim() };
  return guess.isReliable() ? { language: found, looks: said === null ? [] : ["language_unclear"] } : { language: null, looks: ["language_unclear"] };
}

/** Languages that are told apart by name more than by words. */
const SAME = new Set(["nb no", "nn no", "hr bs", "bs hr", "sr hr", "hr sr", "bs sr", "sr bs", "prs fa", "ms id", "id ms", "fil tl", "tl fil", "iw he", "sh hr", "sh sr", "nn nb", "no nb", "no nn"]);

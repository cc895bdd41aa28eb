// What a line of plain text can be by its shape alone. Every test reads a bounded part of the line.
import { wordsOf } from "./line";

const TERMINAL = /[.!?…。！？؟۔:;]["”’»)\]]*\s*$/u;
const STOP = /[.!?。！？؟۔]["”’»)\]]*\s*$/u;
const CUT = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])["”’»)\]]*\s*$/u;
const AUXILIARY = /(?:^|\s)(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|say|says|said|seems?|appears?)(?=\s|[,.]|$)/u;
const PARTICIPLE = /(?:^|\s)\p{Ll}{2,}(?:ed|ing)\s/u;
const IN_PLACE = /\s(?:in|at|near|outside|on|inside|during|over|across|from)\s(?:the\s)?\p{Lu}/u;
const CREDIT = /^(?:\(?(?:file )?(?:photo|photograph|picture|image|pictured|foto|bild|grafik|crédit|crédits|photo credit|video|illustration)s?\b.{0,40}[:©/|]|(?:photo|image|picture|foto) (?:by|courtesy)\s)|[([]?\s?(?:photo|image|picture|foto|bild|credit|crédit|photo credit|file photo)s?\s?[:/©]\s?[^.:]{2,60}[)\]]?\s*$|\((?:file photo|photo|archive|foto|archiv)[^)]{0,60}\)\s*$|(?:\/|©\s?)(?:AFP|AP|Reuters|Getty Images|EPA|dpa)\S{0,20}\s*$/iu;
const QUESTION = /^(?:how|why|what|who|where|when|which|wie|warum|was|wer|pourquoi|comment|qui|cómo|por qué|qué)\b/iu;

const tail = (text: string): string => text.slice(-60);

/** True where a line ends as a sentence or clause does. */
export const ends = (text: string): boolean => TERMINAL.test(tail(text));

/** True for a line that was cut ("…"), as teasers are. */
export const isCut = (text: string): boolean => CUT.test(tail(text));

/** True for a paragraph of running text: long, and ended as a sentence. */
export const isBody = (text: string, atLeast: number): boolean => text.length >= atLeast && STOP.test(tail(text)) && !isCut(text);

/** A line that gives who made a picture. */
export const isPictureCredit = (text: string): boolean => text.length <= 300 && CREDIT.test(text);

/** The words under a picture, by shape: short, not a title, and telling what is seen. `atTop`: directly below the headline. */
export function isCaption(text: string, atTop: boolean): boolean {
  if (text.length > 240) return false;
  if (isPictureCredit(text)) return true;
  const words = wordsOf(text);
  if (words.length < 4 || words.length > 24 || QUESTION.test(text) || /^["“„«‘]/u.test(text)) return false;
  if (ends(text)) return atTop && STOP.test(text) && words.length <= 14 && !AUXILIARY.test(text) && !/^(?:a look|a guide|here)\b/iu.test(text) && !/[!?]$/u.test(text);
  if (words.length < 5 || isTitled(words)) return false;
  return PARTICIPLE.test(text) ? IN_PLACE.test(text) || words.length >= 10 : words.length >= 10 && AUXILIARY.test(text) && /^\p{Lu}\S+ \p{Lu}/u.test(text);
}

/** True where most longer words begin with a capital, as in English titles. */
function isTitled(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.length > 1 && long.filter((word) => /^["“‘(]?\p{Lu}/u.test(word)).length >= 0.8 * long.length;
}

/** A short line without an end, which can stand over what follows. */
export const isHeading = (text: string): boolean => text.length <= 100 && wordsOf(text).length <= 14 && (/[?؟？]["”’»]?\s*$/u.test(text) || !/[.!,;:…。،؛]["”’»)\]]*\s*$/u.test(text));

/** A masthead's or menu's labels in one line ("The Tern | News | Sport"). */
export function isMenuRow(text: string): boolean {
  if (text.length > 160 || /\d/u.test(text) || STOP.test(tail(text))) return false;
  const parts = text.split(/\s*[|•·]\s*/u);
  return parts.length >= 3 && parts.every((part) => wordsOf(part).length <= 3);
}

const BULLET = /^(?:[•·▪▫‣◦●○■*–-]|\d{1,3}[.)]|[a-z]\))\s+\S/u;
/** A line that begins as an item of a list does. */
export const isItem = (text: string): boolean => BULLET.test(text.slice(0, 12));

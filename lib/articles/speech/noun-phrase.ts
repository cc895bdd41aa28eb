import { isCapital, type Piece, type Sentence } from "./pieces";
import { BE, DETERMINERS, JOINERS, LOOSE_JOINERS, NO_NAMES, PREPOSITIONS, PRONOUNS, STOPS, TITLES } from "./words";

/** Pieces `[from, to)` of a sentence that name somebody, or a pronoun. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly pronoun: boolean;
}

const LONGEST = 14;
/** "the country’s ministry" is the ministry. */
const COUNTRIES = new Set(["country", "nation", "state"]);
const SMALL_IN_NAMES = new Set(["of", "the", "for", "de", "da", "del", "della", "di", "du", "des", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "y", "und"]);

/** True where no noun phrase goes on. */
const closes = (piece: Piece): boolean => piece.kind !== "word" || STOPS.has(piece.key) || BE.has(piece.key);

/** The noun phrase that ends right before piece `to`; null when there is none. Looks at a few pieces only. */
export function phraseBefore(sentence: Sentence, to: number): Phrase | null {
  let from = skipBrackets(sentence, to);
  const end = from;
  for (let at = from - 1; at >= 0 && end - at <= LONGEST; at = from - 1) {
    const piece = sentence[at];
    if (piece === undefined || closes(piece)) break;
    if (PRONOUNS.has(piece.key) && !isInsideName(sentence, at)) {
      if (from === end) return { from: at, to: end, pronoun: true };
      break;
    }
    if (PREPOSITIONS.has(piece.key)) {
      if (from === end || !JOINERS.has(piece.key) || !joins(sentence, at, from)) break;
    } else if (DETERMINERS.has(piece.key)) {
      from = at;
      const before = sentence[at - 1];
      if (before === undefined || !JOINERS.has(before.key)) break;
      continue;
    }
    from = at;
  }
  while (from < end && isFiller(sentence, from, end)) from += 1;
  return from < end ? { from, to: end, pronoun: false } : null;
}

/** A preposition inside a noun phrase: a noun or name stands before it, and a name or determiner behind it. */
function joins(sentence: Sentence, at: number, from: number): boolean {
  const [noun, first] = [sentence[at - 1], sentence[from]];
  if (noun === undefined || first === undefined || closes(noun) || PREPOSITIONS.has(noun.key) || PRONOUNS.has(noun.key) || DETERMINERS.has(noun.key)) return false;
  if (!isCapital(first) && !DETERMINERS.has(first.key) && sentence[at]?.key !== "of") return false;
  return isCapital(noun) || sentence[at]?.key === "of" || !/(?:ed|ing)$/.test(noun.key);
}

const isInsideName = (sentence: Sentence, at: number): boolean => isCapital(sentence[at]) && isCapital(sentence[at - 1]);

/** At its start: an adverb with a capital, a preposition. */
function isFiller(sentence: Sentence, from: number, end: number): boolean {
  const piece = sentence[from];
  if (piece === undefined) return false;
  if (PREPOSITIONS.has(piece.key)) return true;
  return from === 0 && end - from > 1 && NO_NAMES.has(piece.key) && (isCapital(sentence[from + 1]) || DETERMINERS.has(sentence[from + 1]?.key ?? ""));
}

/** Steps back over "(MEK)" and the like. */
function skipBrackets(sentence: Sentence, to: number): number {
  if (sentence[to - 1]?.text !== ")") return to;
  for (let at = to - 2; at >= 0 && to - at < 12; at--) if (sentence[at]?.text === "(") return at;
  return to;
}

/** The noun phrase that begins at piece `from`; null when none does. `isVerb` tells where a verb of speech ends it. */
export function phraseAfter(sentence: Sentence, from: number, isVerb: (key: string) => boolean): Phrase | null {
  const first = sentence[from];
  if (first === undefined || first.kind !== "word") return null;
  if (PRONOUNS.has(first.key)) return { from, to: from + 1, pronoun: true };
  if (closes(first) || (PREPOSITIONS.has(first.key) && !isCapital(sentence[from + 1]))) return null;
  let to = from;
  let name = false;
  for (; to < sentence.length && to - from < LONGEST; to++) {
    const piece = sentence[to];
    if (piece === undefined || closes(piece) || (to > from && isVerb(piece.key) && !isCapital(piece))) break;
    if (isCapital(piece)) name = true;
    else if (name && !continuesName(sentence, to)) break;
    else if (!name && to > from && PREPOSITIONS.has(piece.key) && !(JOINERS.has(piece.key) && !LOOSE_JOINERS.has(piece.key) && startsPhrase(sentence[to + 1]))) break;
    else if (!name && to - from >= 2 && /(?:ed|ly)$/.test(piece.key)) break;
  }
  while (to > from && (PREPOSITIONS.has(sentence[to - 1]?.key ?? "") || (DETERMINERS.has(sentence[to - 1]?.key ?? "") && to - from > 1))) to -= 1;
  return to > from && !(to === from + 1 && DETERMINERS.has(first.key) && !isCapital(first)) ? { from, to, pronoun: false } : null;
}

const startsPhrase = (piece: Piece | undefined): boolean => isCapital(piece) || DETERMINERS.has(piece?.key ?? "");

/** "of" and the like inside a name, before another capital. */
function continuesName(sentence: Sentence, at: number): boolean {
  const piece = sentence[at];
  if (piece === undefined || !SMALL_IN_NAMES.has(piece.key)) return false;
  return isCapital(sentence[at + 1]) || (SMALL_IN_NAMES.has(sentence[at + 1]?.key ?? "") && isCapital(sentence[at + 2]));
}

/** What of a phrase is the name: a last run of capitals after small words, else all but an article at its start. */
export function nameIn(sentence: Sentence, phrase: Phrase): Phrase {
  let { from } = phrase;
  const { to } = phrase;
  if (phrase.pronoun) return phrase;
  const start = lastName(sentence, from, to);
  const headed = sentence.slice(from, start).some((piece) => JOINERS.has(piece.key));
  if (start < to && !headed) from = start;
  else if (["the", "a", "an"].includes(sentence[from]?.key ?? "") && to - from > 1) from += from + 2 < to && /['’]s$/.test(sentence[from + 1]?.text ?? "") && COUNTRIES.has(sentence[from + 1]?.key ?? "") ? 2 : 1;
  while (to - from > 1 && isCapital(sentence[from]) && TITLES.has(sentence[from]?.key ?? "") && isCapital(sentence[from + 1])) from += 1;
  return { from, to, pronoun: false };
}

/** Where the run of capitals begins that ends at `to`; `to` when the last word has none. */
function lastName(sentence: Sentence, from: number, to: number): number {
  let start = to;
  for (let at = to - 1; at >= from; at--) {
    if (isCapital(sentence[at])) {
      // "France’s Anna Berg": a name behind a possessive is a name of its own.
      if (at < to - 1 && /['’]s?$/.test(sentence[at]?.text ?? "") && start < to && to - start >= 2) break;
      if (!(at === 0 && (DETERMINERS.has(sentence[at]?.key ?? "") || NO_NAMES.has(sentence[at]?.key ?? "")))) start = at;
    } else if (!(start < to && continuesName(sentence, at))) break;
  }
  return start;
}

/** All names of a sentence, longest runs of capitals, in order. */
export function namesOf(sentence: Sentence): Phrase[] {
  const names: Phrase[] = [];
  for (let at = 0; at < sentence.length; at++) {
    if (!isCapital(sentence[at]) || isNoName(sentence, at)) continue;
    let to = at + 1;
    while (to < sentence.length && (isCapital(sentence[to]) || continuesName(sentence, to))) {
      to += 1;
      if (/['’]s$/.test(sentence[to - 1]?.text ?? "")) break;
    }
    names.push(nameIn(sentence, { from: at, to, pronoun: false }));
    at = to - 1;
  }
  return names;
}

function isNoName(sentence: Sentence, at: number): boolean {
  const key = sentence[at]?.key ?? "";
  if (NO_NAMES.has(key)) return !isCapital(sentence[at + 1]) || at === 0 || key.endsWith("day") || /^(?:ja|fe|ma|ap|ju|au|se|oc|no|de)/.test(key);
  return at === 0 && (DETERMINERS.has(key) || PREPOSITIONS.has(key) || PRONOUNS.has(key) || STOPS.has(key));
}

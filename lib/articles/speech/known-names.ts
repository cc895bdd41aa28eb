import type { TextRange } from "@/lib/text/units";
import { type Phrase, namesOf } from "./noun-phrase";
import type { Sentence } from "./pieces";
import { DETERMINERS, HE, ORGANISATION, PERSON_NOUNS, SHE, TITLES } from "./words";

/** Somebody named at a place of the text. */
export interface Name extends TextRange {
  /** In small letters. */
  readonly words: readonly string[];
  readonly person: boolean;
  /** By a title such as "Ms"; null when nothing tells. */
  readonly gender: "he" | "she" | null;
}

/** The name that a phrase of a sentence stands for. */
export function nameAt(sentence: Sentence, phrase: Phrase): Name | null {
  const pieces = sentence.slice(phrase.from, phrase.to);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || (pieces.length === 1 && DETERMINERS.has(first.key))) return null;
  const title = sentence[phrase.from - 1]?.key ?? "";
  const words = pieces.filter(({ kind }) => kind === "word").map(({ key }) => key);
  const capitals = pieces.every(({ text, key }) => /^[\p{Lu}\u2588.]/u.test(text) || key === "bin" || key === "de" || key === "van" || key === "von" || key === "al");
  const plain = capitals && words.length <= 4 && !words.some((word) => ORGANISATION.has(word)) && !pieces.some(({ text }) => /^\p{Lu}{2,}$/u.test(text));
  const possessive = /['’]s$/.exec(last.text);
  return {
    start: first.start,
    end: (last.end - (possessive === null ? 0 : possessive[0].length)) as TextRange["end"],
    words,
    person: plain && (words.length >= 2 || TITLES.has(title)),
    gender: HE.has(title) ? "he" : SHE.has(title) ? "she" : null,
  };
}

/** Every full name of a text by its words, so that a surname leads to the earliest full mention. */
export class KnownNames {
  readonly #byWord = new Map<string, Name[]>();
  readonly #earliest = new Map<string, Name>();
  readonly #short = new Map<string, Name>();

  /** Takes in the names of a sentence; sentences come in the order of the text. */
  learn(sentence: Sentence): void {
    for (const phrase of namesOf(sentence)) {
      const name = nameAt(sentence, phrase);
      if (name === null || name.words.length < 2) continue;
      this.keep(name);
      const [open, letters, close] = sentence.slice(phrase.to, phrase.to + 3);
      if (open?.text === "(" && close?.text === ")" && letters !== undefined && /^\p{Lu}{2,}$/u.test(letters.text)) this.#short.set(letters.key, this.#first(name));
    }
  }

  /** Takes in one name. */
  keep(name: Name): void {
    const key = name.words.join(" ");
    if (!this.#earliest.has(key)) this.#earliest.set(key, name);
    const [first, last] = [name.words[0], name.words.at(-1)];
    for (const word of new Set(name.person ? [first, last] : [last])) {
      if (word === undefined) continue;
      const list = this.#byWord.get(word);
      if (list === undefined) this.#byWord.set(word, [name]);
      else list.push(name);
    }
  }

  /** The earliest full mention of a name; the name itself when there is none. */
  fullest(name: Name): Name {
    const only = name.words.length === 1 ? name.words[0] : name.words.length === 2 && name.words[0] === "the" ? name.words[1] : undefined;
    if (only === undefined) return this.#first(name);
    const short = this.#short.get(only);
    if (short !== undefined) return short;
    const longer = this.#byWord.get(only);
    return longer === undefined ? name : this.#first(longer[lastAtOrBefore(longer, name.start)] ?? longer[0] ?? name);
  }

  #first(name: Name): Name {
    return this.#earliest.get(name.words.join(" ")) ?? name;
  }
}

/** The last of some names, in order, that does not begin behind a place; -1 when all do. */
function lastAtOrBefore(names: readonly Name[], at: number): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** True for "the man", "the lawyer": a person whom the text has named. */
export const standsForPerson = (name: Name): boolean => PERSON_NOUNS.has(name.words.at(-1) ?? "");

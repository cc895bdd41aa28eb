import { type KnownNames, type Name, nameAt, standsForPerson } from "./known-names";
import { nameIn, namesOf, phraseAfter, type Phrase } from "./noun-phrase";
import { isCapital, type Sentence } from "./pieces";
import { BE, BETWEEN, DETERMINERS, JOINERS, NOBODY, NO_NAMES, PREPOSITIONS, STOPS, UNNAMED } from "./words";

/** Who says something, and whether that is a source with a name or an office, not "critics" or "one man". */
export interface Speaker {
  readonly name: Name;
  readonly named: boolean;
}

const MEMORY = 6;
/** How many pieces back "it" may lead within its sentence. */
const NEAR = 60;

/** Reads a text from its start to its end and remembers who was named, so that "he" and "the ministry" lead to somebody. */
export class Speakers {
  readonly #known: KnownNames;
  readonly #isVerb: (key: string) => boolean;
  #people: Name[] = [];
  #last: Speaker | null = null;
  #group: Speaker | null = null;
  readonly #genders = new Map<number, "he" | "she">();

  constructor(known: KnownNames, isVerb: (key: string) => boolean) {
    this.#known = known;
    this.#isVerb = isVerb;
  }

  /** Takes note of whom a sentence is about, before its attributions are asked for. */
  enter(whole: Sentence): void {
    const sentence = withoutDateline(whole);
    namesOf(sentence).forEach((phrase, i) => {
      const name = nameAt(sentence, phrase);
      if (name !== null) this.#remember(this.#known.fullest(name), i === 0 && phrase.from <= 6);
    });
  }

  /** Who a phrase of a sentence is. Null: nobody that the text tells. */
  resolve(sentence: Sentence, phrase: Phrase): Speaker | null {
    const found = phrase.pronoun ? this.#pronoun(sentence, phrase) : this.#described(sentence, phrase);
    if (found !== null) this.#spoke(found);
    return found;
  }

  /** Who the subject of a sentence is, as far as that can be told from its first words. */
  subject(whole: Sentence): Speaker | null {
    const sentence = withoutDateline(whole);
    const first = sentence[0];
    const comma = sentence.findIndex(({ text }) => text === ",");
    const leads = first !== undefined && (PREPOSITIONS.has(first.key) || STOPS.has(first.key) || NO_NAMES.has(first.key) || /ing$/.test(first.key));
    const phrase = phraseAfter(sentence, leads && comma > 0 ? comma + 1 : 0, this.#isVerb);
    if (phrase !== null) return this.resolve(sentence, phrase);
    const [name] = namesOf(sentence);
    return name === undefined ? null : this.resolve(sentence, name);
  }

  #described(sentence: Sentence, phrase: Phrase): Speaker | null {
    // "the man who had been the most powerful diplomat hailed": what stands before the verb is not its subject.
    let before = phrase.from - 1;
    while (before >= 0 && BETWEEN.has(sentence[before]?.key ?? "")) before -= 1;
    if (before > 1 && BE.has(sentence[before]?.key ?? "") && sentence.slice(0, before).some(({ key }) => key === "who")) return this.subject(sentence.slice(0, before));
    const name = nameAt(sentence, nameIn(sentence, phrase));
    if (name === null) return null;
    if (standsForPerson(name) && ["the", "this"].includes(sentence[phrase.from]?.key ?? "") && phrase.to - phrase.from <= 2) return this.#person(null) ?? { name, named: false };
    const named = isNamed(sentence, phrase);
    const full = this.#known.fullest(name);
    if (named && full.words.length > 1 && !full.person) this.#known.keep(full);
    return { name: full, named };
  }

  #pronoun(sentence: Sentence, phrase: Phrase): Speaker | null {
    const word = sentence[phrase.from]?.key ?? "";
    if (NOBODY.has(word)) return null;
    if (word === "it" || word === "they") {
      const earlier = namesOf(sentence.slice(Math.max(0, phrase.from - NEAR), phrase.from)).map((name) => nameAt(sentence, name)).find((name) => name !== null && !name.person);
      if (word === "it" && earlier) return { name: this.#known.fullest(earlier), named: true };
      return this.#group ?? this.#last;
    }
    return this.#person(word === "he" || word === "she" ? word : null);
  }

  #person(gender: "he" | "she" | null): Speaker | null {
    const name = this.#people.find((one) => gender === null || (this.#genders.get(one.start) ?? gender) === gender);
    if (name === undefined) return this.#last?.named === false ? this.#last : null;
    if (gender !== null) this.#genders.set(name.start, gender);
    return { name, named: true };
  }

  #spoke(speaker: Speaker): void {
    this.#last = speaker;
    if (!this.#remember(speaker.name)) this.#group = speaker;
  }

  /** Whom a sentence is about, or who speaks, is thought of first; whoever else is named, after that one. */
  #remember(name: Name, first = true): boolean {
    if (!name.person) return false;
    if (name.gender !== null && !this.#genders.has(name.start)) this.#genders.set(name.start, name.gender);
    const others = this.#people.filter((one) => one.start !== name.start);
    const leader = this.#people[0];
    this.#people = (first || leader === undefined || leader.start === name.start ? [name, ...others] : [leader, name, ...others.slice(1)]).slice(0, MEMORY);
    return true;
  }
}

/** "WASHINGTON — Berg said": what follows the place. */
function withoutDateline(sentence: Sentence): Sentence {
  const dash = sentence.slice(0, 7).findIndex(({ text }) => /^[—–]$/.test(text));
  return dash > 0 && sentence.slice(0, dash).every((piece) => isCapital(piece) || piece.kind === "mark") ? sentence.slice(dash + 1) : sentence;
}

/** A name, an office or an institution; not "critics say", "one man said". */
function isNamed(sentence: Sentence, phrase: Phrase): boolean {
  const pieces = sentence.slice(phrase.from, phrase.to);
  const joiner = pieces.findIndex(({ key }) => JOINERS.has(key));
  const head = (joiner > 0 ? pieces[joiner - 1] : pieces.at(-1))?.key ?? "";
  const [first] = pieces;
  if (pieces.some((piece, i) => isCapital(piece) && (i > 0 || phrase.from > 0 || (!UNNAMED.has(piece.key) && !DETERMINERS.has(piece.key) && pieces.length === 1)))) return true;
  // "sailors say"
  if (joiner < 0 && !DETERMINERS.has(first?.key ?? "") && /[^s]s$/.test(head)) return false;
  if (UNNAMED.has(head)) return joiner > 0 && DETERMINERS.has(pieces[joiner + 1]?.key ?? "");
  return !["a", "an", "one", "another", "two", "three", "some", "each"].includes(first?.key ?? "") || /^spokes/.test(head) || joiner > 0;
}

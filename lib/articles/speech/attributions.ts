import { isCapital, type Piece, type Sentence } from "./pieces";
import { type Phrase, phraseAfter, phraseBefore } from "./noun-phrase";
import { maybeNoun, type VerbForm } from "./verbs";
import { BE, BETWEEN, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS } from "./words";

/** Somebody is said to say something in a sentence. Numbers are places among its pieces. */
export interface Attribution {
  /** Who; null when it is the one who spoke last in the sentence, or its subject. */
  readonly source: Phrase | null;
  /** Verb, or "according to". */
  readonly cue: readonly [from: number, to: number];
  /** The whole frame: source and verb. */
  readonly frame: readonly [from: number, to: number];
  readonly verb: VerbForm | null;
  /** What is said stands before the frame ("…, said the mayor"), or behind it. */
  readonly side: "before" | "behind";
}

/** Prepositions that may as well open a clause. */
const ALSO_CONJUNCTIONS = new Set(["after", "before", "since", "until", "as"]);

type Verbs = ReadonlyMap<string, VerbForm>;

/** Every attribution of a sentence, from left to right. Looks at a bounded number of pieces around each verb. */
export function attributionsOf(sentence: Sentence, verbs: Verbs): Attribution[] {
  const isVerb = (key: string): boolean => verbs.has(key);
  const quotes = sentence.some(({ kind }) => kind === "quote");
  const found: Attribution[] = [];
  sentence.forEach((piece, at) => {
    if (piece.kind !== "word") return;
    const known = verbs.get(piece.key);
    // "the United States"
    const verb = (known?.kind === "quote" && !quotes) || (at > 0 && isCapital(piece)) ? undefined : known;
    const next = piece.key === "according" && sentence[at + 1]?.key === "to" ? accordingTo(sentence, at, isVerb) : verb === undefined ? null : verbal(sentence, at, verb, found, isVerb);
    if (next !== null) found.push(next);
  });
  return found;
}

function accordingTo(sentence: Sentence, at: number, isVerb: (key: string) => boolean): Attribution | null {
  const source = phraseAfter(sentence, at + 2, isVerb);
  if (source === null) return null;
  return { source, cue: [at, at + 2], frame: [at, source.to], verb: null, side: at === 0 || opensClause(sentence, at) ? "behind" : "before" };
}

const opensClause = (sentence: Sentence, at: number): boolean => STOPS.has(sentence[at - 1]?.key ?? "");

function verbal(sentence: Sentence, at: number, verb: VerbForm, earlier: readonly Attribution[], isVerb: (key: string) => boolean): Attribution | null {
  let before = at;
  let passive = false;
  while (before > 0 && (BETWEEN.has(sentence[before - 1]?.key ?? "") || BE.has(sentence[before - 1]?.key ?? ""))) {
    before -= 1;
    passive ||= BE.has(sentence[before]?.key ?? "");
  }
  const previous = sentence[before - 1];
  const next = sentence[at + 1];
  if (passive && verb.form !== "ing") return null;
  if (verb.base === "write" && ["on", "about", "for"].includes(next?.key ?? "")) return null;
  if (verb.form === "past" && next?.key === "to" && BE.has(sentence[at + 2]?.key ?? "")) return null;
  if (verb.form === "ing" && !passive) return participle(sentence, at, verb, previous);
  if (verb.form === "base" && (previous === undefined || !canTakeBase(previous))) return null;

  const inverted = invertedSource(sentence, at, previous, isVerb);
  if (inverted !== null) return { source: inverted, cue: [at, at + 1], frame: [before, inverted.to], verb, side: "before" };
  if (previous === undefined || previous.kind === "quote") return null;
  const behind = (source: Phrase | null, from: number): Attribution => ({ source, cue: [at, at + 1], frame: [from, at + 1], verb, side: saidBefore(sentence, from, at) ? "before" : "behind" });
  if (previous.key === "who" || previous.key === "which") {
    const antecedent = phraseBefore(sentence, before - 1 - (sentence[before - 2]?.text === "," ? 1 : 0));
    return antecedent === null ? null : behind(antecedent, before - 1);
  }
  if (previous.key === "and" || previous.key === "but" || previous.key === "then") return earlier.length > 0 || verb.kind === "say" || verb.kind === "that" ? behind(null, before - 1) : null;
  if (/^[,—–]$/.test(previous.text)) {
    const apposed = appositionHead(sentence, before - 1);
    return apposed === null ? null : behind(apposed.head, apposed.from);
  }
  const subject = phraseBefore(sentence, before);
  if (subject === null || (maybeNoun(sentence[at]?.key ?? "") && !takesClause(next) )) return null;
  // "… and at the same time acknowledged": the subject stands further in front.
  const lead = sentence[subject.from - 1]?.key ?? "";
  if (!subject.pronoun && PREPOSITIONS.has(lead) && !ALSO_CONJUNCTIONS.has(lead)) return verb.kind === "quote" ? null : behind(null, before);
  return behind(subject, subject.from);
}

const canTakeBase = (previous: Piece): boolean => previous.kind === "word" && !STOPS.has(previous.key) && !DETERMINERS.has(previous.key) && previous.key !== "to" && (PRONOUNS.has(previous.key) || /[^s]s$|people|police|who$/.test(previous.key));
const takesClause = (next: Piece | undefined): boolean => next !== undefined && (next.kind === "quote" || /^[:,]$/.test(next.text) || next.key === "that" || PRONOUNS.has(next.key));

/** ", adding that", ", saying": by whoever spoke last. */
function participle(sentence: Sentence, at: number, verb: VerbForm, previous: Piece | undefined): Attribution | null {
  if (previous !== undefined && (DETERMINERS.has(previous.key) || (previous.kind === "word" && !STOPS.has(previous.key) && !PREPOSITIONS.has(previous.key)))) return null;
  return { source: null, cue: [at, at + 1], frame: [previous?.text === "," ? at - 1 : at, at + 1], verb, side: "behind" };
}

/** "“…” said the mayor", ", said Berg,": the source behind the verb. */
function invertedSource(sentence: Sentence, at: number, previous: Piece | undefined, isVerb: (key: string) => boolean): Phrase | null {
  const afterQuote = previous?.kind === "quote" || (/^[,—–-]$/.test(previous?.text ?? "") && sentence.slice(Math.max(0, at - 3), at).some(({ kind }) => kind === "quote"));
  if ((!afterQuote && previous?.text !== ",") || sentence[at]?.key === "told") return null;
  const first = at + 1;
  const source = phraseAfter(sentence, first, isVerb);
  if (source === null || (source.pronoun && !afterQuote)) return null;
  if (afterQuote) return nameBehind(sentence, source, isVerb) ?? source;
  const after = sentence[source.to];
  return isCapital(sentence[first]) && (after === undefined || /^[,.;—–]$/.test(after.text)) ? source : null;
}

/** "said the captain, Ines Carvalho": the name behind an office. */
function nameBehind(sentence: Sentence, office: Phrase, isVerb: (key: string) => boolean): Phrase | null {
  if (office.pronoun || isCapital(sentence[office.to - 1]) || sentence[office.to]?.text !== "," || !isCapital(sentence[office.to + 1])) return null;
  const name = phraseAfter(sentence, office.to + 1, isVerb);
  const after = name === null ? undefined : sentence[name.to];
  return name !== null && (after === undefined || /^[,.;—–]$/.test(after.text)) ? name : null;
}

/** True when the clause before the subject is what is said: "The plan will fail, the mayor said." */
function saidBefore(sentence: Sentence, from: number, at: number): boolean {
  const [comma, next] = [sentence[from - 1], sentence[at + 1]];
  const done = next === undefined || /^[.,;!?—–]$/.test(next.text) || (next.kind === "word" && PREPOSITIONS.has(next.key) && next.key !== "to" && !sentence.slice(at + 1, at + 9).some(({ key, kind, text }) => key === "that" || kind === "quote" || text === ":"));
  if (comma?.kind === "quote") return !(next?.kind === "quote" || next?.key === "that");
  const quoted = sentence[from - 2]?.kind === "quote";
  return comma?.text === "," && (done || quoted) && from > 2;
}

/** "Berg, the head of the union, said": back over what stands between the commas; `from` is where all of it begins. */
function appositionHead(sentence: Sentence, comma: number): { readonly head: Phrase; readonly from: number } | null {
  const direct = phraseBefore(sentence, comma);
  const named = direct !== null && isCapital(sentence[direct.from]) && isCapital(sentence[direct.to - 1]);
  let common: Phrase | null = null;
  for (let at = comma - 1; at > 0 && comma - at < 40; at--) {
    const piece = sentence[at];
    if (piece?.kind === "quote" || /^[;:]$/.test(piece?.text ?? "")) break;
    if (!/^[,—–(]$/.test(piece?.text ?? "")) continue;
    const phrase = phraseBefore(sentence, at);
    if (phrase === null || phrase.pronoun) continue;
    // "its chairman, Tom Achebe, said": the name stands behind the office.
    if (named && direct !== null && at === direct.from - 1 && !isCapital(sentence[phrase.to - 1])) return { head: direct, from: phrase.from };
    const preposed = PREPOSITIONS.has(sentence[phrase.from - 1]?.key ?? "");
    if (!preposed && isCapital(sentence[phrase.to - 1])) return { head: phrase, from: phrase.from };
    if (!preposed && (DETERMINERS.has(sentence[phrase.from]?.key ?? "") || phrase.from === 0)) common ??= phrase;
  }
  const head = common ?? (direct !== null && isCapital(sentence[direct.to - 1]) ? direct : null);
  return head === null ? null : { head, from: head.from };
}

import { type TextRange, textRange } from "@/lib/text/units";
import type { Attribution } from "./attributions";
import { isCapital, type Sentence } from "./pieces";
import { BREAKS, DETERMINERS, NO_NAMES, PREPOSITIONS, PRONOUNS } from "./words";

const NEAR = 9;

/**
 * What an attribution reports without quotation marks, as stretches between the quotations of its sentence, in order;
 * none where it only tells who said what stands in marks.
 */
export function reportedIn(sentence: Sentence, attributions: readonly Attribution[], which: number): TextRange[] {
  const attribution = attributions[which];
  if (attribution === undefined || attribution.verb?.kind === "quote") return [];
  const [from, to] = attribution.frame;
  const limit = attributions[which + 1]?.frame[0] ?? sentence.length;
  const behind = attribution.side === "behind" ? start(sentence, attribution) : resumed(sentence, from, to);
  const pieces: TextRange[] = [];
  if (attribution.side === "before") pieces.push(...stretches(sentence, clauseStart(sentence, attributions[which - 1]?.frame[1] ?? 0, from), from));
  if (behind !== null && behind < limit) pieces.push(...stretches(sentence, behind, end(sentence, behind, limit, isRelative(sentence, from))));
  return pieces;
}

/** "It is unlikely, said Berg, to be …": where what is said goes on behind the frame; null where it does not. */
function resumed(sentence: Sentence, from: number, to: number): number | null {
  const quoted = sentence.slice(Math.max(0, from - 2), from).some(({ kind }) => kind === "quote");
  return sentence[to]?.text === "," && from > 0 && !quoted && !BREAKS.has(sentence[to + 1]?.key ?? "") ? to + 1 : null;
}

/** Where what is said begins behind the verb; null when nothing is reported there. */
function start(sentence: Sentence, { verb, frame }: Attribution): number | null {
  const [, to] = frame;
  if (verb === null) return sentence[to]?.text === "," ? behindAside(sentence, to + 1) : null;
  const next = sentence[to];
  if (next === undefined || next.key === "so") return null;
  if (next.key === "that") return to + 1;
  if (verb.kind === "act" && verb.base !== "warn" && next.kind === "word") return to;
  const that = thatAfter(sentence, to);
  if (next.kind !== "word" || PREPOSITIONS.has(next.key) || NO_NAMES.has(next.key)) return that ?? (verb.base === "warn" && next.kind === "word" ? to : null);
  if (verb.base === "tell") return that ?? afterHearer(sentence, to);
  if (PRONOUNS.has(next.key)) return to;
  if (verb.kind === "that" || verb.base === "warn") return that;
  return verb.base === "say" || DETERMINERS.has(next.key) || isCapital(next) || /^\p{N}/u.test(next.text) ? to : null;
}

/** "According to Berg, who runs the clinic, …": behind what only tells who Berg is. */
function behindAside(sentence: Sentence, from: number): number {
  if (!BREAKS.has(sentence[from]?.key ?? "")) return from;
  const comma = sentence.findIndex(({ text }, at) => at > from && text === ",");
  return comma < 0 ? from : comma + 1;
}

/** Behind a near "that" before which no quotation stands; null without one. */
function thatAfter(sentence: Sentence, to: number): number | null {
  const near = sentence.slice(to, to + NEAR).findIndex(({ kind, key, text }) => key === "that" || kind === "quote" || /^[:;,]$/.test(text));
  return near >= 0 && sentence[to + near]?.key === "that" ? to + near + 1 : null;
}

/** "told reporters the plan would fail": behind whom it was told to. */
function afterHearer(sentence: Sentence, to: number): number | null {
  let at = to + 1;
  if (DETERMINERS.has(sentence[to]?.key ?? "")) at += 1;
  else while (isCapital(sentence[at - 1]) && isCapital(sentence[at])) at += 1;
  const next = sentence[at];
  return next?.kind === "word" && !PREPOSITIONS.has(next.key) ? at : null;
}

function clauseStart(sentence: Sentence, from: number, to: number): number {
  let at = from;
  for (let i = from; i < to; i++) if (/^[:;]$/.test(sentence[i]?.text ?? "")) at = i + 1;
  return at;
}

/** "The raid, which the group said came …,": the frame stands inside a clause that ends with a comma. */
const isRelative = (sentence: Sentence, from: number): boolean => ["which", "who", "what"].includes(sentence[from - 1]?.key ?? "") && sentence[from - 2]?.text === ",";

/** Before what the writer adds: ", but", ", which", a semicolon; or the limit. */
function end(sentence: Sentence, from: number, limit: number, relative: boolean): number {
  for (let at = from; at < limit; at++) {
    if (relative && sentence[at]?.text === ",") return at;
    if (sentence[at]?.text === ";" || (sentence[at]?.text === "," && BREAKS.has(sentence[at + 1]?.key ?? ""))) return at;
  }
  return limit;
}

/** The words of some pieces without the quotations among them and without marks at their ends. */
function stretches(sentence: Sentence, from: number, to: number): TextRange[] {
  const found: TextRange[] = [];
  let first: number | null = null;
  let last = 0;
  for (let at = from; at < to; at++) {
    const piece = sentence[at];
    if (piece === undefined) break;
    if (piece.kind === "word") {
      first ??= piece.start;
      last = piece.end;
    } else if (piece.kind === "quote" && first !== null) {
      found.push(textRange(first, last));
      first = null;
    }
  }
  if (first !== null) found.push(textRange(first, last));
  return found;
}

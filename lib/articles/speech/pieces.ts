import { lexemes } from "@/lib/text/lexemes";
import type { Quotation } from "@/lib/text/quotations";
import type { TextIndex } from "@/lib/text/text-index";
import type { TextRange } from "@/lib/text/units";
import { ABBREVIATIONS } from "./words";

/** A word, a mark, or a whole quotation taken as one piece of its sentence. */
export interface Piece extends TextRange {
  readonly text: string;
  /** In small letters, with a straight apostrophe and without a possessive ending. */
  readonly key: string;
  readonly kind: "word" | "mark" | "quote";
  /** For a quotation: its number among those of the block. */
  readonly quote: number;
}

/** The pieces of one sentence, in order. */
export type Sentence = readonly Piece[];

/** The sentences of a block, with every quotation as one piece. */
export function sentencesOf(index: TextIndex, block: TextRange, quotations: readonly Quotation[], isVerb: (key: string) => boolean): Sentence[] {
  const pieces = piecesOf(index, block, quotations);
  const sentences: Piece[][] = [];
  let sentence: Piece[] = [];
  pieces.forEach((piece, i) => {
    sentence.push(piece);
    if (endsHere(pieces, i, index, quotations, isVerb)) {
      sentences.push(sentence);
      sentence = [];
    }
  });
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

function piecesOf(index: TextIndex, block: TextRange, quotations: readonly Quotation[]): Piece[] {
  const pieces: Piece[] = [];
  const words = (start: TextRange["start"], end: TextRange["end"]): void => {
    for (const { text, word, ...range } of lexemes(index.slice(start, end), start)) {
      const last = pieces.at(-1);
      // The point of "Mr." belongs to it.
      if (text === "." && last?.end === range.start && isAbbreviation(last)) pieces[pieces.length - 1] = { ...last, text: `${last.text}.`, end: range.end };
      else pieces.push({ text, key: keyOf(text), kind: word ? "word" : "mark", quote: -1, start: range.start, end: range.end });
    }
  };
  let at = block.start;
  quotations.forEach((quotation, i) => {
    words(at, quotation.start);
    pieces.push({ text: "", key: "", kind: "quote", quote: i, start: quotation.start, end: quotation.end });
    at = quotation.end;
  });
  words(at, block.end);
  return pieces;
}

/** How a word is looked up: small letters, straight apostrophe, no possessive. */
export const keyOf = (text: string): string => text.toLowerCase().replace(/[’]/g, "'").replace(/'s$/, "");

/** A word with a capital or a number of them; a hidden name counts as one. */
export const isCapital = (piece: Piece | undefined): boolean => piece !== undefined && piece.kind === "word" && /^[\p{Lu}\p{Lt}\u2588]/u.test(piece.text);

function endsHere(pieces: readonly Piece[], i: number, index: TextIndex, quotations: readonly Quotation[], isVerb: (key: string) => boolean): boolean {
  const [piece, next] = [pieces[i], pieces[i + 1]];
  if (piece === undefined || next === undefined) return false;
  if (piece.kind === "mark") return /^[.!?…]$/.test(piece.text) && begins(next);
  const quotation = piece.kind === "quote" ? quotations[piece.quote] : undefined;
  if (quotation === undefined || quotation.inner.end <= quotation.inner.start) return false;
  const last = index.slice((quotation.inner.end - 1) as TextRange["end"], quotation.inner.end);
  if (!/[.!?…]/.test(last) || !begins(next) || /^[—–]$/.test(next.text)) return false;
  // “Enough!” Pompeo said: what follows still tells who speaks.
  return !pieces.slice(i + 1, i + 6).some((follower, k, all) => follower.kind === "word" && isVerb(follower.key) && all.slice(0, k).every(({ kind }) => kind === "word")) || last === ".";
}

const begins = (next: Piece): boolean => next.kind === "quote" || isCapital(next) || /^\p{N}/u.test(next.text) || /^[\p{Lo}([—–]/u.test(next.text);

const isAbbreviation = (piece: Piece): boolean => ABBREVIATIONS.has(piece.text.toLowerCase()) || /^\p{Lu}$/u.test(piece.text);

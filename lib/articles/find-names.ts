import { type TextRange, textRange } from "@/lib/text/units";
import type { SourceName } from "./source-names";

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/u;
const HYPHENS = /[\u2010-\u2015\u2212]/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** Scripts that put no space between words, so that a name has no edge there. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/** A text as names are compared: `at[i]` is the code point from which the i-th UTF-16 unit of `folded` comes. */
type Folded = { readonly folded: string; readonly at: readonly number[] };

/** Every place (code points) where a name stands as whole words; overlapping places are all given. */
export function findNames(text: string, names: readonly SourceName[]): TextRange[] {
  if (names.length === 0) return [];
  const loose = fold(text, true);
  const strict = names.some((name) => name.exact) ? fold(text, false) : loose;
  return names.flatMap(({ phrase, exact }) =>
    exact ? [...new Set([phrase, phrase.toUpperCase()])].flatMap((spelt) => occurrences(strict, fold(spelt, false).folded.trim())) : occurrences(loose, fold(phrase, true).folded.trim()),
  );
}

function occurrences({ folded, at }: Folded, phrase: string): TextRange[] {
  const found: TextRange[] = [];
  if (phrase === "") return found;
  for (let i = folded.indexOf(phrase); i >= 0; i = folded.indexOf(phrase, i + 1)) {
    const end = i + phrase.length;
    if (isEdge(before(folded, i), phrase) && isEdge(first(folded, end), last(phrase))) found.push(textRange(at[i] ?? 0, (at[end - 1] ?? 0) + 1));
  }
  return found;
}

/** Whether a name's outer character ends a word beside `neighbour`. */
function isEdge(neighbour: string, outer: string): boolean {
  return !PART_OF_WORD.test(neighbour) || !PART_OF_WORD.test(first(outer, 0)) || UNSPACED.test(first(outer, 0)) || UNSPACED.test(neighbour);
}

const first = (text: string, at: number): string => (at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : "");
const last = (text: string): string => [...text].at(-1) ?? "";
const before = (text: string, at: number): string => last(text.slice(Math.max(0, at - 2), at));

/** Case, apostrophes, hyphens and dashes, no-break spaces and runs of white space folded as in `nameKey`; letters taken apart from their accents, which are kept. */
function fold(text: string, anyCase: boolean): Folded {
  const at: number[] = [];
  let folded = "";
  let position = -1;
  for (const char of text) {
    position += 1;
    const plain = foldChar(char, anyCase);
    if (plain === " " && folded.endsWith(" ")) continue;
    folded += plain;
    for (let i = 0; i < plain.length; i++) at.push(position);
  }
  return { folded, at };
}

function foldChar(char: string, anyCase: boolean): string {
  if (INVISIBLE.test(char)) return "";
  if (/\s/u.test(char)) return " ";
  if (APOSTROPHES.test(char)) return "'";
  if (HYPHENS.test(char)) return "-";
  const apart = char.normalize("NFKD");
  // Upper case first, so that ß and SS meet.
  return anyCase ? apart.toUpperCase().toLowerCase() : apart;
}

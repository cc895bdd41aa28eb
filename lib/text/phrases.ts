import { foldText, type Folded } from "./fold";
import { textRange, type TextRange } from "./units";

/** A place where a phrase stands; `phrase` is its number in the list that was searched for. */
export type FoundPhrase = TextRange & { readonly phrase: number };
/** Finds the phrases it was made of in a text. */
export type PhraseFinder = (text: string) => FoundPhrase[];

type Node = { readonly next: Map<number, Node>; phrase: number | null };

/**
 * Makes a finder of whole-word matches under the folding of names. At one place the longest phrase wins, and what is
 * found never overlaps. Words are runs of letters and digits; between scripts that are written without spaces every
 * character ends a word, Katakana ends at another script, and Korean particles may follow a name.
 * Work per text: its length times the longest phrase at most, whatever the number of phrases.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const root = trie(phrases);
  return (text) => {
    if (root.next.size === 0) return [];
    const folded = foldText(text);
    const found: FoundPhrase[] = [];
    for (let piece = 0; piece < folded.at.length; ) {
      const match = matchAt(root, folded, piece);
      if (match) found.push({ ...textRange(folded.start[piece]!, folded.end[match.end - 1]!), phrase: match.phrase });
      piece = match?.end ?? piece + 1;
    }
    return found;
  };
}

/** Where these phrases stand in a text, left to right; see `phraseFinder`. */
export const findPhrases = (text: string, phrases: readonly string[]): FoundPhrase[] => phraseFinder(phrases)(text);

function trie(phrases: readonly string[]): Node {
  const root: Node = { next: new Map(), phrase: null };
  for (const [number, phrase] of phrases.entries()) {
    const key = foldText(phrase).text.trim();
    let node = root;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      const next = node.next.get(unit) ?? { next: new Map<number, Node>(), phrase: null };
      node.next.set(unit, next);
      node = next;
    }
    if (node !== root) node.phrase ??= number;
  }
  return root;
}

/** The longest phrase that begins with a piece and ends with one; `end` is the piece behind it. */
function matchAt(root: Node, { text, at }: Folded, piece: number): { phrase: number; end: number } | null {
  const begin = at[piece]!;
  let node = root.next.get(text.charCodeAt(begin));
  if (!node || joined(text, begin, false)) return null;
  let longest: { phrase: number; end: number } | null = null;
  for (let i = begin + 1, end = piece + 1; node; i++) {
    while (end < at.length && at[end]! < i) end += 1;
    if (node.phrase !== null && (at[end] ?? text.length) === i && !joined(text, i, true)) longest = { phrase: node.phrase, end };
    if (i >= text.length) break;
    node = node.next.get(text.charCodeAt(i));
  }
  return longest;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const KATAKANA = /\p{scx=Katakana}/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const HANGUL = /\p{sc=Hangul}/u;

type Kind = "none" | "unspaced" | "katakana" | "word";
const kindOf = (char: string): Kind => (!WORD.test(char) ? "none" : UNSPACED.test(char) ? "unspaced" : KATAKANA.test(char) ? "katakana" : "word");

/** Whether the characters around a position of a folded text belong to one word. `ending`: a name ends there. */
export function joined(text: string, position: number, ending: boolean): boolean {
  if (position === 0 || position >= text.length) return false;
  const before = charBefore(text, position);
  if (ending && HANGUL.test(before)) return false;
  const kind = kindOf(before);
  return (kind === "word" || kind === "katakana") && kind === kindOf(String.fromCodePoint(text.codePointAt(position)!));
}

function charBefore(text: string, position: number): string {
  const pair = text.slice(Math.max(0, position - 2), position);
  const last = [...pair].at(-1);
  return last ?? "";
}

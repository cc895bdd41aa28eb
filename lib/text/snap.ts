import { graphemeAt, snapToGraphemes } from "./graphemes";
import type { TextIndex } from "./text-index";
import { HIDDEN, snapToWords, type Token } from "./tokens";
import type { CodePoint, TextRange } from "./units";

/** How much of the text a selection takes. */
export type Grain = "character" | "word" | "sentence" | "paragraph";

/** A block of text with the words and sentences in it. */
export interface Snapped {
  readonly block: TextRange;
  readonly tokens: readonly Token[];
  readonly sentences: readonly TextRange[];
}

/**
 * What a selection in one block means: whole words, sentences or the block, without outer white space, punctuation
 * and quotation marks; or whole characters without outer white space. Null when it touches nothing.
 */
export function snap(range: TextRange, grain: Grain, where: Snapped, index: TextIndex): TextRange | null {
  const within = clip(range, where.block);
  if (within === null) return null;
  if (grain === "character") return hiddenWhole(snapToGraphemes(index, where.block, within), where.tokens, index);
  const words = snapToWords(within, where.tokens);
  if (words === null || grain === "word") return words;
  if (grain === "paragraph") return snapToWords(where.block, where.tokens);
  return wholeSentences(words, where);
}

/** The sentences that a range touches, until it touches no further one: a word may run over the end of a sentence. */
function wholeSentences(range: TextRange, { tokens, sentences }: Pick<Snapped, "tokens" | "sentences">): TextRange {
  const touched = sentences.filter((sentence) => sentence.start < range.end && range.start < sentence.end);
  const [first, last] = [touched[0], touched.at(-1)];
  const whole = first === undefined || last === undefined ? null : snapToWords({ start: first.start, end: last.end }, tokens);
  if (whole === null || (whole.start >= range.start && whole.end <= range.end)) return whole ?? range;
  return wholeSentences(whole, { tokens, sentences });
}

/**
 * One edge of a range moved by one step: `way` 1 is toward the end of the text. Null where the block ends, or where
 * nothing would be left of the range.
 */
export function stepEdge(range: TextRange, edge: "start" | "end", way: 1 | -1, grain: Grain, where: Snapped, index: TextIndex): TextRange | null {
  const stops = edge === "start" ? "start" : "end";
  const moved = grain === "character" ? nextCharacter(range, edge, way, where, index) : nextStop(range, stops, way, grain, where);
  if (moved === null) return null;
  const next = edge === "start" ? { start: moved, end: range.end } : { start: range.start, end: moved };
  return next.start < next.end ? hiddenWhole(next, where.tokens, index) : null;
}

/** One edge of a range at a position, as near as whole units allow; the other edge stays, and something is left. */
export function dragEdge(range: TextRange, edge: "start" | "end", to: CodePoint, grain: Grain, where: Snapped, index: TextIndex): TextRange {
  const [low, high] = [Math.max(to, where.block.start), Math.min(to, where.block.end)] as [CodePoint, CodePoint];
  const wished = edge === "start" ? { start: Math.min(low, range.end - 1) as CodePoint, end: range.end } : { start: range.start, end: Math.max(high, range.start + 1) as CodePoint };
  const snapped = snap(wished, grain, where, index);
  if (snapped === null) return range;
  const next = edge === "start" ? { start: snapped.start, end: range.end } : { start: range.start, end: snapped.end };
  return next.start < next.end ? next : range;
}

function nextStop(range: TextRange, edge: "start" | "end", way: 1 | -1, grain: Grain, { block, tokens, sentences }: Snapped): CodePoint | null {
  const units = grain === "word" ? tokens : (grain === "sentence" ? sentences : [block]).flatMap((unit) => snapToWords(unit, tokens) ?? []);
  if (way === 1) return units.find((unit) => unit[edge] > range[edge])?.[edge] ?? null;
  return units.findLast((unit) => unit[edge] < range[edge])?.[edge] ?? null;
}

function nextCharacter(range: TextRange, edge: "start" | "end", way: 1 | -1, { block }: Snapped, index: TextIndex): CodePoint | null {
  let at = range[edge];
  for (;;) {
    const next = way === 1 ? graphemeAt(index, block, at) : at > block.start ? graphemeAt(index, block, (at - 1) as CodePoint) : null;
    if (next === null) return null;
    at = way === 1 ? next.end : next.start;
    // Not to a place that has a space inside: white space is no edge.
    const inside = edge === "start" ? graphemeAt(index, block, at) : at > block.start ? graphemeAt(index, block, (at - 1) as CodePoint) : null;
    if (inside !== null && index.slice(inside.start, inside.end).trim() !== "") return at;
  }
}

/** A range that begins or ends among hidden words takes them whole, as every other selection does. */
function hiddenWhole(range: TextRange | null, tokens: readonly Token[], index: TextIndex): TextRange | null {
  if (range === null) return null;
  const hidden = tokens.filter((token) => !token.word && token.start < range.end && range.start < token.end && index.slice(token.start, token.end).startsWith(HIDDEN));
  return { start: Math.min(range.start, hidden[0]?.start ?? range.start) as CodePoint, end: Math.max(range.end, hidden.at(-1)?.end ?? range.end) as CodePoint };
}

function clip(range: TextRange, block: TextRange): TextRange | null {
  const [start, end] = [Math.max(range.start, block.start), Math.min(range.end, block.end)] as [CodePoint, CodePoint];
  return start < end ? { start, end } : null;
}

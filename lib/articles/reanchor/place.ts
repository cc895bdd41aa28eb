import { editDistance } from "@/lib/text/approximate";

/** Weights of a place that may be that of a quote: how Hypothesis weighs them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
/** So many code points beside a quote say where it belongs. */
export const BESIDE = 32;
/** A quote of so many code points is told from others by itself. */
const TELLING = 30;

/** A text taken apart into its code points. */
export type Points = readonly number[];

/** The code points of a string. */
export const pointsOf = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);

/** Words to find again: their code points, what stood beside them, and where. */
export interface Sought {
  readonly quote: Points;
  readonly prefix: Points;
  readonly suffix: Points;
  /** Where the quote is looked for first: its old place. */
  readonly start: number;
}

/** A place in the new text with how well it fits, 0..1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** Whether the words are the same. */
  readonly same: boolean;
}

/** A quote of the old text with its surroundings; offsets in code points. */
export const soughtIn = (old: Points, start: number, end: number): Sought => ({
  quote: old.slice(start, end),
  prefix: old.slice(Math.max(0, start - BESIDE), start),
  suffix: old.slice(end, end + BESIDE),
  start,
});

/** How alike two pieces are, 1 = the same. Only the edges that both could have are compared. */
function likeness(a: Points, b: Points): number {
  const longer = Math.max(a.length, b.length);
  return a.length === b.length && a.every((point, i) => point === b[i]) ? 1 : 1 - editDistance(a, b) / longer;
}

/** How well [start, end) of the new text fits; null when what speaks for it is too little to say that it is the same passage. */
export function placeAt(text: Points, sought: Sought, start: number, end: number, errors: number): Place | null {
  const quote = 1 - errors / Math.max(1, sought.quote.length);
  const sides = [
    { weight: WEIGHTS.prefix, old: sought.prefix, now: text.slice(Math.max(0, start - BESIDE), start) },
    { weight: WEIGHTS.suffix, old: sought.suffix, now: text.slice(end, end + BESIDE) },
  ].filter(({ old }) => old.length > 0).map(({ weight, old, now }) => ({ weight, like: likeness(old, now) }));
  const weight = sides.reduce((sum, side) => sum + side.weight, 0);
  const beside = sides.reduce((sum, side) => sum + side.weight * side.like, 0);
  const near = 1 - Math.abs(start - sought.start) / Math.max(1, text.length);
  const context = weight === 0 ? 1 : beside / weight;
  const telling = sought.quote.length >= TELLING && quote >= 0.8;
  if (quote < 0.5 || (context < 0.45 && !telling)) return null;
  return { start, end, same: errors === 0, score: (WEIGHTS.quote * quote + beside + WEIGHTS.position * near) / (WEIGHTS.quote + weight + WEIGHTS.position) };
}

/** The better of two places; of equal ones that nearer to where the quote was. */
export function better(a: Place | null, b: Place | null, start: number): Place | null {
  if (a === null || b === null) return a ?? b;
  if (Math.abs(a.score - b.score) > 1e-9) return a.score > b.score ? a : b;
  return Math.abs(a.start - start) <= Math.abs(b.start - start) ? a : b;
}

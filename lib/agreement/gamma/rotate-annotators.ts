import type { Random } from "@/lib/kernel/random";
import type { GammaContinuum } from "./continuum";

/** The name of the sampler that is printed with every γ. */
export const SAMPLER = "rotate-annotators";

/** Pivots stand on this many places of a text, whatever its length, so that multiplying all offsets changes nothing. */
const PLACES = 65_536;
/** Draws that keep the pivots apart; a text too short for that many annotators gets what was drawn last. */
const TRIES = 64;

/**
 * A random continuum: the sampler of Mathet, Widlöcher and Métivier 2015, §5.2. For each of the n annotators somebody's
 * marks are taken whole (drawn with replacement) and moved along the text by a random pivot; what would begin behind the
 * end comes in again at the start. Pivots are at least half a mean unit apart, around the end as well, so that marks are
 * not laid on themselves. So lengths, overlaps, bursts and codes are as people made them, and only the place is chance.
 *
 * Differences to the paper's software: the text has its own length and not that from the first mark to the last, and
 * a draw without any mark is drawn again. The continuum must have a unit.
 */
export function rotateAnnotators(given: GammaContinuum, random: Random): GammaContinuum {
  const { coders, length, from } = given;
  const who = new Int32Array(coders);
  let units = 0;
  while (units === 0)
    for (let i = 0; i < coders; i++) {
      const drawn = random.below(coders);
      who[i] = drawn;
      units += (from[drawn + 1] as number) - (from[drawn] as number);
    }

  let marked = 0;
  for (let u = 0; u < given.start.length; u++) marked += (given.end[u] as number) - (given.start[u] as number);
  const nearest = (place: number, others: readonly number[]): number => Math.min(...others.map((other) => Math.abs(place - other)).map((by) => Math.min(by, PLACES - by)));
  const places: number[] = [];
  while (places.length < coders) {
    let place = random.below(PLACES);
    // Multiplied out: a quotient would round differently for other units of length.
    for (let tries = 1; tries < TRIES && nearest(place, places) * length * 2 * given.start.length < marked * PLACES; tries++) place = random.below(PLACES);
    places.push(place);
  }

  const moved = { coder: new Int32Array(units), start: new Float64Array(units), end: new Float64Array(units), category: new Int32Array(units), from: new Int32Array(coders + 1) };
  let at = 0;
  for (let i = 0; i < coders; i++) {
    const pivot = (length * (places[i] as number)) / PLACES;
    const source = who[i] as number;
    for (let u = from[source] as number; u < (from[source + 1] as number); u++, at++) {
      const by = (given.start[u] as number) + pivot >= length ? pivot - length : pivot;
      moved.coder[at] = i;
      moved.start[at] = (given.start[u] as number) + by;
      moved.end[at] = (given.end[u] as number) + by;
      moved.category[at] = given.category[u] as number;
    }
    moved.from[i + 1] = at;
  }
  return { length, coders, ...moved };
}

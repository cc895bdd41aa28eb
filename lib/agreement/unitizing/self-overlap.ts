import { UNIT, type Continuum } from "./continuum";

/** A continuum, and what had to be done to marks of one coder that lay over each other. */
export type Settled = {
  readonly continuum: Continuum;
  /** Units that went into another of the same coder and value. */
  readonly merged: number;
  /** Units that lost characters to another value of the same coder. */
  readonly cut: number;
};

/**
 * The continuum of some units in any order, quadruples coder, start, end, value. Units of one coder must not overlap
 * (uα is undefined otherwise): of the same value they are merged; of different values the inner one keeps its own
 * characters and the outer one is cut around it. Where neither lies in the other the shorter one wins, of equal ones
 * the one that begins later, of equal places the lower value. Units that only touch stay two.
 * O(n log n) without overlaps. Throws a RangeError for a unit that is empty or outside of the text.
 */
export function continuumOf(length: number, coders: number, units: ArrayLike<number>): Settled {
  const sorted = sortedUnits(length, coders, units);
  let overlaps = false;
  for (let at = UNIT; at < sorted.length && !overlaps; at += UNIT) overlaps = sorted[at] === sorted[at - UNIT] && sorted[at + 1]! < sorted[at - 2]!;
  if (!overlaps) return { continuum: { length, coders, units: sorted }, merged: 0, cut: 0 };
  const kept: number[] = [];
  let [merged, cut] = [0, 0];
  for (let at = 0; at < sorted.length; ) {
    // A run: marks of one coder that hang together.
    const coder = sorted[at]!;
    let end = sorted[at + 2]!;
    let until = at + UNIT;
    for (; until < sorted.length && sorted[until] === coder && sorted[until + 1]! < end; until += UNIT) end = Math.max(end, sorted[until + 2]!);
    if (until === at + UNIT) kept.push(coder, sorted[at + 1]!, end, sorted[at + 3]!);
    else {
      const whole = mergedRun(sorted.subarray(at, until));
      merged += (until - at) / UNIT - whole.length;
      cut += cutRun(coder, whole, kept);
    }
    at = until;
  }
  return { continuum: { length, coders, units: Int32Array.from(kept) }, merged, cut };
}

type Piece = { readonly start: number; end: number; readonly value: number };

/** Units sorted by coder and start, checked. */
function sortedUnits(length: number, coders: number, units: ArrayLike<number>): Int32Array {
  const given = new Int32Array(units);
  let inOrder = true;
  for (let at = 0; at < given.length; at += UNIT) {
    const coder = given[at]!;
    const start = given[at + 1]!;
    const end = given[at + 2]!;
    const value = given[at + 3]!;
    if (coder < 0 || coder >= coders || start < 0 || start >= end || end > length || value < 0) throw new RangeError(`No unit: coder ${coder} of ${coders}, ${start} to ${end} of ${length}, value ${value}`);
    if (at > 0 && (coder < given[at - UNIT]! || (coder === given[at - UNIT] && start < given[at - 3]!))) inOrder = false;
  }
  if (inOrder) return given;
  const count = given.length / UNIT;
  // One number per unit sorts natively: place first, then the order as given.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (given[i * UNIT]! * length + given[i * UNIT + 1]!) * count + i;
  keys.sort();
  const sorted = new Int32Array(given.length);
  for (let i = 0, to = 0; i < count; i++) {
    const from = (keys[i]! % count) * UNIT;
    sorted[to++] = given[from]!;
    sorted[to++] = given[from + 1]!;
    sorted[to++] = given[from + 2]!;
    sorted[to++] = given[from + 3]!;
  }
  return sorted;
}

/** The marks of a run with those of the same value that overlap made one, sorted by start. */
function mergedRun(run: Int32Array): Piece[] {
  const open = new Map<number, Piece>();
  const whole: Piece[] = [];
  for (let at = 0; at < run.length; at += UNIT) {
    const [start, end, value] = [run[at + 1]!, run[at + 2]!, run[at + 3]!];
    const before = open.get(value);
    if (before !== undefined && start < before.end) before.end = Math.max(before.end, end);
    else {
      const piece = { start, end, value };
      open.set(value, piece);
      whole.push(piece);
    }
  }
  return whole;
}

const lies = (one: Piece, over: Piece): boolean => {
  const [length, other] = [one.end - one.start, over.end - over.start];
  if (length !== other) return length < other;
  return one.start !== over.start ? one.start > over.start : one.value < over.value;
};

/** Writes the run's units without overlap to `kept`; answers how many of them lost characters. */
function cutRun(coder: number, whole: readonly Piece[], kept: number[]): number {
  const bounds = [...new Set(whole.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const left = new Map(whole.map((piece) => [piece, piece.end - piece.start]));
  let last: Piece | null = null;
  let [begun, next] = [0, 0];
  let over: Piece[] = [];
  const close = (end: number) => {
    if (last !== null && end > begun) kept.push(coder, begun, end, last.value);
  };
  for (let i = 0; i < bounds.length; i++) {
    const here = bounds[i]!;
    over = over.filter(({ end }) => end > here);
    for (; next < whole.length && whole[next]!.start === here; next++) over.push(whole[next]!);
    const top = over.reduce<Piece | null>((best, piece) => (best === null || lies(piece, best) ? piece : best), null);
    if (top !== last) {
      close(here);
      [last, begun] = [top, here];
    }
    if (top !== null) left.set(top, left.get(top)! - (bounds[i + 1]! - here));
  }
  return whole.filter((piece) => left.get(piece) !== 0).length;
}

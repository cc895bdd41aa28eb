/** A place in a text that is like a pattern: UTF-16-free positions in the arrays given, and the edits between both. */
export interface Approximate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/**
 * The place in `text` that is most like `pattern`, both as code points, with at most `most` edits (insertions,
 * deletions, replacements); of equal ones the first. Null when there is none. Sellers' algorithm with the start of
 * each match carried along: time is the product of both lengths, which are at most 65,534 each.
 */
export function findApproximate(pattern: readonly number[], text: readonly number[], most: number): Approximate | null {
  const size = pattern.length;
  let [errors, nextErrors] = [Uint16Array.from({ length: size + 1 }, (_, i) => i), new Uint16Array(size + 1)];
  let [starts, nextStarts] = [new Uint16Array(size + 1), new Uint16Array(size + 1)];
  let best: Approximate | null = null;
  for (let at = 0; at < text.length; at++) {
    const point = text[at];
    nextErrors[0] = 0;
    nextStarts[0] = at + 1;
    for (let i = 1; i <= size; i++) {
      const replaced = errors[i - 1]! + (pattern[i - 1] === point ? 0 : 1);
      const inserted = errors[i]! + 1;
      const deleted = nextErrors[i - 1]! + 1;
      const fewest = replaced <= inserted ? (replaced <= deleted ? replaced : deleted) : inserted <= deleted ? inserted : deleted;
      nextErrors[i] = fewest;
      nextStarts[i] = fewest === replaced ? (i === 1 ? at : starts[i - 1]!) : fewest === inserted ? starts[i]! : nextStarts[i - 1]!;
    }
    [errors, nextErrors, starts, nextStarts] = [nextErrors, errors, nextStarts, starts];
    const found = errors[size]!;
    if (found <= most && (best === null || found < best.errors)) best = { start: starts[size]!, end: at + 1, errors: found };
  }
  return best;
}

/** How many edits (insertions, deletions, replacements) turn one row of code points into the other; both are at most 65,535 long. */
export function editDistance(a: readonly number[], b: readonly number[]): number {
  let [row, next] = [Uint16Array.from({ length: b.length + 1 }, (_, i) => i), new Uint16Array(b.length + 1)];
  for (let i = 1; i <= a.length; i++) {
    const point = a[i - 1];
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (point === b[j - 1] ? 0 : 1);
      const other = Math.min(row[j]!, next[j - 1]!) + 1;
      next[j] = replaced < other ? replaced : other;
    }
    [row, next] = [next, row];
  }
  return row[b.length]!;
}

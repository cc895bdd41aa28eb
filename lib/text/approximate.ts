/** A place in a text that is like a pattern: UTF-16-free positions in the arrays given, and the edits between both. */
export interface Approximate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/**
 * The place in `text` that is most like `pattern`, both as code points, with at most `most` edits (insertions,
 * deletions, replacements); of equal ones the first. Null when there is none. Sellers' algorithm with the start of
 * each match carried along: time is the product of both lengths.
 */
export function findApproximate(pattern: readonly number[], text: readonly number[], most: number): Approximate | null {
  const size = pattern.length;
  let errors = Array.from({ length: size + 1 }, (_, i) => i);
  let starts = new Array<number>(size + 1).fill(0);
  let best: Approximate | null = null;
  for (let at = 0; at < text.length; at++) {
    const [nextErrors, nextStarts] = [new Array<number>(size + 1).fill(0), new Array<number>(size + 1).fill(at + 1)];
    for (let i = 1; i <= size; i++) {
      const replaced = (errors[i - 1] ?? 0) + (pattern[i - 1] === text[at] ? 0 : 1);
      const inserted = (errors[i] ?? 0) + 1;
      const deleted = (nextErrors[i - 1] ?? 0) + 1;
      nextErrors[i] = Math.min(replaced, inserted, deleted);
      nextStarts[i] = (nextErrors[i] === replaced ? (i === 1 ? at : starts[i - 1]) : nextErrors[i] === inserted ? starts[i] : nextStarts[i - 1]) ?? at;
    }
    [errors, starts] = [nextErrors, nextStarts];
    const found = errors[size] ?? 0;
    if (found <= most && (best === null || found < best.errors)) best = { start: starts[size] ?? 0, end: at + 1, errors: found };
  }
  return best;
}

/** How many edits (insertions, deletions, replacements) turn one row of code points into the other. */
export function editDistance(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

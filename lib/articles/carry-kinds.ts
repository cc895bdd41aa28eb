import type { KindChange } from "./compose";

/**
 * What a person said of blocks, carried over an edit of the text: blocks before and behind the edited place keep
 * their kind, those inside it lose it. `before` and `after` are the words of the blocks.
 */
export function carryKinds(before: readonly string[], after: readonly string[], kinds: readonly KindChange[]): KindChange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  return kinds.flatMap((change) => {
    if (change.ordinal < head) return [change];
    return change.ordinal >= before.length - tail ? [{ ...change, ordinal: change.ordinal + shift }] : [];
  });
}

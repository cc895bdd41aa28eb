import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";

/** Matches, near misses (with what they cost together) and boundaries of one segmentation alone. */
type Edits = { readonly matches: number; readonly near: number; readonly cost: number; readonly alone: number };

/**
 * Boundary similarity B and segmentation similarity S of two segmentations of the same text (Fournier 2013, ACL),
 * 0..1: B = 1 − (|A| + w·T)/(|A| + |T| + |M|), S = 1 − (|A| + w·T)/(possible boundaries), where M are boundaries that
 * both have, T near misses of a distance d < `near`, each costing d/`near`, A the rest. For full segmentations only.
 * `a`, `b`: the sizes of the segments; B is 1 where both are one segment. Undefined for a text that cannot be cut.
 * Throws a RangeError when the sizes do not add up to the same length.
 */
export function boundarySimilarity(a: readonly number[], b: readonly number[], near = 2): { readonly b: Figure; readonly s: Figure } {
  const length = a.reduce((sum, size) => sum + size, 0);
  if (b.reduce((sum, size) => sum + size, 0) !== length) throw new RangeError("Both segmentations must be of the same text");
  if (length < 2) return { b: undefinedFor("no_variation"), s: undefinedFor("no_variation") };
  const { matches, near: misses, cost, alone } = edits(boundaries(a), boundaries(b), near);
  const all = matches + misses + alone;
  return { b: defined(all === 0 ? 1 : 1 - (alone + cost) / all), s: defined(1 - (alone + cost) / (length - 1)) };
}

function boundaries(sizes: readonly number[]): number[] {
  let at = 0;
  return sizes.slice(0, -1).map((size) => (at += size));
}

/** The cheapest way from one list of boundaries to the other: near misses do not cross. */
function edits(a: readonly number[], b: readonly number[], near: number): Edits {
  const [one, other] = [a.filter((place) => !b.includes(place)), b.filter((place) => !a.includes(place))];
  type Way = { readonly cost: number; readonly near: number; readonly moved: number };
  let before: Way[] = other.map((_, j) => ({ cost: j + 1, near: 0, moved: 0 }));
  before.unshift({ cost: 0, near: 0, moved: 0 });
  one.forEach((place, i) => {
    const row: Way[] = [{ cost: i + 1, near: 0, moved: 0 }];
    other.forEach((there, j) => {
      const [above, beside, both] = [before[j + 1]!, row[j]!, before[j]!];
      const [from, moved] = [above.cost <= beside.cost ? above : beside, Math.abs(place - there) / near];
      const apart = { ...from, cost: from.cost + 1 };
      row.push(moved < 1 && both.cost + moved < apart.cost ? { cost: both.cost + moved, near: both.near + 1, moved: both.moved + moved } : apart);
    });
    before = row;
  });
  const { near: misses, moved } = before.at(-1)!;
  return { matches: a.length - one.length, near: misses, cost: moved, alone: one.length + other.length - 2 * misses };
}

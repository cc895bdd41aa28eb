import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { UNIT } from "./continuum";
import { continuumOf } from "./self-overlap";

/** αU of each value and of all, and the disagreement behind each value. */
export type AlphaU1995 = { readonly perValue: readonly Figure[]; readonly overall: Figure; readonly observed: readonly number[]; readonly expected: readonly number[] };

type Section = { readonly start: number; readonly end: number; readonly marked: boolean };

/**
 * The older αU (Krippendorff 1995, Sociological Methodology 25; expected disagreement as in Krippendorff 2004, p. 253,
 * without the slip of 1995), for comparison with other programs alone: it misbehaves with more than two coders, which
 * is why uα replaced it. Each value is a continuum of its own; `overall` is 1 − mean observed/mean expected.
 * `units`: quadruples coder, start, end, value in any order; those of one coder and value that overlap are merged.
 * Undefined: fewer than two coders; a value that nobody gave or that covers everything.
 */
export function alphaU1995(length: number, coders: number, units: ArrayLike<number>, values: number): AlphaU1995 {
  const all = Array.from(units);
  const [observed, expected]: [number[], number[]] = [[], []];
  for (let value = 0; value < values; value++) {
    const own: number[] = [];
    for (let at = 0; at < all.length; at += UNIT) if (all[at + 3] === value) own.push(...all.slice(at, at + UNIT));
    const cut = sectionsOf(continuumOf(length, coders, own).continuum.units, length, coders);
    observed.push(coders < 2 ? 0 : observedOf(cut) / (coders * (coders - 1) * length * length));
    expected.push(expectedOf(cut, length));
  }
  const figure = (seen: number, chance: number): Figure => {
    if (coders < 2) return undefinedFor("one_annotator");
    if (chance > 0) return defined(1 - seen / chance);
    return undefinedFor(all.length === 0 ? "nothing_marked" : "no_variation");
  };
  const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
  return { perValue: observed.map((seen, value) => figure(seen, expected[value]!)), overall: figure(total(observed), total(expected)), observed, expected };
}

/** Each coder's units and the gaps between them. */
function sectionsOf(units: Int32Array, length: number, coders: number): Section[][] {
  const sections: Section[][] = Array.from({ length: coders }, () => []);
  const gap = (coder: number, end: number) => {
    const start = sections[coder]!.at(-1)?.end ?? 0;
    if (start < end) sections[coder]!.push({ start, end, marked: false });
  };
  for (let at = 0; at < units.length; at += UNIT) {
    const coder = units[at]!;
    gap(coder, units[at + 1]!);
    sections[coder]!.push({ start: units[at + 1]!, end: units[at + 2]!, marked: true });
  }
  for (let coder = 0; coder < coders; coder++) gap(coder, length);
  return sections;
}

function observedOf(cut: readonly (readonly Section[])[]): number {
  let sum = 0;
  cut.forEach((one, i) => cut.forEach((other, j) => {
    if (i !== j) for (const g of one) for (const h of other) sum += apart(g, h);
  }));
  return sum;
}

function apart(g: Section, h: Section): number {
  if (g.marked && h.marked) return g.start < h.end && h.start < g.end ? (g.start - h.start) ** 2 + (g.end - h.end) ** 2 : 0;
  if (g.marked === h.marked) return 0;
  const [unit, gap] = g.marked ? [g, h] : [h, g];
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

function expectedOf(cut: readonly (readonly Section[])[], length: number): number {
  const sizes = (marked: boolean) => cut.flat().filter((section) => section.marked === marked).map(({ start, end }) => end - start);
  const [units, gaps] = [sizes(true), sizes(false)];
  let [sum, within] = [0, 0];
  for (const l of units) {
    let room = 0;
    for (const gap of gaps) if (gap >= l) room += gap - l + 1;
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l * l * room;
    within += l * (l - 1);
  }
  const all = cut.length * length;
  const pairs = all * (all - 1) - within;
  return pairs > 0 ? (2 / length) * (sum / pairs) : 0;
}

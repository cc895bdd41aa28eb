import { civil, DAY, dayNumber } from "@/lib/compare/times/minutes";
import { round } from "./shape";

/** First and last minute (since 1970); null: open. */
export type Span = { readonly from: number | null; readonly to: number | null };
/** A stretch of the axis on which time runs evenly; between two of them it is broken. Minutes and user units. */
export type Stretch = { readonly from: number; readonly to: number; readonly left: number; readonly right: number };
export type TickUnit = "hour" | "day" | "month" | "year";
export type Tick = { readonly at: number; readonly x: number; readonly unit: TickUnit };

const MOST_STRETCHES = 5;
/** A gap this much of what it lies in is left out. */
const GAP = 0.3;
/** Nothing shorter is broken. */
const SHORTEST = DAY;
const BREAK = 18;
const LEAST_WIDTH = 110;
const TICK_ROOM = 64;
/** A longer span (a decade) says little of where the others lie; only its ends count. */
const LONG = 1000 * DAY;

/** The stretches of an axis on which all spans have a place, from `left` over `width` units; none where nothing has a place. */
export function stretchesOf(spans: readonly Span[], left: number, width: number): Stretch[] {
  const held = spans.flatMap(({ from, to }): { from: number; to: number }[] => {
    if (from === null && to === null) return [];
    const [low, high] = [from ?? to!, to ?? from!];
    return high - low > LONG ? [{ from: low, to: low }, { from: high, to: high }] : [{ from: low, to: high }];
  }).sort((a, b) => a.from - b.from);
  if (held.length === 0) return [];
  const parts = split(merged(held));
  const count = (part: { from: number; to: number }): number => held.filter(({ from }) => from >= part.from && from <= part.to).length;
  const room = width - BREAK * (parts.length - 1) - LEAST_WIDTH * parts.length;
  let at = left;
  return parts.map((part) => {
    const long = LEAST_WIDTH + (Math.max(0, room) * count(part)) / held.length;
    const pad = Math.max((part.to - part.from) * 0.08, 30);
    const stretch = { from: part.from - pad, to: part.to + pad, left: round(at), right: round(at + long) };
    at += long + BREAK;
    return stretch;
  });
}

type Run = { readonly from: number; readonly to: number };

function merged(held: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const one of held) {
    const last = runs.at(-1);
    if (last && one.from <= last.to) runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else runs.push(one);
  }
  return runs;
}

/** Breaks at the widest gap of whichever part has one that is wide for its length, as long as there may be more parts. */
function split(runs: readonly Run[]): Run[] {
  let parts: Run[][] = [[...runs]];
  while (parts.length < MOST_STRETCHES) {
    const best = parts.flatMap((part, index) => part.slice(1).map((run, i) => ({ index, at: i + 1, gap: run.from - part[i]!.to, share: (run.from - part[i]!.to) / Math.max(1, part.at(-1)!.to - part[0]!.from) }))).filter(({ gap, share }) => share >= GAP && gap > SHORTEST).sort((a, b) => b.share - a.share)[0];
    if (!best) break;
    parts = parts.flatMap((part, index) => (index === best.index ? [part.slice(0, best.at), part.slice(best.at)] : [part]));
  }
  return parts.map((part) => ({ from: part[0]!.from, to: part.at(-1)!.to }));
}

/** Where a minute stands; in a break at its middle, before and after the axis at its ends. */
export function xOf(minute: number, stretches: readonly Stretch[]): number {
  for (const [i, { from, to, left, right }] of stretches.entries()) {
    if (minute < from) return i === 0 ? left : round((stretches[i - 1]!.right + left) / 2);
    if (minute <= to) return round(left + ((minute - from) / Math.max(1, to - from)) * (right - left));
  }
  return stretches.at(-1)?.right ?? 0;
}

/** Where a stretch has its numbers: whole hours, days, months or years, as close as there is room. */
export function ticksOf({ from, to, left, right }: Stretch): Tick[] {
  const most = Math.max(1, Math.floor((right - left) / TICK_ROOM));
  const x = (at: number): number => round(left + ((at - from) / (to - from)) * (right - left));
  for (const hours of [1, 2, 3, 6, 12]) if ((to - from) / (hours * 60) <= most) return every(from, to, hours * 60).map((at) => ({ at, x: x(at), unit: at % DAY === 0 ? "day" : "hour" }));
  for (const days of [1, 2, 7]) if ((to - from) / (days * DAY) <= most) return every(from, to, days * DAY).map((at) => ({ at, x: x(at), unit: "day" }));
  for (const months of [1, 3, 6]) if ((to - from) / (months * 30 * DAY) <= most) return calendar(from, to, months).map((at) => ({ at, x: x(at), unit: civil(at / DAY).month === 1 ? "year" : "month" }));
  for (const years of [1, 2, 5, 10, 20, 50, 100, 500]) if ((to - from) / (years * 365 * DAY) <= most) return calendar(from, to, years * 12).map((at) => ({ at, x: x(at), unit: "year" }));
  return [];
}

const every = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
};

function calendar(from: number, to: number, months: number): number[] {
  const found: number[] = [];
  const { year, month } = civil(Math.floor(from / DAY));
  const start = Math.floor((year * 12 + month - 1) / months) * months;
  for (let m = start; ; m += months) {
    const at = dayNumber(Math.floor(m / 12), (m % 12) + 1, 1) * DAY;
    if (at > to) return found;
    if (at >= from) found.push(at);
  }
}

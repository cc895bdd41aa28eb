import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { Measured } from "./choice";
import { type FramingCounts, meanSign } from "./counts";
import { directionOf } from "./intervals";
import type { Interval } from "./estimate";

/** A figure under some choice, as far as it is defined. */
export interface Figure {
  readonly measured: Measured;
  readonly mean: Quantity<number, string>;
  readonly interval: Quantity<Interval, string>;
}

/** How a figure moves under another choice. */
export interface Shifted<Of extends Figure = Figure> {
  readonly key: string;
  readonly figure: Of;
  /** The other figure minus the one at hand. Judgements and spans are on other scales: no shift. */
  readonly shift: Quantity<number, "undefined_figure" | "another_scale">;
  /** Whether the two means lie on different sides of 0. Null where a mean is undefined; a mean of 0 is on no side. */
  readonly turns: boolean | null;
  /** Which way the other interval is clear of 0. */
  readonly clear: "advocacy" | "critical" | null;
  /** Whether it is clear of 0 where the one at hand is not, or the other way round, or on the other side. Null where one has no interval. */
  readonly clearChanges: boolean | null;
}

/** What moves and what does not, over all other choices. */
export interface Moves {
  /** Of the choices with a figure. */
  readonly turns: number;
  readonly clearChanges: number;
  readonly figures: number;
  /** The smallest and largest mean on the scale of the figure at hand, itself included; null where there is none. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** Rows in the order of the others: the shift of each from the figure at hand, and whether what it says would be another thing. */
export function sensitivity<Of extends Figure>(base: Figure, others: readonly { readonly key: string; readonly figure: Of }[]): Shifted<Of>[] {
  const clear = clearOf(base);
  return others.map(({ key, figure }) => {
    const other = clearOf(figure);
    return { key, figure, shift: shiftOf(base, figure), turns: turns(base.mean.value, figure.mean.value), clear: other, clearChanges: figure.interval.value === null || base.interval.value === null ? null : other !== clear };
  });
}

/** The rows in one line. */
export function movesOf(base: Figure, rows: readonly Shifted[]): Moves {
  const there = rows.filter((row) => row.figure.mean.value !== null);
  const means = [base, ...there.map((row) => row.figure)].flatMap(({ measured, mean }) => (mean.value !== null && measured === base.measured ? [mean.value] : []));
  return {
    turns: there.filter((row) => row.turns === true).length,
    clearChanges: there.filter((row) => row.clearChanges === true).length,
    figures: there.length,
    range: means.length === 0 ? null : { low: Math.min(...means), high: Math.max(...means) },
  };
}

/**
 * The mean over spans, (A − C)/(A + N + C): long articles and busy annotators weigh more, and works without a mark
 * nothing. Secondary, and without an interval: spans of one article are not independent.
 */
export function spanWeighted(counts: FramingCounts): Figure {
  const mean = meanSign(counts);
  const none = undefinedFor("spans_are_not_independent");
  return { measured: "spans", mean: mean === null ? undefinedFor("no_spans") : defined(mean), interval: none };
}

const clearOf = ({ interval }: Figure): Shifted["clear"] => (interval.value === null ? null : directionOf(interval.value));

function shiftOf(base: Figure, other: Figure): Shifted["shift"] {
  if (base.measured !== other.measured) return undefinedFor("another_scale");
  if (base.mean.value === null || other.mean.value === null) return undefinedFor("undefined_figure");
  return defined(other.mean.value - base.mean.value);
}

const turns = (one: number | null, other: number | null): boolean | null => (one === null || other === null ? null : one * other < 0);

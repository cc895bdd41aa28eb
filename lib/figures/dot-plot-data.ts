import type { StatusLevel } from "@/lib/stance/status";
import type { RowKind } from "./stance-rows";

/** A mean with its ends, or the works themselves when there is no mean. */
export type DotEstimate =
  | {
      readonly kind: "mean";
      readonly value: number;
      /** Null when the works do not vary. `cutLow` and `cutHigh`: an end that would have left the scale. */
      readonly interval: { readonly low: number; readonly high: number; readonly cutLow?: boolean; readonly cutHigh?: boolean } | null;
      readonly level: StatusLevel;
      /** Which way the interval is clear of 0. */
      readonly clear: "advocacy" | "critical" | null;
      /** The mean drawn toward the common mean of outlets, where there is one. */
      readonly shrunken?: number | null;
    }
  | { readonly kind: "points"; readonly values: readonly number[] }
  | { readonly kind: "none" };

/** What stands in one row under one target. */
export interface DotCell {
  readonly own: DotEstimate;
  readonly quoted: DotEstimate;
}

/** One outlet, or one work of unknown outlet. `cells` has one entry per target, in their order. */
export interface DotRow {
  readonly id: string;
  readonly name: string;
  /** What it rests on, over all targets. */
  readonly articles: number;
  readonly annotators: number;
  readonly tentative: boolean;
  readonly cells: readonly DotCell[];
}

/** Rows that may be compared with each other, or that may not. */
export interface DotGroup {
  readonly kind: RowKind;
  readonly rows: readonly DotRow[];
}

export interface DotPlotData {
  /** Where the axis ends: 1 for signs of marked words, 2 for judgements. The two never share one. */
  readonly end?: 1 | 2;
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly DotGroup[];
}

/** A target, or an outlet, with the name to show. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

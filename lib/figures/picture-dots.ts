import { directionOf } from "@/lib/stance/intervals";
import type { MastheadDifference } from "@/lib/stance/pictures/masthead";
import type { PictureMean } from "@/lib/stance/pictures/work-values";
import type { DotEstimate } from "./dot-plot-data";

/** A mean over works as the dot plot draws it: below three works the works themselves. */
export function dotOf({ works, mean, interval, level, points }: Pick<PictureMean, "works" | "mean" | "interval" | "level" | "points">): DotEstimate {
  if (works === 0) return { kind: "none" };
  if (mean === null) return { kind: "points", values: points.map((point) => point.value) };
  return { kind: "mean", value: mean, interval, level, clear: interval === null ? null : directionOf(interval) };
}

/** A difference as the dot plot draws it; below three works the differences themselves, or nothing where works are not paired. */
export function dotOfDifference(difference: MastheadDifference | null): DotEstimate {
  if (difference === null || (difference.mean === null && difference.points.length === 0)) return { kind: "none" };
  const { mean, interval, points, works } = difference;
  if (mean === null) return { kind: "points", values: points };
  return { kind: "mean", value: mean, interval, level: works >= 20 ? "enough" : works >= 5 ? "tentative" : "not_enough", clear: interval === null ? null : directionOf(interval) };
}

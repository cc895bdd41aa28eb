import type { Interval } from "@/lib/stance/estimate";
import type { PictureMean } from "@/lib/stance/pictures/work-values";
import type { Say } from "./say";

/** An interval in words; a dash where there is none. */
export const rangeText = ({ t, signed }: Say, interval: Interval | null, write = signed): string =>
  interval === null ? "–" : t("table.range", { low: write(interval.low), high: write(interval.high), cut: interval.cutLow || interval.cutHigh ? "yes" : "no" });

/** Mean, interval and status of a mean over works, each as a text; below three works the works themselves. */
export function meanCells(say: Say, { works, mean, interval, reason, level, points }: PictureMean): [mean: string, interval: string, status: string] {
  const { t, signed } = say;
  if (works === 0) return ["–", t("table.none"), ""];
  if (mean === null) return ["–", t("table.few", { values: points.map((point) => signed(point.value)).join(", ") }), t(`table.levels.${level}`)];
  return [signed(mean), reason === "no_variation" ? t("table.noVariation") : rangeText(say, interval), t(`table.levels.${level}`)];
}

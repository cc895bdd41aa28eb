import type { Translator } from "@/components/words/words";
import { ownShapes, quotedShapes } from "@/lib/figures/dot-plot-marks";
import type { DotEstimate } from "@/lib/figures/dot-plot-data";
import { FigureSvg } from "./figure-svg";

const mean = (level: "enough" | "tentative" | "not_enough", clear: "critical" | null): DotEstimate => ({ kind: "mean", value: 0, interval: { low: -1, high: 1 }, level, clear });

const ENTRIES = [
  { key: "clear", estimate: mean("enough", "critical") },
  { key: "unclear", estimate: mean("enough", null) },
  { key: "tentative", estimate: mean("tentative", null) },
  { key: "few", estimate: mean("not_enough", null) },
  { key: "point", estimate: { kind: "points", values: [0] } },
  { key: "quoted", estimate: mean("enough", null) },
] as const;

/** What each mark of the dot plot means, drawn with the same shapes. */
export function DotPlotLegend({ t }: { t: Translator<"charts"> }) {
  const toX = (value: number): number => 13 + value * 12.5;
  const words = { none: t("none"), noVariation: t("noVariation") };
  return (
    <ul className="legend" aria-label={t("legend.title")}>
      {ENTRIES.map(({ key, estimate }) => (
        <li key={key}>
          <FigureSvg figure={{ width: 26, height: 12, shapes: key === "quoted" ? quotedShapes(estimate, toX, 6) : ownShapes(estimate, toX, 6, words) }} title={t(`legend.${key}`)} description="" />
          <span aria-hidden="true">{t(`legend.${key}`)}</span>
        </li>
      ))}
    </ul>
  );
}

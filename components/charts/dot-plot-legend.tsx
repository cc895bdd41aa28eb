import type { Translator } from "@/components/words/words";
import { ownShapes, quotedShapes } from "@/lib/figures/dot-plot-marks";
import type { DotEstimate } from "@/lib/figures/dot-plot-data";
import { FigureSvg } from "./figure-svg";

type Mean = Extract<DotEstimate, { kind: "mean" }>;
const mean = (level: Mean["level"], more: Partial<Mean> = {}): DotEstimate => ({ kind: "mean", value: 0, interval: { low: -1, high: 1 }, level, clear: null, ...more });

const ENTRIES = [
  { key: "clear", estimate: mean("enough", { clear: "critical" }) },
  { key: "unclear", estimate: mean("enough") },
  { key: "tentative", estimate: mean("tentative") },
  { key: "few", estimate: mean("not_enough") },
  { key: "point", estimate: { kind: "points", values: [0] } },
  { key: "quoted", estimate: mean("enough") },
  { key: "cut", estimate: mean("enough", { interval: { low: -1, high: 1, cutLow: true } }) },
  { key: "shrunken", estimate: mean("enough", { shrunken: 0.5 }) },
] as const;

/** What each mark of the dot plot means, drawn with the same shapes. `said`: whose words the dots are; `without`: marks that the figure does not have. */
export function DotPlotLegend({ t, said = "own", without = [] }: { t: Translator<"charts">; said?: "own" | "quoted" | "all" | "judged"; without?: readonly (typeof ENTRIES)[number]["key"][] }) {
  const toX = (value: number): number => 13 + value * 12.5;
  const words = { none: t("none"), noVariation: t("noVariation") };
  return (
    <ul className="legend" aria-label={t("legend.title")}>
      {ENTRIES.filter(({ key }) => !without.includes(key)).map(({ key, estimate }) => {
        const name = key === "clear" ? t(`legend.clear.${said}`) : t(`legend.${key}`);
        return (
          <li key={key}>
            <FigureSvg figure={{ width: 26, height: 12, shapes: key === "quoted" ? quotedShapes(estimate, toX, 6) : ownShapes(estimate, toX, key === "shrunken" ? 8 : 6, words) }} title={name} description="" />
            <span aria-hidden="true">{name}</span>
          </li>
        );
      })}
    </ul>
  );
}

import { ownShapes, quotedShapes } from "@/lib/figures/dot-plot-marks";
import type { DotEstimate } from "@/lib/figures/dot-plot-data";
import { FigureSvg } from "./figure-svg";

const mean = (level: "enough" | "tentative" | "not_enough", clear: "critical" | null): DotEstimate => ({ kind: "mean", value: 0, interval: { low: -1, high: 1 }, level, clear });

const ENTRIES: readonly { estimate: DotEstimate; quoted?: boolean; words: string }[] = [
  { estimate: mean("enough", "critical"), words: "own voice, clear of 0" },
  { estimate: mean("enough", null), words: "includes 0" },
  { estimate: mean("tentative", null), words: "tentative: 5–19 works" },
  { estimate: mean("not_enough", null), words: "fewer than 5 works, or none read by two" },
  { estimate: { kind: "points", values: [0] }, words: "a work by itself" },
  { estimate: mean("enough", null), quoted: true, words: "quoted sources" },
];

/** What each mark of the dot plot means, drawn with the same shapes. */
export function DotPlotLegend() {
  return (
    <ul className="legend" aria-label="How to read the figure">
      {ENTRIES.map(({ estimate, quoted, words }) => (
        <li key={words}>
          <FigureSvg figure={{ width: 26, height: 12, shapes: (quoted ? quotedShapes : ownShapes)(estimate, (value) => 13 + value * 12.5, 6) }} title={words} description="" />
          <span aria-hidden="true">{words}</span>
        </li>
      ))}
    </ul>
  );
}

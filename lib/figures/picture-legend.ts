import type { DotEstimate } from "./dot-plot-data";
import { ownShapes, quotedShapes } from "./dot-plot-marks";
import type { LegendItem } from "./picture-layout";
import type { PictureWords } from "./picture-words";

type Sign = keyof PictureWords["legend"];

const mean = (level: "enough" | "tentative" | "not_enough", clear: "critical" | null): DotEstimate => ({ kind: "mean", value: 0, interval: { low: -1, high: 1 }, level, clear });
const SIGNS: Readonly<Record<Sign, { readonly estimate: DotEstimate; readonly open: boolean }>> = {
  clear: { estimate: mean("enough", "critical"), open: false },
  unclear: { estimate: mean("enough", null), open: false },
  tentative: { estimate: mean("tentative", null), open: false },
  few: { estimate: mean("not_enough", null), open: false },
  point: { estimate: { kind: "points", values: [0] }, open: false },
  quoted: { estimate: mean("enough", null), open: true },
  hidden: { estimate: mean("enough", null), open: true },
  shown: { estimate: mean("enough", null), open: false },
  work: { estimate: { kind: "points", values: [0] }, open: false },
};

/** What signs mean, drawn with the shapes of the figure itself. */
export const legendOf = (signs: readonly Sign[], words: PictureWords): LegendItem[] =>
  signs.map((sign) => ({
    text: words.legend[sign],
    shapes: (x, y) => {
      const { estimate, open } = SIGNS[sign];
      const toX = (value: number): number => x + 13 + value * 11;
      if (sign === "work") return [{ kind: "circle", role: "point", className: "sp-pt", cx: toX(0), cy: y, r: 2.5 }];
      return open ? quotedShapes(estimate, toX, y) : ownShapes(estimate, toX, y, words);
    },
  }));

import { countsBar, countsSentence, sharesSentence } from "@/lib/figures/counts-bar";
import type { FramingCounts } from "@/lib/stance/counts";
import { FigureSvg } from "./figure-svg";

/** The three counts as one bar. `of` says whose spans they are; the numbers belong beside the bar. */
export function CountsBar({ counts, of, width = 96 }: { counts: FramingCounts; of: string; width?: number }) {
  return <FigureSvg className="plot counts-bar" figure={countsBar(counts, width)} title={`${of}: ${countsSentence(counts)}`} description={sharesSentence(counts)} />;
}

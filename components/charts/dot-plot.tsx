import { dotPlot, dotPlotDescription, type DotPlotLayout, NARROW, WIDE } from "@/lib/figures/dot-plot";
import type { DotPlotData } from "@/lib/figures/dot-plot-data";
import { FigureSvg } from "./figure-svg";

/**
 * The dot plot of stance, with panels four by four on a wide page and two by two on a narrow one (the stylesheet
 * shows one of the two; the other is hidden from everyone). The table of values belongs next to it.
 */
export function DotPlot({ data, title, highlight = null }: { data: DotPlotData; title: string; highlight?: DotPlotLayout["highlight"] }) {
  const description = dotPlotDescription(data);
  return (
    <>
      <FigureSvg className="plot wide" figure={dotPlot(data, { ...WIDE, highlight })} title={title} description={description} />
      <FigureSvg className="plot narrow" figure={dotPlot(data, { ...NARROW, highlight })} title={title} description={description} />
    </>
  );
}

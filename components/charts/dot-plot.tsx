import { dotPlot, dotPlotDescription, type DotPlotLayout, NARROW, PHONE, WIDE } from "@/lib/figures/dot-plot";
import type { DotPlotData } from "@/lib/figures/dot-plot-data";
import { FigureSvg } from "./figure-svg";

/**
 * The dot plot of stance, with panels four by four on a wide page, two by two on a narrow one and one by one on
 * a phone (the stylesheet shows one of the three; the others are hidden from everyone). The table of values belongs next to it.
 */
export function DotPlot({ data, title, highlight = null }: { data: DotPlotData; title: string; highlight?: DotPlotLayout["highlight"] }) {
  const description = dotPlotDescription(data);
  return (
    <>
      <FigureSvg className="plot at-wide" figure={dotPlot(data, { ...WIDE, highlight })} title={title} description={description} />
      <FigureSvg className="plot at-narrow" figure={dotPlot(data, { ...NARROW, highlight })} title={title} description={description} />
      <FigureSvg className="plot at-phone" figure={dotPlot(data, { ...PHONE, highlight })} title={title} description={description} />
    </>
  );
}

import type { Translator } from "@/components/words/words";
import { dotPlot, type DotPlotLayout, NARROW, PHONE, type PlotWords, WIDE } from "@/lib/figures/dot-plot";
import type { DotPlotData } from "@/lib/figures/dot-plot-data";
import type { Grouping } from "@/lib/stance/grouping";
import { FigureSvg, type SpotLink } from "./figure-svg";

type Props = { t: Translator<"charts">; by: Grouping; data: DotPlotData; title: string; highlight?: DotPlotLayout["highlight"]; linkOf?: (key: string) => SpotLink | null };

/**
 * The dot plot of stance, with panels four by four on a wide page, two by two on a narrow one and one by one on
 * a phone (the stylesheet shows one of the three; the others are hidden from everyone). The table of values belongs next to it.
 */
export function DotPlot({ t, by, data, title, highlight = null, linkOf }: Props) {
  const words = plotWords(t, by);
  const rows = data.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const description = t("description", { rows, targets: data.targets.length, names: data.targets.map((target) => target.name).join(", "), end: data.end ?? 1 });
  const shared = { title, description, ...(linkOf === undefined ? {} : { linkOf }) };
  return (
    <>
      <FigureSvg className="plot at-wide" figure={dotPlot(data, words, { ...WIDE, highlight })} {...shared} />
      <FigureSvg className="plot at-narrow" figure={dotPlot(data, words, { ...NARROW, highlight })} {...shared} />
      <FigureSvg className="plot at-phone" figure={dotPlot(data, words, { ...PHONE, highlight })} {...shared} />
    </>
  );
}

/** The words that stand in the dot plot. */
export const plotWords = (t: Translator<"charts">, by: Grouping): PlotWords => ({
  critical: t("critical"),
  advocacy: t("advocacy"),
  none: t("none"),
  noVariation: t("noVariation"),
  groups: { not_enough: t("notEnough"), single: t(`single.${by}`) },
  note: ({ articles, annotators, tentative }) => t("note", { articles, annotators, tentative: tentative ? "yes" : "no" }),
});

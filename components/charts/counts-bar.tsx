import type { Translator } from "@/components/words/words";
import { countsBar } from "@/lib/figures/counts-bar";
import { type FramingCounts, spansIn } from "@/lib/stance/counts";
import { FigureSvg } from "./figure-svg";

/** The three counts as one bar. `of` says whose spans they are; the numbers belong beside the bar. */
export function CountsBar({ t, counts, of, width = 96 }: { t: Translator<"charts">; counts: FramingCounts; of: string; width?: number }) {
  const spans = spansIn(counts);
  const share = (n: number): number => Math.round((n / spans) * 100);
  const shares = { critical: share(counts.critical), neutral: share(counts.neutral), advocacy: share(counts.advocacy) };
  return <FigureSvg className="plot counts-bar" figure={countsBar(counts, width)} title={spans === 0 ? t("noCounts", { of }) : t("counts", { of, ...counts })} description={spans === 0 ? "" : t("shares", shares)} />;
}

import { Check, Circle, Pencil, Undo2, type LucideIcon } from "lucide-react";
import { FigureSvg } from "@/components/charts/figure-svg";
import { Icon } from "@/components/ui/icon";
import { allOf, PLACES, type Place, type Work } from "@/lib/assignments/progress";
import { stateBar } from "@/lib/figures/state-bar";
import { workSentence } from "./finding";
import type { Say } from "./say";

const GLYPHS: Readonly<Record<Place, LucideIcon>> = { submitted: Check, returned: Undo2, inProgress: Pencil, assigned: Circle };

/** The bar of one row; `of` says whose work it is. The numbers stand beside it. */
export function StateBar({ say: { t }, work, most, of, width = 160 }: { say: Say; work: Work; most: number; of: string; width?: number }) {
  if (allOf(work) === 0) return null;
  return <FigureSvg className="plot state-bar" figure={stateBar(work, most, width)} title={t("workOf", { of, work: workSentence(t, work) })} description="" />;
}

/** What the fills of the bars mean, with how many there are. */
export function StateLegend({ say: { t, format }, work }: { say: Say; work: Work }) {
  return (
    <ul className="state-legend">
      {PLACES.map((place) => (
        <li key={place}>
          <FigureSvg className="plot state-bar" figure={stateBar({ submitted: 0, returned: 0, inProgress: 0, assigned: 0, [place]: 1 }, 1, 22)} title={t(`places.${place}`)} description="" />
          <Icon of={GLYPHS[place]} size="s" /> <b className="num">{format.number(work[place])}</b> {t(`places.${place}`)}
        </li>
      ))}
    </ul>
  );
}

/** The heads of the four columns of counts. */
export function PlaceHeads({ say: { t } }: { say: Say }) {
  return PLACES.map((place) => <th key={place} scope="col" className="r"><span className="head-state"><Icon of={GLYPHS[place]} size="s" />{t(`heads.${place}`)}</span></th>);
}

/** The four counts; nothing is a dash that steps back. */
export function PlaceCells({ say: { format }, work }: { say: Say; work: Work }) {
  return PLACES.map((place) => <td key={place} className="r num">{work[place] === 0 ? <span className="faint">–</span> : format.number(work[place])}</td>);
}

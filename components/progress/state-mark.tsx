import { Check, Circle, Pencil, Undo2, type LucideIcon } from "lucide-react";
import { FigureSvg } from "@/components/charts/figure-svg";
import { Icon } from "@/components/ui/icon";
import { allOf, PLACES, type Place, type Work } from "@/lib/assignments/progress";
import { PLACE_WORDS, stateBar, workSentence } from "@/lib/figures/state-bar";

const GLYPHS: Readonly<Record<Place, LucideIcon>> = { submitted: Check, returned: Undo2, inProgress: Pencil, assigned: Circle };
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const shown = (n: number): string => n.toLocaleString("en-GB");

/** The bar of one row; `of` says whose work it is. The numbers stand beside it. */
export function StateBar({ work, most, of, width = 160 }: { work: Work; most: number; of: string; width?: number }) {
  if (allOf(work) === 0) return null;
  return <FigureSvg className="plot state-bar" figure={stateBar(work, most, width)} title={`${of}: ${workSentence(work)}`} description="" />;
}

/** What the fills of the bars mean, with how many there are. */
export function StateLegend({ work }: { work: Work }) {
  return (
    <ul className="state-legend">
      {PLACES.map((place) => (
        <li key={place}>
          <FigureSvg className="plot state-bar" figure={stateBar({ submitted: 0, returned: 0, inProgress: 0, assigned: 0, [place]: 1 }, 1, 22)} title={PLACE_WORDS[place]} description="" />
          <Icon of={GLYPHS[place]} size="s" /> <b className="num">{shown(work[place])}</b> {PLACE_WORDS[place]}
        </li>
      ))}
    </ul>
  );
}

/** The heads of the four columns of counts. */
export function PlaceHeads() {
  return PLACES.map((place) => <th key={place} scope="col" className="r"><span className="head-state"><Icon of={GLYPHS[place]} size="s" />{capital(PLACE_WORDS[place])}</span></th>);
}

/** The four counts; nothing is a dash that steps back. */
export function PlaceCells({ work }: { work: Work }) {
  return PLACES.map((place) => <td key={place} className="r num">{work[place] === 0 ? <span className="faint">–</span> : shown(work[place])}</td>);
}

/** A state in its row: sign and word. */
export function StateWord({ place, children }: { place: Place; children?: string | undefined }) {
  return <span className="status"><Icon of={GLYPHS[place]} size="s" />{children ?? PLACE_WORDS[place]}</span>;
}

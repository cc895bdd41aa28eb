import { allOf, PLACES, type Place, type Work } from "@/lib/assignments/progress";
import { type Figure, round, type Shape } from "./shape";

/** Height of the bar; the stylesheet gives its strokes the same width. */
export const STATE_BAR_HEIGHT = 10;
/** One among thousands is still seen. */
const LEAST = 2;
const GAP = 1;

const CLASSES: Readonly<Record<Place, string>> = { submitted: "sb sub", returned: "sb ret", inProgress: "sb prog", assigned: "sb todo" };

/**
 * How far work is, as one bar in ink: solid what is submitted, dashed what was returned, grey what is begun, hollow what
 * is not. `most` is the work that fills the width, so that bars of one table can be compared; a count that is not 0 is at least
 * 2 units wide. Without work there is no bar.
 */
export function stateBar(work: Work, most: number, width = 160): Figure {
  const present = PLACES.filter((place) => work[place] > 0);
  const whole = most > 0 ? Math.max((width * Math.min(allOf(work), most)) / most, LEAST * present.length + GAP * Math.max(0, present.length - 1)) : 0;
  const room = whole - GAP * Math.max(0, present.length - 1) - LEAST * present.length;
  const shapes: Shape[] = [];
  let x = 0;
  for (const place of present) {
    const long = LEAST + (work[place] / allOf(work)) * room;
    const [className, middle] = [CLASSES[place], STATE_BAR_HEIGHT / 2];
    if (place === "assigned") shapes.push({ kind: "rect", role: "share", className, x: round(x + 0.5), y: 0.5, width: round(Math.max(1, long - 1)), height: STATE_BAR_HEIGHT - 1 });
    else shapes.push({ kind: "line", role: "share", className, x1: round(x), y1: middle, x2: round(x + long), y2: middle });
    x += long + GAP;
  }
  return { width, height: STATE_BAR_HEIGHT, shapes };
}

import type { Framing } from "@/lib/codebook/framing";
import { type Figure, round } from "./shape";

/** Height of the bar; the stylesheet gives its stroke the same width. */
export const LABEL_BAR_HEIGHT = 8;
const LEAST = 2;
const LINES: Readonly<Record<Framing, string>> = { advocacy: "cb adv", neutral: "cb neu", critical: "cb crit" };

/** How often a label was used, against the label of the same question that was used most. A framing has its own line; any other label is ink. */
export function labelBar(n: number, most: number, framing: Framing | null, width = 180): Figure {
  const long = n > 0 && most > 0 ? Math.max(LEAST, (Math.min(n, most) / most) * width) : 0;
  const y = LABEL_BAR_HEIGHT / 2;
  return { width, height: LABEL_BAR_HEIGHT, shapes: long > 0 ? [{ kind: "line", role: "share", className: framing === null ? "cb ink" : LINES[framing], x1: 0, y1: y, x2: round(long), y2: y }] : [] };
}

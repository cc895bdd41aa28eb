import { type FramingCounts, spansIn } from "@/lib/stance/counts";
import { type Figure, round, type Shape } from "./shape";

/** Height of the bar; the stylesheet gives its strokes the same width. */
export const BAR_HEIGHT = 8;
/** A count of 1 among thousands is still seen. */
const LEAST = 2;
const GAP = 1;

const SEGMENTS = [
  { framing: "critical", className: "cb crit" },
  { framing: "neutral", className: "cb neu" },
  { framing: "advocacy", className: "cb adv" },
] as const;

/**
 * The three counts as one bar: dashed critical, dotted neutral, solid advocacy, in that order. Widths are shares of
 * the spans; a count that is not 0 is at least 2 units wide. Without spans there is no bar.
 */
export function countsBar(counts: FramingCounts, width = 96): Figure {
  const present = SEGMENTS.filter((segment) => counts[segment.framing] > 0);
  const room = width - GAP * Math.max(0, present.length - 1) - LEAST * present.length;
  const shapes: Shape[] = [];
  let x = 0;
  for (const { framing, className } of present) {
    const end = x + LEAST + (counts[framing] / spansIn(counts)) * room;
    shapes.push({ kind: "line", role: "share", className, x1: round(x), y1: BAR_HEIGHT / 2, x2: round(end), y2: BAR_HEIGHT / 2 });
    x = end + GAP;
  }
  return { width, height: BAR_HEIGHT, shapes };
}

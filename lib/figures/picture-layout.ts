import { fitted } from "./numbers";
import { round, type Shape } from "./shape";

/** How a picture of stance lies. Lengths in user units (CSS pixels at full width). */
export interface PictureLayout {
  readonly width: number;
  readonly labelWidth: number;
  /** Panels side by side; more go below. */
  readonly columns: number;
}

/** For a wide page and for files, for a narrow page, and for a phone. */
export const PICTURE_WIDE: PictureLayout = { width: 960, labelWidth: 210, columns: 2 };
export const PICTURE_NARROW: PictureLayout = { width: 620, labelWidth: 180, columns: 1 };
export const PICTURE_PHONE: PictureLayout = { width: 342, labelWidth: 124, columns: 1 };

/** A text at a base line. */
export const textShape = (role: Shape["role"], className: string, x: number, y: number, text: string): Shape => ({ kind: "text", role, className, x: round(x), y: round(y), text });

/** A straight line. */
export const lineShape = (role: Shape["role"], className: string, x1: number, y1: number, x2: number, y2: number): Shape => ({ kind: "line", role, className, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });

/** One sign of a picture with what it means; `shapes` draws it in 26 × 12 units at a place. */
export type LegendItem = { readonly text: string; readonly shapes: (x: number, y: number) => readonly Shape[] };

const LEGEND_LINE = 18;
const LETTER = 5.9;

/** The signs of a picture in lines as wide as it is, so that a file says them too. */
export function legendShapes(items: readonly LegendItem[], width: number): { shapes: Shape[]; height: number } {
  let [x, y] = [0, 0];
  const shapes = items.flatMap((item): Shape[] => {
    const wide = 32 + [...item.text].length * LETTER + 14;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND_LINE];
    const at = x;
    x += wide;
    return [...item.shapes(at, y + 6), textShape("axis", "ax b", at + 32, y + 10, fitted(item.text, width - 32, 10.5))];
  });
  return { shapes, height: items.length === 0 ? 0 : y + LEGEND_LINE + 6 };
}

/** A name in up to `lines` lines of a width, broken at blanks, the last one cut. */
export function wrapped(name: string, width: number, size: number, lines: number): string[] {
  const made: string[] = [];
  const room = Math.max(1, Math.floor(width / (size * 0.56)));
  let rest = name.split(/\s+/u).filter(Boolean);
  while (rest.length > 0 && made.length < lines - 1) {
    let take = 1;
    while (take < rest.length && [...rest.slice(0, take + 1).join(" ")].length <= room) take += 1;
    made.push(fitted(rest.slice(0, take).join(" "), width, size));
    rest = rest.slice(take);
  }
  return rest.length === 0 ? made : [...made, fitted(rest.join(" "), width, size)];
}

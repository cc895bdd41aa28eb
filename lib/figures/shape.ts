/** What a shape stands for, so that tests, exports and styles need not guess from its place. */
export type Role =
  | "heading"
  | "axis"
  | "grid"
  | "zero"
  | "highlight"
  | "row-name"
  | "row-note"
  | "group"
  | "own"
  | "own-interval"
  | "own-cap"
  | "quoted"
  | "quoted-interval"
  | "cut"
  | "shrunken"
  | "point"
  | "none"
  | "share"
  | "band"
  | "value"
  | "cell"
  | "interval";

interface Base {
  readonly role: Role;
  /** Class names of the stylesheet: shapes carry no colour of their own. */
  readonly className: string;
}

/** Lengths are in user units of the figure's viewBox, one of which is a CSS pixel at full width. */
export type Shape = Base &
  (
    | { readonly kind: "line"; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
    | { readonly kind: "circle"; readonly cx: number; readonly cy: number; readonly r: number }
    /** A square on its tip; `r` from the centre to a tip. */
    | { readonly kind: "diamond"; readonly cx: number; readonly cy: number; readonly r: number }
    | { readonly kind: "rect"; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    /** The framing glyph ▲ or ▼; `r` is half its width. */
    | { readonly kind: "triangle"; readonly cx: number; readonly cy: number; readonly r: number; readonly points: "up" | "down" }
    /** A filled area, or, where it is not `closed`, a line through the points. */
    | { readonly kind: "path"; readonly points: readonly (readonly [number, number])[]; readonly closed: boolean }
    /** `x` is where the anchor stands, `y` the base line. */
    | { readonly kind: "text"; readonly x: number; readonly y: number; readonly text: string }
  );

/** A place of a drawing that opens something: `key` is for whoever knows what. */
export interface Spot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing: its size, and its shapes from back to front. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly spots?: readonly Spot[];
}

/** The corners of a diamond or triangle as SVG `points`. */
export function cornersOf(shape: Extract<Shape, { kind: "diamond" | "triangle" }>): string {
  const { cx, cy, r } = shape;
  if (shape.kind === "diamond") return `${round(cx - r)},${cy} ${cx},${round(cy - r)} ${round(cx + r)},${cy} ${cx},${round(cy + r)}`;
  const [base, tip] = shape.points === "up" ? [cy + r, cy - r] : [cy - r, cy + r];
  return `${round(cx - r)},${round(base)} ${round(cx + r)},${round(base)} ${cx},${round(tip)}`;
}

/** The points of a path as SVG `points`. */
export const pointsOf = (shape: Extract<Shape, { kind: "path" }>): string => shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");

/** A length with at most two decimals: a hundredth of a pixel is seen by nobody and makes files longer. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}

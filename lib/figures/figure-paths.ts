import { cornersOf, pointsOf, round, type Shape } from "./shape";

/** What a page draws: paths that hold many shapes of one class, and texts. */
export type Drawn = { readonly kind: "path"; readonly className: string; readonly d: string } | Extract<Shape, { kind: "text" }>;

/**
 * Shapes as few elements: those of one class that follow each other become one path, whatever they are. A figure with
 * 50 rows and 4 panels has thousands of shapes and some dozens of looks. Order and look stay as they are.
 */
export function figurePaths(shapes: readonly Shape[]): Drawn[] {
  const drawn: Drawn[] = [];
  for (const shape of shapes) {
    const last = drawn.at(-1);
    if (shape.kind === "text") drawn.push(shape);
    else if (last?.kind === "path" && last.className === shape.className) drawn[drawn.length - 1] = { ...last, d: last.d + pathOf(shape) };
    else drawn.push({ kind: "path", className: shape.className, d: pathOf(shape) });
  }
  return drawn;
}

const cornered = (points: string, closed: boolean): string => `M${points.replaceAll(" ", "L")}${closed ? "Z" : ""}`;

function pathOf(shape: Exclude<Shape, { kind: "text" }>): string {
  switch (shape.kind) {
    case "line":
      return `M${shape.x1} ${shape.y1}L${shape.x2} ${shape.y2}`;
    case "circle":
      return `M${round(shape.cx - shape.r)} ${round(shape.cy)}a${shape.r} ${shape.r} 0 1 0 ${round(2 * shape.r)} 0a${shape.r} ${shape.r} 0 1 0 ${round(-2 * shape.r)} 0Z`;
    case "rect":
      return `M${shape.x} ${shape.y}h${shape.width}v${shape.height}h${-shape.width}Z`;
    case "diamond":
    case "triangle":
      return cornered(cornersOf(shape), true);
    case "path":
      return cornered(pointsOf(shape), shape.closed);
  }
}

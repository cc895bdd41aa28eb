import type { DotGroup, DotPlotData, DotRow } from "./dot-plot-data";
import { type MarkWords, ownShapes, quotedShapes } from "./dot-plot-marks";
import { fitted, signed } from "./numbers";
import { type Figure, round, type Shape, type Spot } from "./shape";
import type { RowKind } from "./stance-rows";

/** The words of the figure, in the language of whoever looks at it. */
export interface PlotWords extends MarkWords {
  readonly critical: string;
  readonly advocacy: string;
  readonly groups: Readonly<Record<Exclude<RowKind, "comparable">, string>>;
  readonly note: (row: Pick<DotRow, "articles" | "annotators" | "tentative">) => string;
}

/** How the panels lie. Lengths in user units (CSS pixels at full width). */
export interface DotPlotLayout {
  readonly width: number;
  /** Panels side by side; more targets go below, with the names of the rows again. */
  readonly columns: number;
  readonly labelWidth: number;
  /** The cell to show as current, if any. */
  readonly highlight: { readonly rowId: string; readonly targetId: string } | null;
}

export const WIDE: DotPlotLayout = { width: 1024, columns: 4, labelWidth: 198, highlight: null };
/** For a narrow page: two panels side by side. */
export const NARROW: DotPlotLayout = { width: 640, columns: 2, labelWidth: 188, highlight: null };
/** For a phone: one panel below the other. */
export const PHONE: DotPlotLayout = { width: 358, columns: 1, labelWidth: 178, highlight: null };

const GAP = 18;
/** From the edge of a panel to the ends of its axis. */
const PAD = 6;
const HEAD = 44;
const ROW = 33;
const GROUP = 28;
const FOOT = 24;
const BAND_GAP = 16;

interface Panel {
  /** Where its axis ends on either side. */
  readonly end: number;
  readonly targetId: string;
  readonly name: string;
  readonly x: number;
  readonly width: number;
}

type Placed = { readonly row: DotRow; readonly y: number } | { readonly heading: string; readonly y: number };

/** The keys of spots: a cell opens what is behind it, a name its row, a heading its target. */
export const cellKey = (rowId: string, targetId: string): string => `${rowId}/${targetId}`;
export const rowKey = (rowId: string): string => `${rowId}/`;
export const targetKey = (targetId: string): string => `/${targetId}`;

/**
 * Outlets × targets on a fixed axis, −1…+1 or for judgements −2…+2. Own voice is a dot with a capped interval, coloured only when the
 * interval is clear of 0; quoted sources an open diamond below it; 5 to 19 works an open dot; below 5 a hollow one
 * with a dotted interval; below 3 works the works themselves; nothing is a word for it. A tick above the interval is
 * the mean drawn toward that of all outlets; an arrow in place of a cap says that the interval was cut.
 */
export function dotPlot(data: DotPlotData, words: PlotWords, layout: DotPlotLayout = WIDE): Figure {
  const columns = Math.max(1, Math.min(layout.columns, data.targets.length));
  const shapes: Shape[] = [];
  const spots: Spot[] = [];
  let top = 0;
  for (let first = 0; first < data.targets.length; first += columns) {
    if (first > 0) top += BAND_GAP;
    const placed = place(data.groups, words, top + HEAD);
    const bottom = placed.end;
    const panels = data.targets.slice(first, first + columns).map((target, i) => panelAt(target, i, columns, layout, data.end ?? 1));
    for (const panel of panels) {
      shapes.push(...frame(panel, words, top, bottom));
      spots.push({ key: targetKey(panel.targetId), x: panel.x, y: top, width: panel.width, height: 24 });
    }
    for (const item of placed.items) {
      if ("heading" in item) shapes.push(text("group", "ax b", 0, item.y + 18, fitted(item.heading, layout.width, 11)));
      else {
        shapes.push(...rowShapes(item.row, item.y, words, panels, first, layout));
        spots.push(...rowSpots(item.row, item.y, panels, first, layout));
      }
    }
    top = bottom + FOOT;
  }
  return { width: layout.width, height: top, shapes: shapes.sort(inLayers), spots };
}

/** From back to front, and within a layer by class, so that a page draws many with one path. Cells never overlap. */
function inLayers(a: Shape, b: Shape): number {
  const [one, other] = [layerOf(a), layerOf(b)];
  if (one !== other) return LAYERS.indexOf(one) - LAYERS.indexOf(other);
  return one === "text" || a.className === b.className ? 0 : a.className < b.className ? -1 : 1;
}

const LAYERS = ["highlight", "grid", "zero", "interval", "mark", "text"] as const;

function layerOf({ role, kind }: Shape): (typeof LAYERS)[number] {
  if (role === "highlight" || role === "grid" || role === "zero") return role;
  if (kind === "text") return "text";
  return role === "own" || role === "quoted" || role === "point" ? "mark" : "interval";
}

function place(groups: readonly DotGroup[], words: PlotWords, start: number): { items: Placed[]; end: number } {
  const items: Placed[] = [];
  let y = start;
  for (const group of groups) {
    if (group.kind !== "comparable") {
      items.push({ heading: words.groups[group.kind], y });
      y += GROUP;
    }
    for (const row of group.rows) {
      items.push({ row, y });
      y += ROW;
    }
  }
  return { items, end: y };
}

function panelAt(target: { id: string; name: string }, index: number, columns: number, layout: DotPlotLayout, end: number): Panel {
  const width = (layout.width - layout.labelWidth - GAP * (columns - 1)) / columns;
  return { end, targetId: target.id, name: target.name, x: round(layout.labelWidth + index * (width + GAP)), width: round(width) };
}

/** Where a value of the scale lies in a panel. */
function xOf(panel: Panel, value: number): number {
  return round(panel.x + PAD + ((value / panel.end + 1) / 2) * (panel.width - 2 * PAD));
}

function frame(panel: Panel, words: PlotWords, top: number, bottom: number): Shape[] {
  const right = panel.x + panel.width;
  const line = (value: number): Shape => {
    const x = xOf(panel, value);
    return { kind: "line", role: value === 0 ? "zero" : "grid", className: value === 0 ? "zero" : "grid", x1: x, y1: top + 40, x2: x, y2: bottom };
  };
  return [
    text("heading", "pt", panel.x, top + 14, fitted(panel.name, panel.width, 13)),
    { kind: "triangle", role: "axis", className: "gg crit-c", cx: panel.x + 4, cy: top + 28, r: 4, points: "down" },
    text("axis", "ax", panel.x + 12, top + 32, words.critical),
    text("axis", "ax e", round(right - 12), top + 32, words.advocacy),
    { kind: "triangle", role: "axis", className: "gg adv-c", cx: round(right - 4), cy: top + 28, r: 4, points: "up" },
    ...[-1, -0.5, 0.5, 1, 0].map((share) => line(share * panel.end)),
    text("axis", "ax s", round(xOf(panel, -panel.end) - 3), bottom + 14, signed(-panel.end, 0)),
    text("axis", "ax m", xOf(panel, 0), bottom + 14, "0"),
    text("axis", "ax e", round(xOf(panel, panel.end) + 3), bottom + 14, signed(panel.end, 0)),
  ];
}

function rowShapes(row: DotRow, y: number, words: PlotWords, panels: readonly Panel[], first: number, layout: DotPlotLayout): Shape[] {
  const { highlight } = layout;
  const current = panels.find((panel) => highlight?.rowId === row.id && highlight.targetId === panel.targetId);
  const shapes: Shape[] = [];
  if (current) shapes.push({ kind: "rect", role: "highlight", className: "hot", x: current.x, y: y + 1, width: current.width, height: ROW - 2 });
  shapes.push(
    { kind: "line", role: "grid", className: "grid", x1: 0, y1: y + ROW, x2: layout.width, y2: y + ROW },
    text("row-name", "on", 0, y + 15.5, fitted(row.name, layout.labelWidth - 8, 13)),
    text("row-note", "ax", 0, y + 28.5, words.note(row)),
  );
  panels.forEach((panel, i) => {
    const cell = row.cells[first + i];
    if (cell === undefined) return;
    const scale = (value: number): number => xOf(panel, value);
    shapes.push(...quotedShapes(cell.quoted, scale, y + 24.5), ...ownShapes(cell.own, scale, y + 13.5, words));
  });
  return shapes;
}

/** The name of a row, and its cells that hold something. */
function rowSpots(row: DotRow, y: number, panels: readonly Panel[], first: number, layout: DotPlotLayout): Spot[] {
  const cells = panels.flatMap((panel, i): Spot[] => {
    const cell = row.cells[first + i];
    if (cell === undefined || (cell.own.kind === "none" && cell.quoted.kind === "none")) return [];
    return [{ key: cellKey(row.id, panel.targetId), x: panel.x, y, width: panel.width, height: ROW }];
  });
  return [{ key: rowKey(row.id), x: 0, y, width: layout.labelWidth - 8, height: ROW }, ...cells];
}

function text(role: Shape["role"], className: string, x: number, y: number, written: string): Shape {
  return { kind: "text", role, className, x, y, text: written };
}

import { fitted } from "./numbers";
import { type Figure, round, type Role, type Shape } from "./shape";
import { type Span, type Stretch, stretchesOf, type Tick, ticksOf, xOf } from "./timeline-axis";

/** One time of a lane: a dot where it is exact and short among the others, else a bar with an arrow where it is open. */
export type StripMark = Span & { readonly key: string; readonly exact: boolean; readonly label: string; /** Higher is labelled first. */ readonly weight: number };
/** An article. */
export type StripLane = { readonly name: string; readonly marks: readonly StripMark[] };
/** Times that a person calls a conflict (`said`), or that seem to be one fact while both cannot be true. */
export type StripField = { readonly keys: readonly string[]; readonly said: boolean; readonly words: string };
export type StripWords = { readonly tick: (tick: Tick) => string; readonly exact: string; readonly vague: string; readonly conflict: string; readonly maybe: string };

export const STRIP_WIDTH = 1120;
const NAME = 150;
const LANE = 26;
const WIDE = 26;
const TOP = 10;
const [LABEL_SIZE, LETTER] = [11, 6.1];

/**
 * When articles say that things happened: a lane for each, a dot for an exact time and a bar for a vague one, which
 * ends in an arrow where it is open; broken where nothing lies between. A field spans times in conflict, with the gap in words below.
 */
export function timelineStrip(lanes: readonly StripLane[], fields: readonly StripField[], words: StripWords): Figure {
  const stretches = stretchesOf(lanes.flatMap(({ marks }) => marks), NAME, STRIP_WIDTH - NAME - 10);
  const bottom = TOP + lanes.length * LANE;
  const drawn = lanes.flatMap(({ marks }, row) => marks.map((mark) => ({ mark, row, y: TOP + row * LANE + LANE / 2, ...reach(mark, stretches) })));
  const shapes = [
    ...fields.flatMap((field) => fieldShapes(field, drawn, bottom)),
    ...stretches.flatMap((stretch) => ticksOf(stretch).flatMap((tick) => [line("grid", "grid", tick.x, TOP, tick.x, bottom), text("axis", "ax m", tick.x, bottom + 16, words.tick(tick))])),
    ...lanes.flatMap(({ name }, row) => [text("row-name", "tl-name", 0, TOP + row * LANE + LANE / 2 + 4, fitted(name, NAME - 12, 12)), ...stretches.map(({ left, right }) => line("grid", "tl-lane", left, TOP + row * LANE + LANE / 2, right, TOP + row * LANE + LANE / 2))]),
    ...stretches.slice(1).flatMap(({ left }, i) => [stretches[i]!.right + 2, left - 2].map((x) => line("grid", "tl-break", round(x), 2, round(x), bottom + 4))),
    ...drawn.flatMap(markShapes),
    ...labels(drawn),
    ...notes(fields, drawn, bottom + 34),
    ...legend(words, bottom + (fields.length > 0 ? 54 : 38), fields),
  ];
  return { width: STRIP_WIDTH, height: bottom + (fields.length > 0 ? 66 : 48), shapes };
}

type Drawn = { readonly mark: StripMark; readonly row: number; readonly y: number; readonly left: number; readonly right: number; readonly dot: boolean };

const line = (role: Role, className: string, x1: number, y1: number, x2: number, y2: number): Shape => ({ kind: "line", role, className, x1, y1, x2, y2 });
const text = (role: Role, className: string, x: number, y: number, words: string): Shape => ({ kind: "text", role, className, x: round(x), y: round(y), text: words });

/** From where to where a mark goes; an open end reaches a little farther than its closed one. */
function reach({ from, to, exact }: StripMark, stretches: readonly Stretch[]): { left: number; right: number; dot: boolean } {
  const OPEN = 44;
  const [low, high] = [from === null ? null : xOf(from, stretches), to === null ? null : xOf(to, stretches)];
  if (low === null) return { left: round(Math.max(NAME, (high ?? NAME) - OPEN)), right: high ?? NAME, dot: false };
  if (high === null) return { left: low, right: round(Math.min(STRIP_WIDTH - 4, low + OPEN)), dot: false };
  const middle = (low + high) / 2;
  // A day among hours is as wide as it is.
  if (exact && high - low < WIDE) return { left: round(middle), right: round(middle), dot: true };
  return high - low < 8 ? { left: round(middle - 4), right: round(middle + 4), dot: false } : { left: low, right: high, dot: false };
}

function markShapes({ mark, y, left, right, dot }: Drawn): Shape[] {
  if (dot) return [{ kind: "circle", role: "point", className: "tl-mark", cx: left, cy: y, r: 4.5 }];
  const [closedLeft, closedRight] = [mark.from === null ? left + 8 : left, mark.to === null ? right - 8 : right];
  const tip = (x: number, by: number): Shape => ({ kind: "path", role: "interval", className: "tl-mark", points: [[x, y - 4], [x + by, y], [x, y + 4]], closed: true });
  return [
    { kind: "rect", role: "interval", className: "tl-mark", x: round(closedLeft), y: y - 3.5, width: round(Math.max(2, closedRight - closedLeft)), height: 7 },
    ...(mark.from === null ? [tip(closedLeft, -8)] : []),
    ...(mark.to === null ? [tip(closedRight, 8)] : []),
  ];
}

/** Words beside their marks, the weightiest first, where they lie over no other mark and no other words. */
function labels(drawn: readonly Drawn[]): Shape[] {
  const shapes: Shape[] = [];
  const taken = new Map<number, [number, number][]>();
  for (const { row, left, right } of drawn) taken.set(row, [...(taken.get(row) ?? []), [left - 6, right + 6]]);
  for (const { mark, row, y, left, right } of [...drawn].sort((a, b) => b.mark.weight - a.mark.weight)) {
    const words = fitted(mark.label, 190, LABEL_SIZE);
    const long = [...words].length * LETTER + 4;
    const others = taken.get(row)!;
    const free = (from: number): boolean => from >= NAME && from + long <= STRIP_WIDTH && others.every(([a, b]) => from + long <= a || from >= b || (a === left - 6 && b === right + 6));
    const at = free(right + 9) ? right + 9 : free(left - 9 - long) ? left - 9 - long : null;
    if (at === null) continue;
    others.push([at, at + long]);
    shapes.push(text("value", "tl-label", at, y + 4, words));
  }
  return shapes;
}

function spread({ keys }: StripField, drawn: readonly Drawn[]): { left: number; right: number } | null {
  const held = drawn.filter(({ mark }) => keys.includes(mark.key));
  return held.length < 2 ? null : { left: Math.min(...held.map((one) => one.left)) - 8, right: Math.max(...held.map((one) => one.right)) + 8 };
}

function fieldShapes(field: StripField, drawn: readonly Drawn[], bottom: number): Shape[] {
  const at = spread(field, drawn);
  if (!at) return [];
  const box = { x: round(at.left), y: 4, width: round(at.right - at.left), height: bottom - 2 };
  return field.said ? [{ kind: "rect", role: "highlight", className: "tl-hot", ...box }] : [{ kind: "rect", role: "highlight", className: "tl-maybe", ...box }];
}

/** What a field says, below it; one that would lie over another is left to the list. */
function notes(fields: readonly StripField[], drawn: readonly Drawn[], y: number): Shape[] {
  const taken: [number, number][] = [];
  return [...fields].sort((a, b) => Number(b.said) - Number(a.said)).flatMap((field): Shape[] => {
    const at = spread(field, drawn);
    const long = [...field.words].length * LETTER + 8;
    const x = at ? Math.min(Math.max(NAME + long / 2, (at.left + at.right) / 2), STRIP_WIDTH - long / 2) : 0;
    if (!at || taken.some(([a, b]) => x + long / 2 > a && x - long / 2 < b)) return [];
    taken.push([x - long / 2, x + long / 2]);
    return [text("row-note", field.said ? "tl-said m" : "ax m", x, y, field.words)];
  });
}

function legend(words: StripWords, y: number, fields: readonly StripField[]): Shape[] {
  const entries: [string, (x: number) => Shape][] = [
    [words.exact, (x) => ({ kind: "circle", role: "point", className: "tl-mark", cx: x + 5, cy: y - 4, r: 4.5 })],
    [words.vague, (x) => ({ kind: "rect", role: "interval", className: "tl-mark", x, y: y - 7.5, width: 20, height: 7 })],
    ...(fields.some(({ said }) => said) ? [[words.conflict, (x: number) => ({ kind: "rect", role: "highlight", className: "tl-hot", x, y: y - 11, width: 20, height: 14 })] as [string, (x: number) => Shape]] : []),
    ...(fields.some(({ said }) => !said) ? [[words.maybe, (x: number) => ({ kind: "rect", role: "highlight", className: "tl-maybe", x: x + 0.5, y: y - 10.5, width: 20, height: 13 })] as [string, (x: number) => Shape]] : []),
  ];
  let x = NAME;
  return entries.flatMap(([label, sign]) => {
    const at = x;
    x += 26 + [...label].length * LETTER + 18;
    return [sign(at), text("axis", "ax", at + 26, y, label)];
  });
}

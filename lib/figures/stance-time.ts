import type { BucketUnit } from "@/lib/stance/pictures/buckets";
import type { TimeBucket, TimePicture, TimeRow } from "@/lib/stance/pictures/time";
import { fitted, signed } from "./numbers";
import { dotOf } from "./picture-dots";
import { type LegendItem, legendShapes, lineShape, type PictureLayout, textShape } from "./picture-layout";
import { type Figure, round, type Shape, type Spot } from "./shape";

export type TimeWords = {
  readonly critical: string;
  readonly advocacy: string;
  /** "23 Mar", "Mar 2026", "2026". */
  readonly bucket: (start: string, unit: BucketUnit) => string;
  readonly count: (n: number) => string;
  /** "12 works, 2 articles without a day". */
  readonly note: (row: TimeRow) => string;
  /** Before the numbers of works below an axis. */
  readonly works: string;
};

const [PLOT, HEAD, FOOT, LEFT, GAP, BAND] = [128, 44, 38, 30, 32, 22];
/** Numbers of works are written where buckets are this wide; narrower ones have them in the table. */
const WIDE_ENOUGH = 15;
const LABEL = 58;
const LETTER = 6;

type Place = { readonly x: number; readonly top: number; readonly width: number; readonly step: number; readonly starts: readonly string[]; readonly toY: (value: number) => number };

/**
 * One small plot per outlet on the same axes: every work a ring at its day, and in buckets of three works or more their
 * mean as a dot with its interval, joined where buckets follow each other. `high` is the end of the scale.
 */
export function stanceTime(picture: TimePicture, legend: readonly LegendItem[], words: TimeWords, high: number, layout: PictureLayout): Figure {
  const columns = Math.max(1, Math.min(layout.columns, picture.rows.length));
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const head = legendShapes(legend, layout.width);
  const spots: Spot[] = [];
  const shapes = picture.rows.flatMap((row, index): Shape[] => {
    const [x, y] = [(index % columns) * (width + GAP), head.height + Math.floor(index / columns) * (HEAD + PLOT + FOOT + BAND)];
    const top = y + HEAD;
    const place: Place = { x: x + LEFT, top, width: width - LEFT, step: (width - LEFT) / picture.starts.length, starts: picture.starts, toY: (value) => round(top + PLOT - ((value + high) / (2 * high)) * PLOT) };
    for (const bucket of row.buckets) spots.push({ key: `${row.id} ${bucket.start}`, ...areaOf(bucket, place) });
    return [...headShapes(row, x, y, width, words), ...frameShapes(place, high), ...axisShapes(row, place, picture.unit, words), ...row.buckets.flatMap((bucket) => pointShapes(bucket, place)), ...joinShapes(row, place), ...row.buckets.flatMap((bucket) => meanShapes(bucket, place))];
  });
  const bands = Math.ceil(picture.rows.length / columns);
  return { width: layout.width, height: round(head.height + bands * (HEAD + PLOT + FOOT + BAND) - BAND), shapes: [...head.shapes, ...shapes], spots };
}

const leftOf = (start: string, place: Place): number => place.x + place.starts.indexOf(start) * place.step;
const middleOf = (start: string, place: Place): number => round(leftOf(start, place) + place.step / 2);
const areaOf = (bucket: TimeBucket, place: Place): Omit<Spot, "key"> => ({ x: round(leftOf(bucket.start, place)), y: place.top, width: round(place.step), height: PLOT + 18 });

function headShapes(row: TimeRow, x: number, y: number, width: number, words: TimeWords): Shape[] {
  // Beside the plot: inside of it the words would lie over works.
  const [right, base] = [x + width, y + 29];
  const critical = right - 30 - [...words.advocacy].length * LETTER;
  const glyph = (points: "up" | "down", cx: number): Shape => ({ kind: "triangle", role: "axis", className: points === "up" ? "gg adv-c" : "gg crit-c", cx: round(cx), cy: base - 4, r: 3.5, points });
  return [
    textShape("heading", "pt", x, y + 14, fitted(row.name, width, 13)), textShape("row-note", "ax", x, base, fitted(words.note(row), critical - x - [...words.critical].length * LETTER - 16, 10)),
    textShape("axis", "ax e", critical, base, words.critical), glyph("down", critical + 8), textShape("axis", "ax e", right - 12, base, words.advocacy), glyph("up", right - 4),
  ];
}

function frameShapes(place: Place, high: number): Shape[] {
  const right = place.x + place.width;
  return [-high, -high / 2, high / 2, high, 0].flatMap((value): Shape[] => {
    const y = place.toY(value);
    const role = value === 0 ? "zero" : "grid";
    const named = value === 0 || Math.abs(value) === high;
    return [lineShape(role, role, place.x, y, right, y), ...(named ? [textShape("axis", "ax e", place.x - 5, y + 4, value === 0 ? "0" : signed(value, 0))] : [])];
  });
}

function axisShapes(row: TimeRow, place: Place, unit: BucketUnit, words: TimeWords): Shape[] {
  const every = Math.max(1, Math.ceil(LABEL / place.step));
  const bottom = place.top + PLOT;
  return [
    ...(place.step < WIDE_ENOUGH ? [] : [textShape("axis", "ax e", place.x - 5, bottom + 14, words.works), ...row.buckets.map((bucket) => textShape("axis", "ax m", middleOf(bucket.start, place), bottom + 14, words.count(bucket.mean.works)))]),
    ...place.starts.flatMap((start, i): Shape[] => (i % every === 0 ? [lineShape("axis", "grid", leftOf(start, place), bottom, leftOf(start, place), bottom + 4), textShape("axis", "ax", leftOf(start, place), bottom + 29, words.bucket(start, unit))] : [])),
  ];
}

const pointShapes = (bucket: TimeBucket, place: Place): Shape[] =>
  bucket.mean.points.map((point, i): Shape => ({ kind: "circle", role: "point", className: "sp-pt", cx: round(leftOf(bucket.start, place) + (bucket.days[i] ?? 0.5) * place.step), cy: place.toY(point.value), r: 2.5 }));

/** Lines between means of buckets that follow each other without a gap. */
function joinShapes(row: TimeRow, place: Place): Shape[] {
  return row.buckets.slice(1).flatMap((bucket, i): Shape[] => {
    const before = row.buckets[i];
    if (before === undefined || before.mean.mean === null || bucket.mean.mean === null || place.starts.indexOf(bucket.start) !== place.starts.indexOf(before.start) + 1) return [];
    return [lineShape("own", "sp-line", middleOf(before.start, place), place.toY(before.mean.mean), middleOf(bucket.start, place), place.toY(bucket.mean.mean))];
  });
}

function meanShapes(bucket: TimeBucket, place: Place): Shape[] {
  const dot = dotOf(bucket.mean);
  if (dot.kind !== "mean") return [];
  const x = middleOf(bucket.start, place);
  const hue = dot.clear === null ? "" : dot.clear === "advocacy" ? " adv" : " crit";
  const [line, circle] = { enough: [`iv${hue}`, `d${hue}`], tentative: ["iv tent", "d tent"], not_enough: ["iv few", "hol"] }[dot.level] as [string, string];
  const cap = Math.min(4, place.step / 3);
  const interval = dot.interval === null ? [] : [
    lineShape("interval", line, x, place.toY(dot.interval.low), x, place.toY(dot.interval.high)),
    ...[dot.interval.low, dot.interval.high].map((end) => lineShape("own-cap", line, x - cap, place.toY(end), x + cap, place.toY(end))),
  ];
  return [...interval, { kind: "circle", role: "own", className: circle, cx: x, cy: place.toY(dot.value), r: 4 }];
}

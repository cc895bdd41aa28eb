import { parse } from "csv-parse/sync";

// A second way to the figures of the agreement page, which knows nothing of ours but the columns of units.csv: it
// writes every text out as arrays of characters, one cell per code point and annotator, and counts. Slow, and meant to
// be read beside the formulas of docs/statistics.

export type UnitRecord = Record<string, string>;
/** Null is undefined; the reason is not its business. */
export type Naive = { value: number | null; low: number | null; high: number | null };

/** The rows of units.csv. */
export const readUnitsCsv = (csv: string): UnitRecord[] => parse(csv, { columns: true, bom: true });

/** One text in one layer: `owner[i][x]` is the number of the unit that annotator i has on character x (−1: none), `value[unit]` its value. */
type Text = { work: string; length: number; owner: number[][]; value: number[] };
type Unit = { start: number; end: number; value: number };

/** Who read which article, and how long it is. */
function articlesOf(records: readonly UnitRecord[], only: readonly string[] | null) {
  const articles = new Map<string, { work: string; length: number; readers: string[] }>();
  for (const one of records.filter((record) => record["kind"] === "read" && (only === null || only.includes(record["annotator_id"]!)))) {
    const article = articles.get(one["article_id"]!) ?? { work: one["work_id"]!, length: Number(one["length"]), readers: [] };
    article.readers.push(one["annotator_id"]!);
    articles.set(one["article_id"]!, article);
  }
  return [...articles].filter(([, { readers }]) => readers.length > 1);
}

/** The texts of a layer: by target where `perTarget`, without those nobody marked unless `empty`. */
export function texts(records: readonly UnitRecord[], valueOf: (record: UnitRecord) => number, { perTarget, empty, only = null }: { perTarget: boolean; empty: boolean; only?: readonly string[] | null }): Text[] {
  const marks = records.filter((record) => record["kind"] === "span");
  return articlesOf(records, only).flatMap(([articleId, { work, length, readers }]) => {
    const here = marks.filter((mark) => mark["article_id"] === articleId && valueOf(mark) >= 0);
    const groups = perTarget ? [...new Set(here.map((mark) => mark["target_id"]!))].sort() : ["all"];
    return groups.flatMap((group) => {
      const ofGroup = here.filter((mark) => !perTarget || mark["target_id"] === group);
      if (ofGroup.length === 0 && !empty) return [];
      const value: number[] = [];
      const owner = readers.map((reader) => {
        const cells = new Array<number>(length).fill(-1);
        const units = merged(ofGroup.filter((mark) => mark["annotator_id"] === reader).map((mark) => ({ start: Number(mark["start"]), end: Number(mark["end"]), value: valueOf(mark) })));
        // The one that is written last stays: the inner one, of equally long ones the later, then the lower value.
        units.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || b.value - a.value);
        for (const unit of units) {
          value.push(unit.value);
          for (let x = unit.start; x < unit.end; x++) cells[x] = value.length - 1;
        }
        return cells;
      });
      return [{ work, length, owner, value }];
    });
  });
}

/** Units of one value that share a character are one. */
function merged(units: Unit[]): Unit[] {
  for (let i = 0; i < units.length; i++)
    for (let j = i + 1; j < units.length; j++) {
      const [a, b] = [units[i]!, units[j]!];
      if (a.value !== b.value || a.start >= b.end || b.start >= a.end) continue;
      const rest = units.filter((_, k) => k !== i && k !== j);
      return merged([...rest, { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end), value: a.value }]);
    }
  return units;
}

type Counted = { l: number[][]; a: number[]; b: number[] };

/** ℓ with the gap as last value, A and B, over some texts. */
function count(all: readonly Text[], values: number): Counted {
  const l = Array.from({ length: values + 1 }, () => new Array<number>(values + 1).fill(0));
  const [a, b] = [new Array<number>(values).fill(0), new Array<number>(values).fill(0)];
  for (const { owner, value, length } of all) {
    const m = owner.length;
    const said = (i: number, x: number): number => (owner[i]![x]! < 0 ? values : value[owner[i]![x]!]!);
    for (let x = 0; x < length; x++) for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) if (i !== j) l[said(i, x)]![said(j, x)]! += 1 / (m - 1);
    for (let i = 0; i < m; i++) {
      for (let x = 0; x < length; ) {
        const unit = owner[i]![x]!;
        let y = x;
        let met = 0;
        for (; y < length && owner[i]![y] === unit; y++) if (unit >= 0) for (let j = 0; j < m; j++) if (j !== i && owner[j]![y]! >= 0) met += 1;
        if (unit >= 0) {
          a[value[unit]!]! += (y - x) ** 2;
          b[value[unit]!]! += (met / (m - 1)) ** 2;
        }
        x = y;
      }
    }
  }
  return { l, a, b };
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** |uα over some texts: marked against unmarked. */
export function barU(all: readonly Text[], values: number): number | null {
  const { l, a } = count(all, values);
  const rows = l.map(add);
  const whole = add(rows);
  const gap = rows[values]!;
  const factor = whole / (whole ** 2 - add(a) - gap);
  const [seen, chance] = [gap - l[values]![values]!, factor * gap * (whole - gap)];
  return chance > 0 && whole > 0 ? 1 - seen / chance : null;
}

/** cuα over some texts, or (k)uα where a value is named. */
export function cu(all: readonly Text[], values: number, level: "nominal" | "ordinal" | "interval", numbers: readonly number[] = [], k: number | null = null): number | null {
  const { l, b } = count(all, values);
  const inner = l.slice(0, values).map((row) => row.slice(0, values));
  const rows = inner.map(add);
  const whole = add(rows);
  if (whole === 0) return null;
  const chance = inner.map((row, c) => row.map((_, d) => (rows[c]! * rows[d]! - (c === d ? b[c]! : 0)) / (whole - add(b) / whole)));
  const far = (c: number, d: number): number => apart(c, d, level, rows, numbers);
  const sum = (table: readonly (readonly number[])[], column: number | null): number => add(table.flatMap((row, c) => row.map((cell, d) => (column === null || d === column ? cell * far(c, d) : 0))));
  if (k === null) return sum(chance, null) > 0 ? 1 - sum(inner, null) / sum(chance, null) : null;
  return rows[k]! > 0 && sum(chance, k) > 0 ? 1 - (add(chance[k]!) / rows[k]!) * (sum(inner, k) / sum(chance, k)) : null;
}

function apart(c: number, d: number, level: string, counts: readonly number[], numbers: readonly number[]): number {
  if (c === d) return 0;
  if (level === "nominal") return 1;
  if (level === "interval") return (numbers[c]! - numbers[d]!) ** 2;
  const [low, high] = [Math.min(c, d), Math.max(c, d)];
  return (add(counts.slice(low, high + 1)) - (counts[c]! + counts[d]!) / 2) ** 2;
}

/** Krippendorff's α of items, each the list of the values that it was given. */
export function alpha(items: readonly (readonly number[])[], values: number, level: "nominal" | "ordinal" | "interval", numbers: readonly number[] = []): number | null {
  const paired = items.filter((item) => item.length > 1);
  const counts = Array.from({ length: values }, (_, c) => paired.flat().filter((value) => value === c).length);
  const all = paired.flat();
  let [seen, chance] = [0, 0];
  for (const item of paired) for (let i = 0; i < item.length; i++) for (let j = 0; j < item.length; j++) if (i !== j) seen += apart(item[i]!, item[j]!, level, counts, numbers) / (item.length - 1);
  for (let i = 0; i < all.length; i++) for (let j = 0; j < all.length; j++) if (i !== j) chance += apart(all[i]!, all[j]!, level, counts, numbers) / (all.length - 1);
  return chance > 0 ? 1 - seen / chance : null;
}

/** The value, and the jackknife-t interval over works: everything is counted anew without each of them. */
export function withInterval<T extends { work: string }>(all: readonly T[], figure: (some: readonly T[]) => number | null, bears: (one: T) => boolean = () => true): Naive {
  const value = figure(all);
  const works = [...new Set(all.filter(bears).map(({ work }) => work))];
  const left = works.map((work) => figure(all.filter((one) => one.work !== work)));
  const n = works.length;
  if (value === null || n < 2 || left.some((one) => one === null)) return { value, low: null, high: null };
  const mean = add(left as number[]) / n;
  const variance = ((n - 1) / n) * add(left.map((one) => (one! - mean) ** 2));
  if (variance < 1e-20) return { value, low: null, high: null };
  const half = tQuantile(0.975, n - 1) * Math.sqrt(variance);
  return { value, low: value - half, high: Math.min(1, value + half) };
}

/** Student's t by Simpson's rule and halving: slow, and good to about 1e-11. */
export function tQuantile(share: number, freedom: number): number {
  const log = (z: number): number => logGamma(z);
  const scale = Math.exp(log((freedom + 1) / 2) - log(freedom / 2)) / Math.sqrt(freedom * Math.PI);
  // x = tan(θ)·√ν maps the density to cosᵛ⁻¹θ, which is smooth on a short range.
  const below = (x: number): number => {
    const to = Math.atan(x / Math.sqrt(freedom));
    const steps = 4000;
    const f = (theta: number): number => Math.cos(theta) ** (freedom - 1);
    let sum = f(0) + f(to);
    for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * f((to * i) / steps);
    return 0.5 + (scale * Math.sqrt(freedom) * sum * to) / steps / 3;
  };
  let [low, high] = [0, 1000];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Of halves and whole numbers, by Γ(z + 1) = zΓ(z). */
function logGamma(z: number): number {
  if (z === 1) return 0;
  if (z === 0.5) return Math.log(Math.PI) / 2;
  return Math.log(z - 1) + logGamma(z - 1);
}

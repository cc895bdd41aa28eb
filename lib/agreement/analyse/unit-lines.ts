import { undefinedFor } from "@/lib/kernel/quantity";
import type { Choice, Level } from "../choice";
import type { Material } from "../material/material";
import type { Coefficient, Figure, Interval, Line, Unit } from "../report";
import { agreed, characters, prevalence, type Member } from "../unitizing/agreed";
import { barUAlpha } from "../unitizing/bar-u-alpha";
import { coverage, cuAlpha } from "../unitizing/cu-alpha";
import type { Scale } from "../unitizing/difference";
import { coverageOf, kUAlpha } from "../unitizing/k-u-alpha";
import { leanOf } from "../unitizing/lean";
import { addPieces, width } from "../unitizing/pieces";
import { uAlpha } from "../unitizing/u-alpha";
import { type Documents, intervalOf } from "./documents";
import type { Matched } from "./matched-marks";
import type { Row, UnitLayer } from "./unit-layer";

/** What every line is computed with. */
export type Context = { readonly material: Material; readonly choice: Choice; readonly documents: Documents; /** Of each article. */ readonly matches: readonly (readonly Matched[])[] };

/** Which figure: over places, over all, over values where two marked, or of one of the values. */
export type Asked = { readonly member: Member; readonly level: Level; readonly value?: number };

const COEFFICIENT: Record<Member, Coefficient> = { u: "u_alpha", bar_u: "bar_u_alpha", cu: "cu_alpha" };

/** The scale of a layer at a level. */
export const scaleOf = ({ numbers }: Pick<UnitLayer, "numbers">, level: Level): Scale => ({ level, numbers });

/** A figure from the summed pieces of all texts. */
export function statisticOf(layer: UnitLayer, { member, level, value }: Asked): (sum: Float64Array) => Figure {
  const values = layer.values.length;
  const scale = scaleOf(layer, level);
  if (value !== undefined) return (sum) => kUAlpha(sum, values, value, scale);
  if (member === "cu") return (sum) => cuAlpha(sum, values, scale);
  return member === "u" ? (sum) => uAlpha(sum, values) : (sum) => barUAlpha(sum, values);
}

/** All pieces of the rows, added up. */
export function sumOf(rows: readonly Row[], values: number): Float64Array {
  const sum = new Float64Array(width(values));
  for (const row of rows) addPieces(sum, 0, values, row.continuum);
  return sum;
}

/** The interval of a figure over documents. */
export function unitInterval({ choice, documents: { of, count } }: Context, layer: UnitLayer, rows: readonly Row[], { member, level, value }: Asked): Interval {
  const lean = leanOf(layer.values.length, member, scaleOf(layer, level), value);
  const values = new Float64Array(count * lean.width);
  for (const row of rows) lean.add(values, of[row.article]! * lean.width, row.continuum);
  return intervalOf(choice, { values, width: lean.width }, lean.statistic);
}

/** One line about some rows of a layer. */
export function unitLine(context: Context, layer: UnitLayer, rows: readonly Row[], asked: Asked, about: { key: string; name: string | null }): Line {
  const values = layer.values.length;
  const sum = sumOf(rows, values);
  const figure = statisticOf(layer, asked)(sum);
  const { length, met } = characters(sum, values);
  const { same, expected } = asked.value === undefined ? agreed(sum, values, asked.member) : { same: undefinedFor("not_computed" as const), expected: undefinedFor("not_computed" as const) };
  const places = asked.member !== "cu";
  const covered = places ? null : asked.value === undefined ? coverage(sum, values).ofMarked : coverageOf(sum, values, asked.value);
  const articles = new Set(rows.map(({ article }) => article));
  const unit: Unit = places ? "character" : "marked_character";
  return {
    ...about,
    coefficient: asked.value === undefined ? COEFFICIENT[asked.member] : "k_u_alpha",
    level: places ? "nominal" : asked.level,
    unit,
    figure,
    interval: figure.value === null ? figure : unitInterval(context, layer, rows, asked),
    same,
    expected,
    prevalence: sharesOf(layer, sum, places),
    units: places ? length : met,
    spans: rows.reduce((all, { spans }) => all + spans, 0),
    articles: articles.size,
    annotators: new Set([...articles].flatMap((i) => context.material.articles[i]!.works.map(({ annotator }) => annotator))).size,
    coverage: covered?.value ?? null,
  };
}

/** Shares in characters: of all text marked or not, or of what was marked the values. */
function sharesOf(layer: UnitLayer, sum: Float64Array, places: boolean): Line["prevalence"] {
  const all = prevalence(sum, layer.values.length, "u");
  const gap = all[layer.values.length] ?? 0;
  const marked = all.slice(0, layer.values.length).reduce((whole, share) => whole + share, 0);
  if (marked + gap === 0) return [];
  if (places) return sorted([{ value: "marked", name: null, share: marked }, { value: "unmarked", name: null, share: gap }]);
  return marked > 0 ? sorted(layer.values.map(({ key, name }, i) => ({ value: key, name, share: all[i]! / marked }))) : [];
}

/** The largest first; what nobody said is not listed. */
export const sorted = <S extends { readonly share: number }>(shares: readonly S[]): S[] => shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);

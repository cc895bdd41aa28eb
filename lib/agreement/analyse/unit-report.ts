import { type Choice, type Layer, levelOf } from "../choice";
import type { Material } from "../material/material";
import type { Confusion, Line } from "../report";
import { markConfusion } from "./causes";
import { costlyArticles } from "./costly";
import type { LayerReport } from "./layer-report";
import { pairFigures, pairSums, type PairSums, placeConfusion } from "./pairs";
import { spanLines } from "./span-lines";
import { deviceLayer, framingLayer, placeLayer, placePerTarget, setLayer, targetLayer, type UnitLayer, voiceLayer } from "./unit-layer";
import { type Asked, type Context, statisticOf, sumOf, unitInterval, unitLine } from "./unit-lines";
import { weeksOf } from "./weeks";

/** The layers of marks that a material has, by their key. */
export function unitLayers(material: Material): Map<Layer, () => UnitLayer> {
  const layers = new Map<Layer, () => UnitLayer>([["place", () => placeLayer(material)], ["framing", () => framingLayer(material)], ["target", () => targetLayer(material)], ["voice", () => voiceLayer(material)], ["device", () => deviceLayer(material)]]);
  for (const set of material.sets) if (set.level === "span") layers.set(`set:${set.id}`, () => setLayer(material, set));
  return layers;
}

const askedOf = (layer: Layer, choice: Choice): Asked => (layer === "place" ? { member: "bar_u", level: "nominal" } : { member: "cu", level: layer === choice.layer ? choice.level : levelOf(layer) });

/** A layer's own line at its default level. */
export const layerLine = (context: Context, layer: UnitLayer): Line => unitLine(context, layer, layer.rows, { ...askedOf(layer.layer, context.choice), level: levelOf(layer.layer) }, { key: layer.layer, name: layer.name });

/** All figures of one layer of marks. */
export function unitReport(context: Context, layer: UnitLayer): LayerReport {
  const { material, choice } = context;
  const asked = askedOf(layer.layer, choice);
  const statistic = statisticOf(layer, asked);
  const sums = pairSums(material, layer);
  return {
    headline: unitLine(context, layer, layer.rows, asked, { key: layer.layer, name: layer.name }),
    perLabel: labelLines(context, layer, asked),
    perTarget: targetLines(context, layer, asked),
    others: [...otherLines(context, layer, asked), ...spanLines(context, layer)],
    pairs: pairFigures(material, sums, statistic),
    confusion: confusionOf(context, layer, sums),
    weeks: weeksOf(material, (articles) => {
      const rows = layer.rows.filter(({ article }) => articles.has(article));
      const figure = statistic(sumOf(rows, layer.values.length));
      return { figure, interval: figure.value === null ? figure : unitInterval(context, layer, rows, asked) };
    }),
    costly: costlyArticles(material, layer, asked.member, asked.level),
    selfOverlaps: { merged: layer.merged, cut: layer.cut },
    continua: layer.rows.length,
  };
}

/** Of places characters, marked or not; of values the marks of two annotators about the same words. */
function confusionOf({ matches }: Context, layer: UnitLayer, sums: PairSums): Confusion {
  if (layer.layer === "place") return { values: [{ key: "marked", name: null }, { key: "unmarked", name: null }], counts: placeConfusion(sums, layer.values.length) };
  if (layer.labels === null) return { values: layer.values, counts: markConfusion(matches, layer.values.length, layer.valueOf, layer.layer === "target") };
  return { values: [], counts: [] };
}

/** Of each value how well it is told from the others; of labels that a mark can have several of, with or without it. */
function labelLines(context: Context, layer: UnitLayer, asked: Asked): Line[] {
  if (layer.layer === "place" || layer.layer === "target") return [];
  if (layer.labels !== null) return layer.labels.map((label, i) => unitLine(context, layer, layer.rows.filter((row) => row.label === i), asked, label));
  return layer.values.map((value, i) => unitLine(context, layer, layer.rows, { ...asked, level: "nominal", value: i }, value));
}

/** The same figure for each target by itself; where the target is what is compared, how well each is told from the others. */
function targetLines(context: Context, layer: UnitLayer, asked: Asked): Line[] {
  if (layer.layer === "target") return layer.values.map((value, i) => unitLine(context, layer, layer.rows, { ...asked, value: i }, value));
  const split = layer.layer === "place" ? placePerTarget(context.material) : layer;
  const targets = [...new Set(split.rows.flatMap(({ target }) => target ?? []))].sort((a, b) => a - b);
  return targets.map((target) => {
    const { id, name } = context.material.targets[target]!;
    return unitLine(context, split, split.rows.filter((row) => row.target === target), asked, { key: id, name });
  });
}

/** The rest of the family: gaps and values together, places alone, and values at the other levels. */
function otherLines(context: Context, layer: UnitLayer, asked: Asked): Line[] {
  const about = { key: layer.layer, name: layer.name };
  if (layer.layer === "place") {
    const split = placePerTarget(context.material);
    return [unitLine(context, split, split.rows, asked, { key: "place_per_target", name: null })];
  }
  const levels = layer.numbers === null ? [] : (["nominal", "ordinal", "interval"] as const).filter((level) => level !== asked.level);
  return [...levels.map((level): Asked => ({ member: "cu", level })), { member: "u", level: "nominal" } as const, { member: "bar_u", level: "nominal" } as const].map((one) => unitLine(context, layer, layer.rows, one, about));
}

import { FRAMING_SIGN } from "@/lib/codebook/framing";
import type { Layer } from "../choice";
import type { Material, MaterialSpan } from "../material/material";
import type { Continuum } from "../unitizing/continuum";
import { continuumOf } from "../unitizing/self-overlap";

/** A value that marks can have in a layer; `name` is null where the screen has its own words for the key. */
export type LayerValue = { readonly key: string; readonly name: string | null };

/** One text in one layer: an article, or an article and a target. Coders are numbered as the article's `works`. */
export type Row = { readonly article: number; readonly target: number | null; /** Index of the label, where a label has continua of its own. */ readonly label: number | null; readonly continuum: Continuum; readonly spans: number };

/** A layer of marks in free places. */
export type UnitLayer = {
  readonly layer: Layer;
  readonly name: string | null;
  /** Values of its marks, in their order. */
  readonly values: readonly LayerValue[];
  /** Numbers of the values, where they are on a scale. */
  readonly numbers: readonly number[] | null;
  readonly rows: readonly Row[];
  readonly merged: number;
  readonly cut: number;
  /** Labels that have continua of their own: of sets of which a mark can have several. */
  readonly labels: readonly LayerValue[] | null;
  /** The value of a mark; −1 where it has none. */
  readonly valueOf: (span: MaterialSpan) => number;
};

/** Framings from critical to advocacy: the order behind ordinal and interval. */
export const FRAMING_ORDER = ["critical", "neutral", "advocacy"] as const;
const VOICE_ORDER = ["own", "quoted", "embedded"] as const;
const DEVICE_ORDER = ["words", "facts"] as const;

const own = (keys: readonly string[]): LayerValue[] => keys.map((key) => ({ key, name: null }));

/** Where anybody marked anything, whatever it is about: one continuum per article, those in which nobody marked anything included. */
export const placeLayer = (material: Material): UnitLayer => ({ layer: "place", name: null, values: own(["marked"]), numbers: null, labels: null, valueOf: () => 0, ...rowsOf(material, false, () => 0, true) });

/** The same for each target by itself: one continuum per article and target that anybody marked. */
export const placePerTarget = (material: Material): UnitLayer => ({ layer: "place", name: null, values: own(["marked"]), numbers: null, labels: null, valueOf: () => 0, ...rowsOf(material, true, () => 0) });

/** Framing: one continuum per article and target that anybody marked. */
export const framingLayer = (material: Material): UnitLayer => coded(material, "framing", FRAMING_ORDER, ({ framing }) => framing, FRAMING_ORDER.map((framing) => FRAMING_SIGN[framing]));

/** Voice; marks of which it was not asked have none. */
export const voiceLayer = (material: Material): UnitLayer => coded(material, "voice", VOICE_ORDER, ({ voice }) => voice);

/** Device; marks of which it was not asked have none. */
export const deviceLayer = (material: Material): UnitLayer => coded(material, "device", DEVICE_ORDER, ({ device }) => device);

function coded(material: Material, layer: Layer, order: readonly string[], codeOf: (span: MaterialSpan) => string | null, numbers: readonly number[] | null = null): UnitLayer {
  const index = new Map(order.map((key, i) => [key, i]));
  const valueOf = (span: MaterialSpan): number => index.get(codeOf(span) ?? "") ?? -1;
  return { layer, name: null, values: own(order), numbers, labels: null, valueOf, ...rowsOf(material, true, valueOf) };
}

/** Which target the words are about: one continuum per article, the values being the targets that anybody named. */
export function targetLayer(material: Material): UnitLayer {
  const used = new Set(material.articles.flatMap(({ works }) => works.flatMap(({ spans }) => spans.map(({ target }) => target))));
  const order = [...used].sort((a, b) => a - b);
  const index = new Map(order.map((target, i) => [target, i]));
  const valueOf = ({ target }: MaterialSpan): number => index.get(target) ?? -1;
  const values = order.map((target) => ({ key: material.targets[target]?.id ?? "", name: material.targets[target]?.name ?? "" }));
  return { layer: "target", name: null, values, numbers: null, labels: null, valueOf, ...rowsOf(material, false, valueOf) };
}

/**
 * The labels of a set on spans. Where a mark has one of them, one continuum per article and target. Where it can have
 * several, one per article, target and label that anybody gave anywhere, with the values "without" and "with" it: to look
 * only where a label was given would leave out all agreement on "without".
 */
export function setLayer(material: Material, set: Material["sets"][number]): UnitLayer {
  const layer: Layer = `set:${set.id}`;
  if (set.choice === "single") {
    const index = new Map(set.labels.map(({ id }, i) => [id, i]));
    const valueOf = ({ labelIds }: MaterialSpan): number => labelIds.reduce((found, id) => (found >= 0 ? found : (index.get(id) ?? -1)), -1);
    return { layer, name: set.name, values: set.labels.map(({ id, name }) => ({ key: id, name })), numbers: null, labels: null, valueOf, ...rowsOf(material, true, valueOf) };
  }
  let [merged, cut] = [0, 0];
  const rows: Row[] = [];
  set.labels.forEach(({ id }, label) => {
    const found = rowsOf(material, true, ({ labelIds }) => (labelIds.includes(id) ? 1 : 0));
    if (!found.rows.some(({ continuum }) => hasValue(continuum, 1))) return;
    for (const row of found.rows) rows.push({ ...row, label });
    merged += found.merged;
    cut += found.cut;
  });
  return { layer, name: set.name, values: own(["without", "with"]), numbers: null, labels: set.labels.map(({ id, name }) => ({ key: id, name })), valueOf: () => -1, rows, merged, cut };
}

const hasValue = ({ units }: Continuum, value: number): boolean => {
  for (let at = 3; at < units.length; at += 4) if (units[at] === value) return true;
  return false;
};

/** The continua of all articles, by target where `perTarget`; without those that nobody marked unless `empty`. */
function rowsOf(material: Material, perTarget: boolean, valueOf: (span: MaterialSpan) => number, empty = false): { rows: Row[]; merged: number; cut: number } {
  const rows: Row[] = [];
  let [merged, cut] = [0, 0];
  material.articles.forEach(({ length, works }, article) => {
    const groups = new Map<number, { units: number[]; spans: number }>(empty && !perTarget ? [[-1, { units: [], spans: 0 }]] : []);
    works.forEach(({ spans }, coder) => {
      for (const span of spans) {
        const value = valueOf(span);
        if (value < 0) continue;
        const key = perTarget ? span.target : -1;
        let group = groups.get(key);
        if (group === undefined) groups.set(key, (group = { units: [], spans: 0 }));
        group.spans += 1;
        for (let at = 0; at < span.parts.length; at += 2) group.units.push(coder, span.parts[at]!, span.parts[at + 1]!, value);
      }
    });
    for (const [key, { units, spans }] of [...groups].sort(([a], [b]) => a - b)) {
      const settled = continuumOf(length, works.length, units);
      merged += settled.merged;
      cut += settled.cut;
      rows.push({ article, target: key < 0 ? null : key, label: null, continuum: settled.continuum, spans });
    }
  });
  return { rows, merged, cut };
}

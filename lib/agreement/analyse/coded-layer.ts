import { JUDGEMENTS } from "@/lib/annotations/span";
import type { Layer } from "../choice";
import type { CodingTable } from "../coding/coding-table";
import type { Material, MaterialSet } from "../material/material";
import type { LayerValue } from "./unit-layer";

/** A layer of answers about whole articles. */
export type CodedLayer = {
  readonly layer: Layer;
  readonly name: string | null;
  readonly values: readonly LayerValue[];
  /** One column per annotator of the material. */
  readonly table: CodingTable;
  /** Of each item: its article, and the target or label that it is about. */
  readonly articleOf: Int32Array;
  readonly targetOf: Int32Array | null;
  readonly labelOf: Int32Array | null;
  /** Labels that have items of their own: of sets of which an article can have several. */
  readonly labels: readonly LayerValue[] | null;
  /** The same items with every answer, also those that are not on the scale. */
  readonly every: { readonly values: readonly LayerValue[]; readonly table: CodingTable } | null;
};

/** The scale of judgements; the two other answers are not on it, and are no zero. */
const SCALE = [-2, -1, 0, 1, 2] as const;

/** Judgements: one item per article and target that anybody judged. */
export function judgementLayer({ articles, annotators }: Material): CodedLayer {
  const coders = annotators.length;
  const [scaled, every]: [number[], number[]] = [[], []];
  const [articleOf, targetOf]: [number[], number[]] = [[], []];
  articles.forEach(({ works }, article) => {
    const judged = [...new Set(works.flatMap(({ judgements }) => [...judgements.keys()]))].sort((a, b) => a - b);
    for (const target of judged) {
      const [row, all] = [new Array<number>(coders).fill(-1), new Array<number>(coders).fill(-1)];
      for (const { annotator, judgements } of works) {
        const value = judgements.get(target);
        if (value === undefined) continue;
        all[annotator] = JUDGEMENTS.indexOf(value);
        row[annotator] = (SCALE as readonly unknown[]).indexOf(value);
      }
      scaled.push(...row);
      every.push(...all);
      articleOf.push(article);
      targetOf.push(target);
    }
  });
  const tableOf = (values: readonly number[], categories: readonly string[], scale: readonly number[] | null): CodingTable => ({ items: articleOf.length, coders, categories, scale, values: Int16Array.from(values) });
  const own = (keys: readonly (string | number)[]): LayerValue[] => keys.map((key) => ({ key: String(key), name: null }));
  return {
    layer: "judgement", name: null, values: own(SCALE), table: tableOf(scaled, SCALE.map(String), SCALE), articleOf: Int32Array.from(articleOf), targetOf: Int32Array.from(targetOf), labelOf: null, labels: null,
    every: { values: own(JUDGEMENTS), table: tableOf(every, JUDGEMENTS.map(String), null) },
  };
}

/**
 * A set of labels of whole articles. Where one is chosen, one item per article. Where several can be, one per article
 * that anybody answered and label that anybody chose anywhere, "without" or "with" it: to look only where a label was
 * chosen would leave out all agreement on "without". Those who answered nothing in the set are missing.
 */
export function answerLayer({ articles, annotators }: Material, set: MaterialSet): CodedLayer {
  const coders = annotators.length;
  const index = new Map(set.labels.map(({ id }, i) => [id, i]));
  const single = set.choice === "single";
  const values: number[] = [];
  const [articleOf, labelOf]: [number[], number[]] = [[], []];
  const chosenAnywhere = set.labels.flatMap(({ id }, label) => (articles.some(({ works }) => works.some(({ answers }) => answers.get(set.id)?.includes(id))) ? [label] : []));
  articles.forEach(({ works }, article) => {
    const given = works.flatMap(({ annotator, answers }) => {
      const chosen = (answers.get(set.id) ?? []).flatMap((id) => index.get(id) ?? []);
      return chosen.length > 0 ? [{ annotator, chosen }] : [];
    });
    for (const label of given.length === 0 ? [] : single ? [-1] : chosenAnywhere) {
      const row = new Array<number>(coders).fill(-1);
      for (const { annotator, chosen } of given) row[annotator] = single ? chosen[0]! : Number(chosen.includes(label));
      values.push(...row);
      articleOf.push(article);
      labelOf.push(label);
    }
  });
  const labels = set.labels.map(({ id, name }): LayerValue => ({ key: id, name }));
  const shown = single ? labels : ["without", "with"].map((key): LayerValue => ({ key, name: null }));
  return {
    layer: `set:${set.id}`, name: set.name, values: shown, table: { items: articleOf.length, coders, categories: shown.map(({ key }) => key), scale: null, values: Int16Array.from(values) },
    articleOf: Int32Array.from(articleOf), targetOf: null, labelOf: single ? null : Int32Array.from(labelOf), labels: single ? null : labels, every: null,
  };
}

/** The table of some of its items. */
export function ofItems(table: CodingTable, items: readonly number[]): CodingTable {
  const values = new Int16Array(items.length * table.coders);
  items.forEach((item, i) => values.set(table.values.subarray(item * table.coders, (item + 1) * table.coders), i * table.coders));
  return { ...table, items: items.length, values };
}

/** The table of two of its coders. */
export function ofPair(table: CodingTable, a: number, b: number): CodingTable {
  const values = new Int16Array(table.items * 2);
  for (let item = 0; item < table.items; item++) {
    values[2 * item] = table.values[item * table.coders + a]!;
    values[2 * item + 1] = table.values[item * table.coders + b]!;
  }
  return { ...table, coders: 2, values };
}

/** One category against all others. */
export const against = (table: CodingTable, category: number): CodingTable => ({ ...table, categories: ["without", "with"], scale: null, values: table.values.map((value) => (value < 0 ? -1 : Number(value === category))) });

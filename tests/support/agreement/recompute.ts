import { alpha, barU, cu, texts, withInterval, type Naive, type UnitRecord } from "./naive";

const FRAMINGS = ["critical", "neutral", "advocacy"];
const VOICES = ["own", "quoted", "embedded"];
const SIGNS = [-1, 0, 1];

type Some = { readonly only?: readonly string[]; readonly target?: string };

/** The figures of the page, each counted anew from the rows of units.csv. */
export function recomputed(records: readonly UnitRecord[], targets: readonly string[]) {
  const framing = (record: UnitRecord): number => FRAMINGS.indexOf(record["framing"]!);
  const byTarget = ({ only = undefined, target = undefined }: Some, valueOf: (record: UnitRecord) => number) =>
    texts(records.filter((record) => target === undefined || record["kind"] !== "span" || record["target_id"] === target), valueOf, { perTarget: true, empty: false, only: only ?? null });
  return {
    place: (only?: readonly string[]): Naive => withInterval(texts(records, () => 0, { perTarget: false, empty: true, only: only ?? null }), (some) => barU(some, 1)),
    framing: (level: "nominal" | "ordinal" | "interval", some: Some = {}): Naive => withInterval(byTarget(some, framing), (all) => cu(all, 3, level, SIGNS)),
    framingLabel: (k: number): Naive => withInterval(byTarget({}, framing), (all) => cu(all, 3, "nominal", [], k)),
    target: (): Naive => withInterval(texts(records, (record) => targets.indexOf(record["target_id"]!), { perTarget: false, empty: false }), (all) => cu(all, targets.length, "nominal")),
    voice: (): Naive => withInterval(byTarget({}, (record) => VOICES.indexOf(record["voice"]!)), (all) => cu(all, 3, "nominal")),
    judgement: (only?: readonly string[]): Naive => {
      const items = new Map<string, { work: string; values: number[] }>();
      for (const one of records) {
        if (one["kind"] !== "judgement" || !/^-?\d$/u.test(one["value"]!) || (only && !only.includes(one["annotator_id"]!))) continue;
        const key = `${one["article_id"]} ${one["target_id"]}`;
        items.set(key, { work: one["work_id"]!, values: [...(items.get(key)?.values ?? []), Number(one["value"]) + 2] });
      }
      return withInterval([...items.values()], (some) => alpha(some.map(({ values }) => values), 5, "ordinal"), ({ values }) => values.length > 1);
    },
  };
}

import { assess, type Assessed } from "@/lib/stance/assessed";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { SIGN_SCALE, JUDGEMENT_SCALE } from "@/lib/stance/estimate";
import { momentsOf } from "@/lib/stance/moments";
import { rateOf } from "@/lib/stance/rate";
import { orderOf } from "@/lib/stance/order";
import type { SingleWork, StanceCell, StanceTable } from "@/lib/stance/report";
import { undefinedFor } from "@/lib/kernel/quantity";

const none = { advocacy: 0, neutral: 0, critical: 0 };
const counts = { own: { advocacy: 1, neutral: 2, critical: 3 }, quoted: none, embedded: none, none };
const basis = (works: number) => ({ articles: works, works, annotators: 2, sharedWorks: works, settledArticles: 0, spans: 6, counts, judged: null });

/** An outlet's cell toward a target from the values of its works. */
export function cellOf(groupId: string, targetId: string, values: readonly number[], choice: StanceChoice = DEFAULT_STANCE): StanceCell {
  const scale = choice.measured === "judgements" ? JUDGEMENT_SCALE : SIGN_SCALE;
  const figure: Assessed = assess(momentsOf(values), values.length, scale);
  return {
    ...basis(values.length), groupId, targetId, figure, points: values.length < 3 ? values.map((value, i) => ({ workId: `${groupId}-${i}`, value })) : [],
    quoted: choice.voice === "own" && choice.measured === "spans" ? assess(null, 0, scale) : null, quotedPoints: [], rate: rateOf(choice, null), shrunken: undefinedFor("fewer_than_five_outlets"), reading: "",
  };
}

/** A work whose outlet nobody knows. */
export const singleOf = (workId: string, targetId: string, title: string, value: number): SingleWork => ({
  ...basis(1), workId, targetId, title, articleIds: [], value: { value }, quoted: undefinedFor("no_value"), rate: undefinedFor("no_own_voice"),
});

/** A table of these cells and works. */
export function tableOf(cells: readonly StanceCell[], singles: readonly SingleWork[] = [], choice: StanceChoice = DEFAULT_STANCE): StanceTable {
  const targetIds = [...new Set([...cells, ...singles].map((one) => one.targetId))];
  return {
    choice, cells, singles, targets: targetIds.map((id) => ({ id, name: `Target ${id}`, isFocus: true })), outlets: [...new Set(cells.map((cell) => cell.groupId))].map((id) => ({ id, name: `The ${id}` })), workTitles: {},
    toward: targetIds.map((targetId) => ({ targetId, order: orderOf(cells.filter((cell) => cell.targetId === targetId)), pooled: undefinedFor("fewer_than_five_outlets"), notAdjusted: null })),
    singleWorks: singles.length, namesPending: 0, dataVersion: "7", at: "2026-11-27T10:00:00.000Z",
  };
}

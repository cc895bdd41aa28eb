import type { Comparison } from "@/lib/compare/document";
import { pairKey } from "@/lib/compare/verdict";

type Place = { readonly articleId: string; readonly start: number; readonly end: number };

/** What is sent to say of each place here with each place there that they tell the same, or do not; each names the verdict on the same two places that it takes the place of. */
export function corrections({ columns, verdicts }: Pick<Comparison, "columns" | "verdicts">, own: readonly Place[], others: readonly Place[], verdict: "same" | "different") {
  const revisions = new Map(columns.map(({ id, revisionId }) => [id, revisionId]));
  const standing = new Map(verdicts.filter(({ state }) => state === "standing").map((one) => [pairKey(one.a, one.b), one.id]));
  const whole = (place: Place) => ({ ...place, revisionId: revisions.get(place.articleId) ?? "" });
  return own.flatMap((a) => others.map((b) => ({ subject: "passage" as const, a: whole(a), b: whole(b), verdict, replaces: standing.get(pairKey(a, b)) ?? null })));
}

import type { Decision } from "./decision";

/** What one annotator said of the whole article: a judgement's value, or the labels of an answer. */
export type Said<V> = { readonly memberId: string; readonly value: V; /** ISO: when it was said, or its article submitted first, whichever is later. */ readonly at: string };

/** How a question on the whole article stands: what everybody said, whether it is the same, and what was decided. */
export type AnswerStanding<V, D> = { readonly values: readonly Said<V>[]; /** All who submitted the article answered, and alike. */ readonly same: boolean; readonly decision: D | null; readonly changedSince: boolean };

const asText = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...(value as unknown[])].sort() : value);

/**
 * Lays the standing decision on a question over what was said. It no longer decides it where somebody said
 * something afterwards. `annotators`: how many submitted the article.
 */
export function answerStanding<V, D extends Pick<Decision, "at">>(values: readonly Said<V>[], annotators: number, decision: D | null): AnswerStanding<V, D> {
  const first = values[0];
  return {
    values,
    same: first !== undefined && values.length === annotators && values.every((one) => asText(one.value) === asText(first.value)),
    decision,
    changedSince: decision !== null && values.some(({ at }) => at > decision.at),
  };
}

/** Whether a question needs somebody: nobody decided it, or what they decided on has changed. */
export const isOpen = (standing: Pick<AnswerStanding<unknown, unknown>, "decision" | "changedSince">): boolean => standing.decision === null || standing.changedSince;

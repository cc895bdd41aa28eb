import type { Target } from "../types";
import type { Model } from "./model";

/** Where submitting stands. `empty`: asked once whether no spans is what is meant. */
export type Submission =
  | { readonly step: "none" }
  | { readonly step: "empty" }
  | { readonly step: "sending" }
  | { readonly step: "refused"; readonly sentence: string }
  | { readonly step: "done"; readonly nextId: string | null };

/** Focus targets that have no judgement yet, in their order. */
export function withoutJudgement(targets: readonly Target[], model: Model): Target[] {
  return targets.filter((target) => target.isFocus && !model.judgements.has(target.id));
}

/** What keeps the work from being submitted, as a sentence. */
export function missingSentence(missing: readonly Target[]): string {
  const names = missing.map((target) => target.name).join(", ");
  return `${missing.length === 1 ? "1 judgement is" : `${missing.length} judgements are`} left: ${names}.`;
}

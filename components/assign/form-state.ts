import type { PlanWish } from "@/lib/assignments/plan/wish";
import { asksPerWork, type Phase, type Strategy } from "@/lib/assignments/plan/strategy";

/** The strategies that the form offers; by hand is done in the list of articles. */
export const OFFERED = ["balanced", "reliability", "strata", "pool", "everyone"] as const satisfies readonly Strategy[];

/** What somebody has said in the form so far. */
export type FormState = {
  which: "all" | "unassigned" | "outlets" | "chosen";
  outletIds: readonly string[];
  who: "everyone" | "some";
  memberIds: readonly string[];
  strategy: (typeof OFFERED)[number];
  perWork: number;
  /** In percent. */
  share: number;
  phase: Phase;
  round: number;
  parts: "whole" | "headline" | "lead" | "paragraphs";
  paragraphs: number;
  dueOn: string;
};

/** The form as it opens. */
export const firstState = (chosen: number, annotators: number): FormState => ({
  which: chosen > 0 ? "chosen" : "all", outletIds: [], who: "everyone", memberIds: [], strategy: "balanced", perWork: Math.min(2, Math.max(1, annotators)), share: 20,
  phase: "main", round: 1, parts: "whole", paragraphs: 3, dueOn: "",
});

/** The wish behind the form; null while something is missing. */
export function wishOf(state: FormState, chosen: readonly string[]): PlanWish | null {
  if ((state.which === "outlets" && state.outletIds.length === 0) || (state.who === "some" && state.memberIds.length === 0)) return null;
  if (!Number.isInteger(state.perWork) || state.perWork < 1 || state.perWork > 50 || !(state.share >= 0 && state.share <= 100) || !Number.isInteger(state.paragraphs) || state.paragraphs < 1 || state.paragraphs > 50) return null;
  const lead = state.parts === "lead" || state.parts === "paragraphs" ? { lead: state.paragraphs } : {};
  const headline = state.parts === "headline" || state.parts === "lead" ? { headline: true } : {};
  return {
    strategy: state.strategy,
    articles: { ...(state.which === "chosen" ? { ids: chosen } : {}), ...(state.which === "outlets" ? { outletIds: state.outletIds } : {}), ...(state.which === "unassigned" ? { unassigned: true } : {}) },
    ...(state.who === "some" ? { memberIds: state.memberIds } : {}),
    perWork: asksPerWork(state.strategy) ? state.perWork : 1,
    share: state.share / 100,
    phase: state.phase,
    round: state.round,
    ...(state.parts === "whole" ? {} : { blocks: { ...headline, ...lead } }),
    dueOn: state.dueOn === "" ? null : state.dueOn,
  };
}

import type { Lesson } from "./lesson";

/** How long a headline, its reason and the answer to the last question may be, in code points. */
export const HEADLINE_LIMITS = { body: 300, reason: 1000, exit: 2000 } as const;

type Standing = Pick<Lesson, "state" | "step" | "steps" | "revealed">;

/** How far the class is with its headlines: `own` — each sees what is theirs; `open` — everybody reads what is shared, and votes; `past` — votes are told to everybody. */
export type HeadlineStage = "own" | "open" | "past";

/** Where a lesson stands with its headlines. Nobody reads another's before everything is shown to everybody, nor before the step of rewriting. */
export function headlineStage({ state, step, steps, revealed }: Standing): HeadlineStage {
  const rewrite = steps.findIndex(({ kind }) => kind === "rewrite");
  if (rewrite < 0 || !revealed) return "own";
  if (state === "ended") return "past";
  if (step === null || step < rewrite) return "own";
  return step === rewrite ? "open" : "past";
}

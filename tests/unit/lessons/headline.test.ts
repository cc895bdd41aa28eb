import { describe, expect, it } from "vitest";
import { headlineStage } from "@/lib/lessons/headline";
import type { Step, StepKind } from "@/lib/lessons/lesson";

const steps = (...kinds: StepKind[]): Step[] => kinds.map((kind) => ({ kind, minutes: 5, help: "" }));
const usual = steps("mark", "reveal", "rewrite", "exit");

describe("where a class stands with its headlines", () => {
  it.each([
    ["before the start", "draft", null, false, "own"],
    ["while marking", "running", 0, false, "own"],
    ["at the reveal", "running", 1, true, "own"],
    ["while rewriting, unless nothing was shown yet", "running", 2, false, "own"],
    ["while rewriting", "running", 2, true, "open"],
    ["at the last question", "running", 3, true, "past"],
    ["after the lesson", "ended", null, true, "past"],
    ["after a lesson in which nothing was shown", "ended", null, false, "own"],
  ] as const)("is %s: %s, %s, %s", (_when, state, step, revealed, stage) => {
    expect(headlineStage({ state, step, revealed, steps: usual })).toBe(stage);
  });

  it("is nowhere where nobody rewrites", () => {
    expect(headlineStage({ state: "ended", step: null, revealed: true, steps: steps("mark", "reveal") })).toBe("own");
  });

  it("goes by the order of this lesson's steps", () => {
    expect(headlineStage({ state: "running", step: 1, revealed: true, steps: steps("mark", "rewrite", "talk") })).toBe("open");
    expect(headlineStage({ state: "running", step: 0, revealed: true, steps: steps("exit", "rewrite") })).toBe("own");
  });
});

import { describe, expect, it } from "vitest";
import type { Step, StepKind } from "@/lib/lessons/lesson";
import { minutesOf, missing, planProblem, USUAL_STEPS, type LessonPlan } from "@/lib/lessons/plan";

const steps = (...kinds: StepKind[]): Step[] => kinds.map((kind) => ({ kind, minutes: 5, help: "" }));
const plan = (more: Partial<LessonPlan> = {}): LessonPlan => ({ name: "Room 14", event: "", steps: USUAL_STEPS, asksVoice: false, exitQuestion: "", sourceHidden: true, articles: [{ articleId: "a", blockOrdinals: [0, 1] }, { articleId: "b", blockOrdinals: [0] }], targets: [{ name: "Town hall" }], ...more });

describe("a plan", () => {
  it("of the usual steps takes forty minutes and is fine", () => {
    expect(minutesOf(USUAL_STEPS)).toBe(40);
    expect(planProblem(plan(), [])).toBeNull();
  });

  it.each([
    [{ steps: steps("read", "talk") }, "/steps"],
    [{ steps: steps("mark", "read", "mark") }, "/steps/2"],
    [{ steps: steps("reveal", "mark") }, "/steps/0"],
    [{ steps: steps("mark", "reveal", "judge") }, "/steps/2"],
    [{ articles: ["a", "b", "c", "d", "e"].map((articleId) => ({ articleId, blockOrdinals: [0] })) }, "/articles"],
    [{ articles: ["a", "a"].map((articleId) => ({ articleId, blockOrdinals: [0] })) }, "/articles/1"],
    [{ articles: [{ articleId: "a", blockOrdinals: [] }] }, "/articles/0/blockOrdinals"],
    [{ targets: ["A", "B", "C", "D"].map((name) => ({ name })) }, "/targets"],
    [{ targets: [{ name: "Mayor" }, { name: "mayor" }] }, "/targets/1/name"],
  ])("names the place of what is wrong: %j", (more, path) => {
    expect(planProblem(plan(more), [])?.path).toBe(path);
  });

  it("leaves steps that have begun where they are, and lets their minutes change", () => {
    const begun = steps("read", "mark");
    expect(planProblem(plan({ steps: steps("read", "mark", "exit") }), begun)).toBeNull();
    expect(planProblem(plan({ steps: steps("mark", "read") }), begun)?.path).toBe("/steps/0");
    expect(planProblem(plan({ steps: [{ kind: "mark", minutes: 5, help: "" }] }), steps("mark", "exit"))?.path).toBe("/steps/1");
  });

  it("may lack what a lesson needs before it starts", () => {
    expect(missing({ articles: [1], targets: [] })).toEqual(["articles", "targets"]);
    expect(missing({ articles: [1, 2], targets: [1] })).toEqual([]);
  });
});

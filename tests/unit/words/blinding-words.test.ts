import { expect, it } from "vitest";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { blindingProblem, type Blinding, type BlindingChange, type Standing } from "@/lib/projects/blinding";

const t = translator("en", english, "settings.blinding.refused");
const begun: Standing = { kind: "research", revealed: false, begun: true };
const blind: Blinding = { reveal: "by_coordinator", sourceBlind: true, sourceReveal: "by_coordinator" };
const cases: readonly [BlindingChange, Standing][] = [
  [{ reveal: "never" }, { ...begun, revealed: true }],
  [{ reveal: "after_all" }, { ...begun, kind: "class" }],
  [{ reveal: "own_submission" }, begun],
  [{ sourceBlind: false }, begun],
  [{ sourceReveal: "own_submission" }, begun],
];

it.each(cases)("the settings say in English why %j is refused as the API does", (change, standing) => {
  const problem = blindingProblem(blind, change, standing);
  expect(problem && t(problem.reason)).toBe(problem?.message ?? "a refusal");
});

import { describe, expect, it } from "vitest";
import { blindingProblem, REVEALS, type Blinding, type BlindingChange, type Reveal } from "@/lib/projects/blinding";

const blind: Blinding = { reveal: "by_coordinator", sourceBlind: true, sourceReveal: "by_coordinator" };
const study = { kind: "research", revealed: false, begun: false } as const;
const path = (current: Blinding, change: BlindingChange, standing: Parameters<typeof blindingProblem>[2] = study) => blindingProblem(current, change, standing)?.path ?? null;

describe("what a project keeps from its annotators", () => {
  it("is free before anybody has begun", () => {
    for (const reveal of REVEALS) expect(path(blind, { reveal, sourceBlind: false, sourceReveal: "own_submission" })).toBeNull();
  });

  it("is shown in a class to all at once or never", () => {
    const refused = REVEALS.filter((reveal) => path({ ...blind, reveal: "never" }, { reveal }, { ...study, kind: "class" }) !== null);
    expect(refused).toEqual(["after_all", "own_submission"]);
  });

  it("cannot come to be shown by itself once they have begun", () => {
    const opened = REVEALS.flatMap((from) => REVEALS.filter((to) => path({ ...blind, reveal: from }, { reveal: to }, { ...study, begun: true }) !== null).map((to): [Reveal, Reveal] => [from, to]));
    expect(opened).toEqual([["never", "after_all"], ["never", "own_submission"], ["after_all", "own_submission"], ["by_coordinator", "own_submission"]]);
    expect(path(blind, { sourceBlind: false }, { ...study, begun: true })).toBe("sourceBlind");
    expect(path(blind, { sourceReveal: "own_submission" }, { ...study, begun: true })).toBe("sourceReveal");
  });

  it("can be hidden later, and saying the same again is no change", () => {
    const open = { reveal: "own_submission", sourceBlind: false, sourceReveal: "own_submission" } as const;
    expect(path(open, { reveal: "never", sourceBlind: true, sourceReveal: "by_coordinator" }, { ...study, begun: true })).toBeNull();
    expect(path(blind, blind, { ...study, begun: true, revealed: true })).toBeNull();
  });

  it("is not changed after everything was shown", () => expect(path(blind, { reveal: "never" }, { ...study, revealed: true })).toBe("reveal"));

  it("points to the reveal where it refuses", () => expect(blindingProblem(blind, { sourceBlind: false }, { ...study, begun: true })?.message).toContain("use the reveal"));
});

import { describe, expect, it } from "vitest";
import { answerProblem, givenOf, idleAnswers, isAsked, missingAnswers } from "@/lib/annotations/answers";
import { codebookWith, makeLabel, makeSet } from "@/tests/factories/questions";

const issue = makeSet("Issue", ["Economy", "Security"], { required: true });
const [economy, security] = issue.labels.map((label) => label.id) as [string, string];
const old = makeLabel("Trade", { mergedIntoId: economy });
const merged = { ...issue, labels: [...issue.labels, old] };
const who = makeSet("Who is heard", ["Traders"], { required: true, showWhen: { setId: issue.id, labelIds: [economy] } });
const how = makeSet("How", ["Loud"], { required: true, showWhen: { setId: who.id, labelIds: [who.labels[0]!.id] } });
const content = codebookWith([merged, who, how]);
const said = (...pairs: [string, string[]][]) => new Map(pairs);

describe("questions that hang on others", () => {
  it("are asked only when what they hang on was said, through every step", () => {
    expect(isAsked(content, who, givenOf(said()))).toBe(false);
    expect(isAsked(content, who, givenOf(said([issue.id, [economy]])))).toBe(true);
    expect(isAsked(content, how, givenOf(said([who.id, [who.labels[0]!.id]])))).toBe(false);
    expect(isAsked(content, how, givenOf(said([issue.id, [economy]], [who.id, [who.labels[0]!.id]])))).toBe(true);
  });

  it("take a merged label for the one that took it in", () => {
    expect(isAsked(content, who, givenOf(said([issue.id, [old.id]])))).toBe(true);
  });

  it("end where two hang on each other", () => {
    const a = makeSet("A", ["One"]);
    const b = makeSet("B", ["Two"], { showWhen: { setId: a.id, labelIds: [a.labels[0]!.id] } });
    const round = { ...a, showWhen: { setId: b.id, labelIds: [b.labels[0]!.id] } };
    expect(isAsked(codebookWith([round, b]), b, givenOf(said([a.id, [a.labels[0]!.id]], [b.id, [b.labels[0]!.id]])))).toBe(false);
  });

  it("hang on the framing of marks", () => {
    const tone = makeSet("Tone", ["Mocking"], { level: "span", required: true, showWhen: { setId: "framing", labelIds: ["critical"] } });
    const spans = [{ id: "1", framing: "critical", labelIds: [] }, { id: "2", framing: "neutral", labelIds: [] }, { id: "3", framing: "critical", labelIds: [tone.labels[0]!.id] }];
    expect(missingAnswers(codebookWith([tone]), said(), spans)).toEqual([{ setId: tone.id, name: "Tone", spanIds: ["1"] }]);
  });
});

describe("what is missing and what is idle", () => {
  it("names required questions in their order, as soon as they are asked", () => {
    expect(missingAnswers(content, said(), [])).toEqual([{ setId: issue.id, name: "Issue" }]);
    expect(missingAnswers(content, said([issue.id, [economy]]), [])).toEqual([{ setId: who.id, name: "Who is heard" }]);
    expect(missingAnswers(content, said([issue.id, [security]]), [])).toEqual([]);
    expect(missingAnswers(codebookWith([{ ...issue, archived: true }]), said(), [])).toEqual([]);
  });

  it("finds answers to questions that are no longer asked", () => {
    const answers = said([issue.id, [security]], [who.id, [who.labels[0]!.id]], [how.id, ["x"]]);
    expect(idleAnswers(content, answers)).toEqual([who.id, how.id]);
  });

  it("refuses labels that were merged away", () => {
    expect(answerProblem(content, merged, [old.id], givenOf(said()))?.message).toContain("no longer in use");
    expect(answerProblem(content, merged, [old.id], givenOf(said()), [old.id])).toBeNull();
  });
});

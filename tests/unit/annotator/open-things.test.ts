import { describe, expect, it } from "vitest";
import { datesIn } from "@/components/words/dates-in";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { assignmentWords } from "@/components/annotator/panes/assignment-words";
import { codedSentence, isCoded } from "@/components/annotator/panes/coded-blocks";
import { modelOf } from "@/components/annotator/state/model";
import { answerReviewsOf, askedAgain, looked, reviewsOf, whatChanged } from "@/components/annotator/state/reviews";
import { checkSubmission, stillOpen } from "@/components/annotator/state/submission";
import type { AnnotateDocument, BlockData } from "@/components/annotator/types";
import { annotateDocument, codebookOf, label, labelSet, span, t } from "./articles";

const judged = [{ targetId: "t1", value: 0 as const, confidence: null, note: "", version: 1 }];
const technique = labelSet("technique", [label("loaded")], { required: true, showWhen: { setId: "framing", labelIds: ["critical"] } });
const frame = labelSet("frame", [label("economy")], { level: "article", required: true });
const facts = (document: AnnotateDocument) => ({ model: modelOf(document), reviews: reviewsOf(document), answerReviews: answerReviewsOf(document) });
const open = (more: Partial<AnnotateDocument>) => {
  const document = annotateDocument({ codebookVersion: codebookOf([technique, frame]), ...more });
  return stillOpen(facts(document), document.targets, document.codebookVersion.content, t);
};

describe("what is still open", () => {
  it("names judgements, answers and marks to look at, each with the first place", () => {
    const found = open({ spans: [span("s2", 11, 16), span("s1", 6, 10)], reviews: [{ spanId: "s2", reason: "Narrower.", versionNumber: 2 }] });
    expect(found.map((one) => one.place)).toEqual([{ kind: "judgement", targetId: "t1" }, { kind: "answer", setId: "frame" }, { kind: "span", spanId: "s2", setId: null }]);
    expect(found.map((one) => one.sentence)).toEqual(["1 judgement is left: Council.", "3 answers are left: frame, technique.", "1 of your marks needs a look."]);
  });

  it("leads to the first mark in the text that lacks a required label", () => {
    const found = open({ judgements: judged, answers: [{ setId: "frame", labelIds: ["economy"], version: 1, needsReview: false }], spans: [span("s2", 11, 16), span("s1", 6, 10)] });
    expect(found).toEqual([{ place: { kind: "span", spanId: "s1", setId: "technique" }, sentence: "2 answers are left: technique." }]);
  });

  it("asks nothing of marks under a condition that does not hold, and is clear when all is said", () => {
    const document = annotateDocument({ codebookVersion: codebookOf([technique, frame]), judgements: judged, answers: [{ setId: "frame", labelIds: ["economy"], version: 1, needsReview: false }], spans: [span("s1", 6, 10, { framing: "neutral" })] });
    expect(checkSubmission({ ...facts(document), conflicts: 0 }, document.targets, document.codebookVersion.content, false, t)).toEqual({ kind: "clear" });
    expect(checkSubmission({ ...facts(document), conflicts: 1 }, document.targets, document.codebookVersion.content, false, t).kind).toBe("refused");
  });

  it("leads to an answer that a newer codebook asks to look at", () => {
    const found = open({ judgements: judged, answers: [{ setId: "frame", labelIds: ["economy"], version: 1, needsReview: true }] });
    expect(found).toEqual([{ place: { kind: "answer", setId: "frame" }, sentence: "frame: look again, the codebook changed." }]);
  });
});

describe("reviews", () => {
  const document = annotateDocument({
    spans: [span("s1", 6, 10)],
    reviews: [{ spanId: "s1", reason: "Narrower", versionNumber: 2 }, { spanId: "s1", reason: "Narrower", versionNumber: 3 }, { spanId: "s1", reason: "Split", versionNumber: 3 }],
    answers: [{ setId: "frame", labelIds: ["economy"], version: 1, needsReview: true }],
  });
  const all = { reviews: reviewsOf(document), answerReviews: answerReviewsOf(document) };

  it("are one for each span, with every reason once", () => {
    expect(all.reviews.get("s1")).toEqual({ reasons: ["Narrower", "Split"], versionNumber: 3 });
    expect(whatChanged(all.reviews.values())).toEqual(["Narrower", "Split"]);
  });

  it("end with whatever is done to the span or the answer, and come back when the server did not take it", () => {
    for (const change of [{ kind: "confirm", id: "s1" } as const, { kind: "edit", id: "s1", fields: { note: "x" } } as const, { kind: "delete", id: "s1" } as const]) {
      const after = looked(all, change);
      expect(after.reviews.size).toBe(0);
      expect(askedAgain(after, change, document).reviews).toEqual(all.reviews);
    }
    const kept = { kind: "answer", setId: "frame", labelIds: ["economy"] } as const;
    expect(looked(all, kept).answerReviews.size).toBe(0);
    expect(askedAgain(looked(all, kept), kept, document).answerReviews.has("frame")).toBe(true);
    expect(looked(all, { kind: "edit", id: "other", fields: { note: "x" } })).toBe(all);
    expect(looked(all, { kind: "judge", targetId: "t1", judgement: null })).toBe(all);
  });
});

const told = { t: translator("en", english, "annotate.work"), longDay: datesIn("en").longDay };

describe("what an assignment is for", () => {
  const work = { phase: "main", round: 1, dueOn: null, state: "in_progress" } as const;

  it("is said in words, and not at all for a first reading without a date", () => {
    expect(assignmentWords(work, 0, "2026-11-26", told)).toEqual([]);
    expect(assignmentWords({ ...work, phase: "practice", round: 2, dueOn: "2026-12-03" }, 0, "2026-11-26", told)).toEqual(["Practice", "Second reading", "Due 3 December"]);
    expect(assignmentWords({ ...work, state: "returned", dueOn: "2027-01-03" }, 1, "2026-11-26", told)).toEqual(["Submission 2", "Due 3 January 2027"]);
  });

  it("knows today, a day that has gone by, and work that is handed in", () => {
    const due = (dueOn: string, state: "in_progress" | "submitted" = "in_progress") => assignmentWords({ ...work, state, dueOn }, 0, "2026-11-26", told);
    expect(due("2026-11-26")).toEqual(["Due today"]);
    expect(due("2026-11-20")).toEqual(["Was due 20 November"]);
    expect(due("2026-12-20", "submitted")).toEqual([]);
  });
});

describe("named blocks", () => {
  const blocks: BlockData[] = (["headline", "byline", "paragraph", "paragraph", "chrome", "paragraph"] as const).map((kind, ordinal) => ({ ordinal, kind, start: ordinal * 10, end: ordinal * 10 + 5 }));

  it("are all when none is named", () => {
    expect(codedSentence(blocks, [], told.t)).toBeNull();
    expect(isCoded(3, [])).toBe(true);
    expect(isCoded(3, [0, 2])).toBe(false);
  });

  it("are said in a sentence", () => {
    expect(codedSentence(blocks, [0], told.t)).toBe("Only the headline is coded here.");
    expect(codedSentence(blocks, [0, 2], told.t)).toBe("Only the headline and the first paragraph are coded here.");
    expect(codedSentence(blocks, [0, 2, 3, 5], told.t)).toBe("Only the headline and the first 3 paragraphs are coded here.");
    expect(codedSentence(blocks, [5, 3], told.t)).toBe("Only 2 chosen paragraphs are coded here.");
    expect(codedSentence(blocks, [9], told.t)).toBe("Nothing of this article is coded here.");
  });
});

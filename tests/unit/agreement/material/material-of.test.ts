import { describe, expect, it } from "vitest";
import { DEFAULT_CHOICE, type Choice } from "@/lib/agreement/choice";
import type { AssignmentRow, BlockRow, LaterPlace, SubmissionRow } from "@/lib/agreement/material/kept-rows";
import { newTally } from "@/lib/agreement/material/left-out";
import { materialOf } from "@/lib/agreement/material/material-of";
import type { KeptSpan, KeptWork } from "@/lib/annotations/history";
import { mergeLabel } from "@/lib/codebook/lineage";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { codebookWith } from "@/tests/factories/questions";

const [loaded, charged] = [makeLabel("Loaded"), makeLabel("Charged")];
const words = makeSet("Words", [loaded, charged]);
const CODEBOOK = mergeLabel(codebookWith([words]), charged.id, loaded.id);
const BLOCKS: BlockRow[] = [[0, 0, 10, true], [1, 11, 30, false], [2, 31, 51, true]];

const span = (id: string, start: number, end: number, more: Partial<KeptSpan> & { codebookVersion?: number } = {}): KeptSpan => ({ id, targetId: "council", framing: "critical", voice: "own", parts: [{ start, end, quote: "" }], ...more });
const work = (spans: readonly KeptSpan[], more: Partial<KeptWork> = {}): KeptWork => ({ revisionId: "r2", spans, judgements: [], ...more });
type Submitted = { work: KeptWork; older?: boolean; blocks?: readonly number[]; codebookVersion?: number };

function made(submitted: readonly Submitted[], { choice = {}, later = [] }: { choice?: Partial<Choice>; later?: readonly LaterPlace[] } = {}) {
  const tally = newTally();
  const taken = submitted.map(({ blocks = [] }, i): AssignmentRow => ({ id: `a${i}`, articleId: "x", memberId: `m${i}`, phase: "main", round: 1, state: "submitted", blockOrdinals: blocks, firstSubmittedAt: "2026-03-02T10:00:00Z", peersSeen: false, sourceHidden: null, keyed: false, archived: false }));
  const submissions = submitted.map((one, i): SubmissionRow => ({ assignmentId: `a${i}`, content: JSON.stringify(one.work), older: one.older ?? false, codebookVersion: one.codebookVersion ?? 1 }));
  const material = materialOf({
    choice: { ...DEFAULT_CHOICE, ...choice }, phases: ["main"], taken, submissions, later, articlesRead: 1, annotatorsRead: 2, articles: [{ id: "x", title: "X", workId: "w", words: 12, blocks: BLOCKS }],
    names: { members: [{ id: "m1", name: "withdrawn-1" }, { id: "m0", name: "Heron" }, { id: "m2", name: "Tern" }], targets: [{ id: "old", name: "Old council", mergedIntoId: "council" }, { id: "council", name: "Council", mergedIntoId: null }, { id: "mayor", name: "Mayor", mergedIntoId: null }], codebook: CODEBOOK },
  }, tally);
  return { ...material, left: tally.list() };
}

const empty: Submitted = { work: work([]) };

describe("the material of a choice", () => {
  it("has marks in the body, by annotators in the project's order, those who left under the name they have now", () => {
    const { annotators, articles } = made([{ work: work([span("s1", 31, 35)]) }, empty]);
    expect(annotators).toEqual([{ id: "m1", name: "withdrawn-1" }, { id: "m0", name: "Heron" }]);
    expect(articles[0]).toMatchObject({ length: 30, words: 12, workId: "w" });
    expect(articles[0]?.works.map(({ annotator, spans }) => [annotator, spans.map(({ parts }) => [...parts])])).toEqual([[0, []], [1, [[10, 14]]]]);
  });

  it("follows merges of targets and labels", () => {
    const { articles, targets, sets } = made([{ work: work([span("s1", 0, 4, { targetId: "old", labelIds: [charged.id, loaded.id] })], { judgements: [{ targetId: "old", value: 2 }, { targetId: "council", value: -1 }, { targetId: "mayor", value: "unclear" }] }) }, empty]);
    const [, one] = articles[0]!.works;
    expect(targets.map(({ id }) => id)).toEqual(["council", "mayor"]);
    expect(one?.spans[0]).toMatchObject({ target: 0, labelIds: [loaded.id] });
    expect([...one!.judgements]).toEqual([[0, -1], [1, "unclear"]]);
    expect(sets[0]?.labels).toEqual([{ id: loaded.id, name: "Loaded" }]);
  });

  it("has the same countable text for all: the blocks that everybody had", () => {
    const { articles, left } = made([{ work: work([span("s1", 5, 10), span("s2", 32, 34)]), blocks: [0] }, { work: work([span("s3", 31, 33)]) }]);
    expect(articles[0]).toMatchObject({ length: 10, words: 4 });
    expect(articles[0]?.works.map(({ spans }) => spans.map(({ id }) => id))).toEqual([[], ["s1"]]);
    expect(left).toEqual([{ reason: "outside_blocks", assignments: 0, spans: 2 }]);
  });

  it("leaves out marks over words that can be marked no longer", () => {
    expect(made([{ work: work([span("s1", 5, 12)]) }, empty])).toMatchObject({ articles: [{ works: [{ spans: [] }, { spans: [] }] }], left: [{ reason: "no_longer_annotatable", assignments: 0, spans: 1 }] });
  });

  it("takes marks on an older text where they were anchored again, and drops those whose words went", () => {
    const older: Submitted = { work: work([span("s1", 0, 4), span("s2", 5, 8)], { revisionId: "r1" }), older: true };
    const found = made([older, empty], { later: [{ spanId: "s1", parts: [[2, 6]] }, { spanId: "s2", parts: [] }] });
    expect(found.articles[0]?.works[1]?.spans.map(({ parts }) => [...parts])).toEqual([[2, 6]]);
    expect(found.left).toEqual([{ reason: "older_text", assignments: 0, spans: 1 }]);
  });

  it("does not compare work on an older text at all where a mark's place is unknown", () => {
    const older: Submitted = { work: work([span("s1", 0, 4), span("s2", 5, 8)], { revisionId: "r1" }), older: true };
    expect(made([older, empty, empty], { later: [{ spanId: "s1", parts: [[2, 6]] }, { spanId: "s2", parts: null }] })).toMatchObject({ annotators: [{ id: "m1" }, { id: "m2" }], left: [{ reason: "older_text", assignments: 1, spans: 2 }] });
    expect(made([older, empty])).toMatchObject({ articles: [], annotators: [], left: [{ reason: "one_annotator_only", assignments: 1, spans: 0 }, { reason: "older_text", assignments: 1, spans: 2 }] });
  });

  it("can be without suggested marks, and of one codebook version, that of the day where nothing was marked", () => {
    expect(made([{ work: work([span("s1", 0, 4, { fromSuggestion: true }), span("s2", 5, 8)]) }, empty], { choice: { suggestions: "without" } }).left).toEqual([{ reason: "suggested", assignments: 0, spans: 1 }]);
    const versions = made([{ work: work([span("s1", 0, 4, { codebookVersion: 2 })]) }, { work: work([span("s2", 0, 4, { codebookVersion: 2 })]) }, { work: work([span("s3", 0, 4, { codebookVersion: 1 })]) }, { ...empty, codebookVersion: 2 }], { choice: { codebookVersion: 2 } });
    expect(versions.articles[0]?.works).toHaveLength(3);
    expect(versions.left).toEqual([{ reason: "codebook_version", assignments: 1, spans: 1 }]);
  });

  it("can be of some targets, of which merged ones name the one that stands", () => {
    const one: Submitted = { work: work([span("s1", 0, 4), span("s2", 5, 8, { targetId: "mayor" })], { judgements: [{ targetId: "mayor", value: 1 }] }) };
    const { articles } = made([one, empty], { choice: { targetIds: ["old"] } });
    expect(articles[0]?.works[1]).toMatchObject({ spans: [{ id: "s1" }], judgements: new Map() });
  });
});

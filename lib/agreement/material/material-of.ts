import type { KeptSpan, KeptWork } from "@/lib/annotations/history";
import { JUDGEMENTS, type JudgementValue } from "@/lib/annotations/span";
import { labelsOf } from "@/lib/codebook/content";
import { resolveLabel } from "@/lib/codebook/lineage";
import type { Choice, ComparedPhase } from "../choice";
import { countedRanges, inBody, lengthOf, touchesForbidden } from "./body";
import type { ArticleRow, AssignmentRow, LaterPlace, Names, SubmissionRow } from "./kept-rows";
import type { Tally } from "./left-out";
import type { Material, MaterialArticle, MaterialSet, MaterialSpan, Work } from "./material";

/** All that a material is made of; `submissions` are those of `taken`, `articles` those that they are on. */
export type Kept = {
  readonly choice: Choice;
  readonly phases: readonly ComparedPhase[];
  readonly taken: readonly AssignmentRow[];
  readonly submissions: readonly SubmissionRow[];
  readonly articles: readonly ArticleRow[];
  /** Of marks that were made on an older text. */
  readonly later: readonly LaterPlace[];
  readonly names: Names;
  readonly articlesRead: number;
  readonly annotatorsRead: number;
};

type Versioned = { readonly codebookVersion?: number | undefined };
/** A mark that found its place in the text, before it is cut to what counts. */
type Placed = { readonly span: KeptSpan; readonly parts: readonly (readonly [number, number])[] };
type Read = { readonly assignment: AssignmentRow; readonly work: KeptWork; readonly spans: readonly Placed[] };

/**
 * The material of a choice: submissions read from their JSON, marks brought onto the current text and into body
 * coordinates, merged targets and labels resolved. What is left out is added to `tally`. Articles that fewer than two
 * annotators are left on are no part of it.
 */
export function materialOf(kept: Kept, tally: Tally): Material {
  const resolve = resolver(kept.names);
  const later = new Map(kept.later.map(({ spanId, parts }) => [spanId, parts]));
  const assignments = new Map(kept.taken.map((one) => [one.id, one]));
  const byArticle = new Map<string, Read[]>();
  for (const submission of kept.submissions) {
    const assignment = assignments.get(submission.assignmentId);
    if (assignment === undefined) continue;
    const read = readSubmission(assignment, submission, kept.choice, later, tally);
    if (read !== null) byArticle.set(assignment.articleId, [...(byArticle.get(assignment.articleId) ?? []), read]);
  }
  const members = new Set([...byArticle.values()].filter((reads) => reads.length > 1).flatMap((reads) => reads.map(({ assignment }) => assignment.memberId)));
  const annotators = kept.names.members.filter(({ id }) => members.has(id));
  const numberOf = new Map(annotators.map(({ id }, i) => [id, i]));
  const targets = resolve.targets;
  const wanted = kept.choice.targetIds.length > 0 ? new Set(kept.choice.targetIds.map((id) => resolve.target(id))) : null;
  const articles: MaterialArticle[] = [];
  for (const article of kept.articles) {
    const reads = byArticle.get(article.id) ?? [];
    if (reads.length < 2) {
      for (const { work } of reads) tally.add("one_annotator_only", 1, work.spans.length);
      continue;
    }
    const ranges = countedRanges(article.blocks, reads.map(({ assignment }) => assignment.blockOrdinals));
    const place = (placed: Placed): MaterialSpan | null => {
      const target = resolve.target(placed.span.targetId);
      if (target === undefined || (wanted !== null && !wanted.has(target))) return null;
      if (touchesForbidden(placed.parts, article.blocks)) return tally.add("no_longer_annotatable", 0, 1), null;
      const parts = inBody(placed.parts, ranges);
      if (parts.length === 0) return tally.add("outside_blocks", 0, 1), null;
      const { id, framing, voice, device = null, labelIds = [] } = placed.span;
      return { id, target, framing, voice, device, labelIds: [...new Set(labelIds.map(resolve.label))], parts };
    };
    const works = reads.map(({ assignment, work, spans }): Work => ({
      annotator: numberOf.get(assignment.memberId) ?? 0,
      submittedAt: assignment.firstSubmittedAt ?? "",
      spans: spans.flatMap((span) => place(span) ?? []),
      judgements: judgementsOf(work, { of: resolve.target, stands: resolve.stands }, wanted),
      answers: new Map((work.answers ?? []).map(({ setId, labelIds }) => [setId, [...new Set(labelIds.map(resolve.label))]])),
    }));
    const length = lengthOf(ranges);
    const whole = lengthOf(countedRanges(article.blocks, []));
    articles.push({ id: article.id, title: article.title, workId: article.workId, length, words: whole > 0 ? (article.words * length) / whole : 0, ranges, works: works.sort((a, b) => a.annotator - b.annotator) });
  }
  return { annotators, targets, sets: setsOf(kept.names), articles, articlesRead: kept.articlesRead, annotatorsRead: kept.annotatorsRead, phases: kept.phases, leftOut: tally.list() };
}

function readSubmission(assignment: AssignmentRow, submission: SubmissionRow, choice: Choice, later: ReadonlyMap<string, LaterPlace["parts"]>, tally: Tally): Read | null {
  const work = JSON.parse(submission.content) as KeptWork;
  if (choice.codebookVersion !== null && versionsOf(work, submission.codebookVersion).some((version) => version !== choice.codebookVersion)) return tally.add("codebook_version", 1, work.spans.length), null;
  const spans: Placed[] = [];
  for (const span of work.spans) {
    // Its words had gone when it was submitted: nobody else could mark them.
    if (span.orphaned) tally.add("older_text", 0, 1);
    else if (choice.suggestions === "without" && span.fromSuggestion) tally.add("suggested", 0, 1);
    else if (!submission.older) spans.push({ span, parts: span.parts.map(({ start, end }) => [start, end]) });
    else {
      const parts = later.get(span.id) ?? null;
      if (parts === null) return tally.add("older_text", 1, work.spans.length), null;
      if (parts.length > 0) spans.push({ span, parts });
      else tally.add("older_text", 0, 1);
    }
  }
  return { assignment, work, spans };
}

/** The codebook versions that a submission was made with; that of the day where it carries nothing. */
function versionsOf(work: KeptWork, ofTheDay: number): number[] {
  const versions = [...work.spans, ...work.judgements, ...(work.answers ?? [])].flatMap((one) => (one as Versioned).codebookVersion ?? []);
  return versions.length > 0 ? versions : [ofTheDay];
}

type Targets = { of(id: string): number | undefined; stands(id: string): boolean };
const VALUES: ReadonlySet<unknown> = new Set(JUDGEMENTS);

function judgementsOf(work: KeptWork, target: Targets, wanted: ReadonlySet<number | undefined> | null): Map<number, JudgementValue> {
  const judged = new Map<number, JudgementValue>();
  for (const { targetId, value } of work.judgements) {
    const index = target.of(targetId);
    if (index === undefined || (wanted !== null && !wanted.has(index)) || !VALUES.has(value)) continue;
    // Of two judgements that a merge made those of one target, the one given to the target that stands counts.
    if (!judged.has(index) || target.stands(targetId)) judged.set(index, value as JudgementValue);
  }
  return judged;
}

function resolver({ targets, codebook }: Names) {
  const standing = targets.filter(({ mergedIntoId }) => mergedIntoId === null);
  const index = new Map(standing.map(({ id }, i) => [id, i]));
  for (const { id, mergedIntoId } of targets) if (mergedIntoId !== null && index.has(mergedIntoId)) index.set(id, index.get(mergedIntoId) ?? 0);
  const labels = new Map(labelsOf(codebook).map(({ label }) => [label.id, resolveLabel(codebook, label.id)]));
  return { targets: standing.map(({ id, name }) => ({ id, name })), target: (id: string) => index.get(id), stands: (id: string) => standing.some((one) => one.id === id), label: (id: string) => labels.get(id) ?? id };
}

const setsOf = ({ codebook }: Names): MaterialSet[] =>
  codebook.sets.map(({ id, name, level, choice, labels }) => ({ id, name, level, choice, labels: labels.filter((label) => label.mergedIntoId === null).map((label) => ({ id: label.id, name: label.name })) }));

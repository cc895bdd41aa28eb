import type { CodebookContent, LabelSet, ShowWhen } from "@/lib/codebook/content";
import { isUsable, resolveLabel, usableLabels } from "@/lib/codebook/lineage";

/** What was said so far, on which it hangs whether further questions are asked: framings and labels, of one span or of an article. */
export type Given = { readonly framings: readonly string[]; readonly labelIds: readonly string[] };

/** The article-level answers of one annotator, by set. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** A span as far as its answers go. */
export type AnsweredSpan = { readonly id: string; readonly framing: string; readonly labelIds: readonly string[] };

/** A required question without its answer; `spanIds` where it is asked of spans. */
export type MissingAnswer = { readonly setId: string; readonly name: string; readonly spanIds?: readonly string[] };

/** What is wrong with the answer to a set, and where. */
export type AnswerProblem = { readonly path: string; readonly message: string };

/** The sets that are asked, in their order. */
export const askedSets = (content: CodebookContent, level: LabelSet["level"]): LabelSet[] => content.sets.filter((set) => set.level === level && !set.archived);

const holdsWhen = (content: CodebookContent, when: ShowWhen, given: Given): boolean => {
  if (when.setId === "framing") return when.labelIds.some((id) => given.framings.includes(id));
  const said = new Set(given.labelIds.map((id) => resolveLabel(content, id)));
  return when.labelIds.some((id) => said.has(resolveLabel(content, id)));
};

/** Whether a set is asked, given what was said: its condition holds, and that of the question it hangs on. */
export function isAsked(content: CodebookContent, set: LabelSet, given: Given): boolean {
  const seen = new Set<string>();
  let at: LabelSet | undefined = set;
  while (at !== undefined && !at.archived && !seen.has(at.id)) {
    seen.add(at.id);
    const when: ShowWhen | null = at.showWhen;
    if (when === null) return true;
    if (!holdsWhen(content, when, given)) return false;
    if (when.setId === "framing") return true;
    at = content.sets.find((other) => other.id === when.setId);
  }
  return false;
}

/** What an article-level question can hang on: the answers to others. */
export const givenOf = (answers: Answers): Given => ({ framings: [], labelIds: [...answers.values()].flat() });

/** What is wrong with `labelIds` as the answer to a set, or null. No labels at all is an answer taken back; those `carried` before may have gone out of use. */
export function answerProblem(content: CodebookContent, set: LabelSet, labelIds: readonly string[], given: Given, carried: readonly string[] = []): AnswerProblem | null {
  if (labelIds.length === 0) return null;
  if (new Set(labelIds).size < labelIds.length) return { path: "/labelIds", message: "names a label twice" };
  for (const [index, id] of labelIds.entries()) {
    const label = set.labels.find((one) => one.id === id);
    if (label === undefined) return { path: `/labelIds/${index}`, message: `is no label of “${set.name}”` };
    if (!isUsable(label) && !carried.includes(id)) return { path: `/labelIds/${index}`, message: `“${label.name}” is no longer in use` };
  }
  if (set.choice === "single" && labelIds.length > 1) return { path: "/labelIds", message: `“${set.name}” takes one label` };
  return isAsked(content, set, given) ? null : { path: "/labelIds", message: `“${set.name}” is not asked here; another answer decides that` };
}

const answered = (set: LabelSet, labelIds: readonly string[]): boolean => set.labels.some((label) => labelIds.includes(label.id));

/** The sets that must be answered where they are asked. One without a label to choose asks for none. */
const requiredSets = (content: CodebookContent, level: LabelSet["level"]): LabelSet[] => askedSets(content, level).filter((set) => set.required && usableLabels(set).length > 0);

/** The required questions that have no answer: of the article once, of spans with every span that lacks one. */
export function missingAnswers(content: CodebookContent, answers: Answers, spans: readonly AnsweredSpan[]): MissingAnswer[] {
  const given = givenOf(answers);
  const ofArticle = requiredSets(content, "article")
    .filter((set) => (answers.get(set.id) ?? []).length === 0 && isAsked(content, set, given))
    .map(({ id, name }) => ({ setId: id, name }));
  const ofSpans = requiredSets(content, "span")
    .map((set) => ({
      setId: set.id,
      name: set.name,
      spanIds: spans.filter((span) => !answered(set, span.labelIds) && isAsked(content, set, { framings: [span.framing], labelIds: span.labelIds })).map((span) => span.id),
    }))
    .filter((one) => one.spanIds.length > 0);
  return [...ofArticle, ...ofSpans];
}

/** Sets whose answers no longer count, since what they hang on was answered otherwise later. */
export function idleAnswers(content: CodebookContent, answers: Answers): string[] {
  const given = givenOf(answers);
  return [...answers].filter(([setId, labelIds]) => {
    const set = content.sets.find((one) => one.id === setId);
    return labelIds.length > 0 && set !== undefined && !set.archived && !isAsked(content, set, given);
  }).map(([setId]) => setId);
}

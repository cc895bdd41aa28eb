import type { Work } from "@/lib/assignments/progress";
import { labelNames, type LabelCount } from "@/lib/assignments/progress-labels";
import type { CodebookContent } from "@/lib/codebook/content";
import { BOM, type Cell, csvRecords } from "./csv";

/** What a table of progress can be about. */
export const PROGRESS_TABLES = ["annotator", "article", "outlet", "label", "day", "aside"] as const;
export type ProgressTable = (typeof PROGRESS_TABLES)[number];

const STATES = ["assigned", "in_progress", "returned", "submitted"] as const;
const places = (work: Work): Cell[] => [work.assigned, work.inProgress, work.returned, work.submitted];

export const PROGRESS_COLUMNS: Readonly<Record<ProgressTable, readonly string[]>> = {
  annotator: ["annotator", "left", ...STATES, ...STATES.map((state) => `practice_${state}`), "practice_score", "practice_passed", "gold_score", "last_day", "pace_per_active_day", "overdue", "waited_for_articles"],
  article: ["article_id", "title", "outlet", "assigned", "submitted", "open"],
  outlet: ["outlet", "outlet_id", ...STATES],
  label: ["question", "label", "label_id", "annotator", "marks"],
  day: ["day", "annotator", "first_submissions"],
  aside: ["assignment_id", "article_id", "title", "annotator", "state", "skipped_at", "skip_reason", "flagged_at", "flag_note"],
};

type Annotator = Work & { memberId: string; name: string; left: boolean; practice: Work; practiceScore: { score: number } | null; passed: boolean | null; gold: { score: number } | null; lastDay: string | null; pace: number | null; overdue: { n: number } | null };
type Aside = { assignmentId: string; articleId: string; title: string; name: string; state: string; skippedAt: Date | null; skipReason: string; flaggedAt: Date | null; flagNote: string };
type Article = { articleId: string; title: string; outlet: string | null; assigned: number; submitted: number; open: readonly { name: string; state: string }[] };

/** One row per person; `waiting` says how many articles wait for them. */
export const annotatorRecords = (annotators: readonly Annotator[], waiting: readonly { memberId: string; articles: number }[]): Cell[][] =>
  annotators.map((one) => [
    one.name, one.left, ...places(one), ...places(one.practice), one.practiceScore?.score ?? null, one.passed, one.gold?.score ?? null,
    one.lastDay, one.pace, one.overdue?.n ?? 0, waiting.find((held) => held.memberId === one.memberId)?.articles ?? 0,
  ]);

/** One row per article; those who have not submitted stand together, "name (state)" with bars between them. */
export const articleRecords = (articles: readonly Article[]): Cell[][] =>
  articles.map((one) => [one.articleId, one.title, one.outlet, one.assigned, one.submitted, one.open.map((who) => `${who.name} (${who.state.replace("_", " ")})`).join("|")]);

/** One row per assignment that is skipped, flagged or both. */
export const asideRecords = (items: readonly Aside[]): Cell[][] =>
  items.map((one) => [one.assignmentId, one.articleId, one.title, one.name, one.state, one.skippedAt?.toISOString() ?? null, one.skipReason, one.flaggedAt?.toISOString() ?? null, one.flagNote]);

/** One row per outlet; the unknown one has an empty name. */
export const outletRecords = (outlets: readonly (Work & { outletId: string | null; name: string | null })[]): Cell[][] => outlets.map((one) => [one.name, one.outletId, ...places(one)]);

/** One row per label and annotator who used it, merged labels under the one that took them in. */
export function labelRecords(content: CodebookContent, counts: readonly LabelCount[], nameOf: (memberId: string) => string): Cell[][] {
  const { groups, rootOf } = labelNames(content);
  const known = new Map(groups.flatMap((group) => group.labels.map((label) => [label.id, { question: group.name, name: label.name }] as const)));
  const sums = new Map<string, { label: string; memberId: string; n: number }>();
  for (const { label, memberId, n } of counts) {
    const [root, key] = [rootOf(label), `${rootOf(label)} ${memberId}`];
    sums.set(key, { label: root, memberId, n: (sums.get(key)?.n ?? 0) + n });
  }
  const order = [...known.keys()];
  const place = (label: string): number => (order.indexOf(label) + 1 || order.length + 1);
  return [...sums.values()]
    .sort((a, b) => place(a.label) - place(b.label) || (nameOf(a.memberId) < nameOf(b.memberId) ? -1 : 1))
    .map((one) => [known.get(one.label)?.question ?? null, known.get(one.label)?.name ?? null, one.label, nameOf(one.memberId), one.n]);
}

/** A whole table as CSV, its first line included. */
export const progressCsv = (table: ProgressTable, records: readonly (readonly Cell[])[]): string => `${BOM}${csvRecords([PROGRESS_COLUMNS[table], ...records])}`;

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import type { Framing } from "@/lib/codebook/framing";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { countPupils, heatOf, splitsOf, type ClassMark, type Counts, type HeatSegment, type Split } from "../heat";
import { passagesOf, type OwnMark } from "../passages";
import { OPEN_BLOCKS } from "./open-blocks";
import { readLesson } from "./read-lesson";

type Mark = ClassMark & { later: boolean; note: string; pseudonym: string; spanId: string };

// Marks of those who handed the article in, about one target or what was merged into it; a removed pupil's stay.
const MARKS = `
  SELECT s.id || ' ' || p.ordinal AS id, s.id AS "spanId", s.member_id AS "memberId", s.framing, p.start_offset AS start, p.end_offset AS end, s.peers_seen OR s.changed_after_reveal AS later, s.note, m.pseudonym
  FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND a.state = 'submitted' AND a.round = 1
  JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id AND m.role = 'annotator'
  JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id
  JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ar.current_revision_id
  JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id
  WHERE s.project_id = $1 AND s.article_id = $2 AND coalesce(t.merged_into_id, t.id) = $3 AND s.deleted_at IS NULL ORDER BY s.created_at, s.id`;

type Place = { articleId: string; targetId?: string | undefined };

/** Refuses whoever may not see the class's marks yet, as if there were no such thing; then the target that is meant. */
async function placeOf(actor: MemberActor, { articleId, targetId }: Place): Promise<{ articleId: string; targetId: string | null; namesShown: boolean; sourceHidden: boolean }> {
  if (!seesPeers(actor)) throw notFound();
  const lesson = await readLesson(actor);
  if (!lesson.articles.some((one) => one.articleId === articleId)) throw notFound();
  const target = targetId === undefined ? lesson.targets[0] : lesson.targets.find((one) => one.id === targetId);
  if (targetId !== undefined && !target) throw notFound();
  return { articleId, targetId: target?.id ?? null, namesShown: lesson.namesShown, sourceHidden: lesson.sourceHidden };
}

const marksOf = (actor: MemberActor, { articleId, targetId }: { articleId: string; targetId: string | null }): Promise<Mark[]> => (targetId === null ? Promise.resolve([]) : rows<Mark>(MARKS, [actor.projectId, articleId, targetId]));

/** What a class marked in one article about one target: counts of pupils, and nothing more. */
export type Heat = {
  articleId: string; targetId: string | null; title: string; language: string | null; outlet: string | null; byline: string | null;
  blocks: { ordinal: number; kind: string; start: number; text: string }[];
  /** How many handed the article in, how many of them marked anything, and how many marked only after the reveal. */
  handedIn: number; marked: number; later: number;
  segments: HeatSegment[]; passages: HeatSegment[]; splits: Split[];
  /** What the one who asks marked, whenever. */
  mine: OwnMark[];
};

const ARTICLE = `
  SELECT a.title, a.language, CASE WHEN $3 THEN o.name END AS outlet, CASE WHEN $3 THEN a.byline END AS byline,
         ${OPEN_BLOCKS} AS blocks,
         (SELECT count(*)::int FROM assignment s JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id AND m.role = 'annotator' WHERE s.project_id = $1 AND s.article_id = a.id AND s.round = 1 AND s.state = 'submitted') AS "handedIn"
  FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id
  LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id WHERE x.project_id = $1 AND a.id = $2`;

/** The heat map of an article: for the teacher at any time, for pupils from the reveal on. Newspaper and byline are told once they are revealed. */
export async function readHeat(actor: MemberActor, place: Place): Promise<Heat> {
  const where = await placeOf(actor, place);
  const [article, marks] = await Promise.all([row<Pick<Heat, "title" | "language" | "outlet" | "byline" | "blocks" | "handedIn">>(ARTICLE, [actor.projectId, where.articleId, !where.sourceHidden]), marksOf(actor, where)]);
  if (!article) throw notFound();
  const counted = marks.filter(({ later }) => !later);
  const before = new Set(counted.map(({ memberId }) => memberId));
  return { articleId: where.articleId, targetId: where.targetId, ...article, marked: before.size, later: new Set(marks.filter(({ memberId }) => !before.has(memberId)).map(({ memberId }) => memberId)).size, segments: heatOf(counted), passages: passagesOf(counted), splits: splitsOf(counted), mine: marks.filter(({ memberId }) => memberId === actor.memberId).map(({ start, end, framing }) => ({ start, end, framing })) };
}

/** One passage with both sides: how many pupils marked any of its words in which way, and why they did. Names only where the teacher shows them. */
export type Passage = { counts: Counts; marked: number; reasons: { framing: Framing; note: string; name: string | null; mine: boolean }[] };

/** What the class thought of a passage. Rights as of the heat map. */
export async function readPassage(actor: MemberActor, place: Place & { start: number; end: number }): Promise<Passage> {
  const where = await placeOf(actor, place);
  const marks = (await marksOf(actor, where)).filter(({ later }) => !later);
  const here = marks.filter((mark) => mark.start < place.end && place.start < mark.end);
  const reasons = new Map(here.filter(({ note }) => note !== "").map((mark) => [mark.spanId, { framing: mark.framing, note: mark.note, name: where.namesShown && actor.role === "coordinator" ? mark.pseudonym : null, mine: mark.memberId === actor.memberId }]));
  return { counts: countPupils(here), marked: new Set(marks.map(({ memberId }) => memberId)).size, reasons: [...reasons.values()] };
}

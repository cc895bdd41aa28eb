import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { BlockKind } from "../blocks";
import type { BlockReason } from "../extract/understood";
import { speechOf } from "../reading";
import { type VoiceShares, voiceShares } from "../voice-shares";
import { HEAD_COLUMNS, HEAD_JOINS, viewColumns, type ArticleHead, type ArticleView } from "./article-sql";
import { textMask, titleMask } from "./source-mask";
import { binder, seesAllArticles, seesProgress, visibleArticles } from "./visible";

export type StoredBlock = { ordinal: number; kind: BlockKind; start: number; end: number; version: number };
/** A block with why it was taken for its kind: null for an ordinary paragraph, and where the source is hidden. */
export type ReasonedBlock = StoredBlock & { reason: BlockReason | null };
export type CopyOfWork = { id: string; title: string; outlet: string | null; publisher: string | null; archived: boolean };
export type AssignedMember = { assignmentId: string; memberId: string; pseudonym: string; state: string; submittedAt: Date | null; phase: string; round: number; dueOn: string | null; locked: boolean; version: number };
export type ArticleDocument = ArticleHead & {
  own: ArticleView["own"];
  revision: { id: string; number: number; sha256: string | null; createdAt: Date };
  blocks: ReasonedBlock[];
  text: string;
  /** Null where the source is hidden: what is found in the true text depends on it. */
  voiceShares: VoiceShares | null;
  /** Other articles that carry the same words; null for annotators. */
  copies: CopyOfWork[] | null;
  /** Who works on it; null for those who may not see others' progress. */
  assigned: AssignedMember[] | null;
  /** Standing marks, judgements and answers that were changed after others' marks or the source were shown; null for those who may not see others' work. */
  changedAfterReveal: number | null;
};

/** What of an article stands in one row, without its text. Throws 404 where the actor may not see it. */
export async function articleHead(actor: MemberActor, articleId: string, tx?: Sql): Promise<ArticleHead> {
  const { values, bind } = binder();
  const found = await row<ArticleHead>(`SELECT ${HEAD_COLUMNS} FROM article a ${HEAD_JOINS} WHERE ${visibleArticles(actor, bind)} AND a.id = ${bind(articleId)}`, values, tx);
  if (!found) throw notFound();
  return (await titleMask(actor, { articleIds: [found.id] })).head(found);
}

/** The whole article as captured: text, blocks, provenance, fingerprint. */
export async function readArticle(actor: MemberActor, articleId: string): Promise<ArticleDocument> {
  const { values, bind } = binder();
  const found = await row<ArticleHead & ArticleView & { workId: string; revision: ArticleDocument["revision"]; text: string }>(
    `SELECT ${HEAD_COLUMNS}, ${viewColumns(actor, bind)}, a.work_id AS "workId", r.text,
            json_build_object('id', r.id, 'number', r.number, 'sha256', encode(r.sha256, 'hex'), 'createdAt', r.created_at) AS revision
     FROM article a ${HEAD_JOINS} JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id
     WHERE ${visibleArticles(actor, bind)} AND a.id = ${bind(articleId)}`,
    values,
  );
  if (!found) throw notFound();
  const { workId, counts: _counts, copies: _copies, ...article } = found;
  const [blocks, copies, assigned, changedAfterReveal] = await Promise.all([
    blocksOf(actor, found.revision.id),
    seesAllArticles(actor) ? copiesOf(actor, articleId, workId) : null,
    seesProgress(actor) ? assignedTo(actor, articleId) : null,
    seesProgress(actor) ? changedLate(actor, articleId) : null,
  ]);
  const mask = await textMask(actor, { articleIds: [found.id] });
  const sha256 = mask.hidden(found.id) ? null : found.revision.sha256;
  const revision = { ...found.revision, sha256, createdAt: new Date(found.revision.createdAt) };
  return { ...mask.head(article), text: mask.text(found.id, article.text), voiceShares: mask.hidden(found.id) ? null : voiceShares(blocks, speechOf(article.text, blocks, article.language)), revision, blocks: mask.hidden(found.id) ? blocks.map((block) => ({ ...block, reason: null })) : blocks, copies, assigned, changedAfterReveal };
}

/** The blocks of a revision in the order of the text. */
export const blocksOf = (actor: MemberActor, revisionId: string, tx?: Sql): Promise<ReasonedBlock[]> =>
  rows<ReasonedBlock>(
    `SELECT ordinal, kind, start_offset AS start, end_offset AS "end", version, reason FROM block WHERE project_id = $1 AND revision_id = $2 ORDER BY ordinal`,
    [actor.projectId, revisionId],
    tx,
  );

const copiesOf = (actor: MemberActor, articleId: string, workId: string): Promise<CopyOfWork[]> =>
  rows<CopyOfWork>(
    `SELECT a.id, a.title, o.name AS outlet, p.name AS publisher, a.state = 'archived' AS archived FROM article a ${HEAD_JOINS}
     WHERE a.project_id = $1 AND a.work_id = $2 AND a.id <> $3 ORDER BY a.created_at, a.id LIMIT 200`,
    [actor.projectId, workId, articleId],
  );

const assignedTo = (actor: MemberActor, articleId: string): Promise<AssignedMember[]> =>
  rows<AssignedMember>(
    `SELECT s.id AS "assignmentId", s.member_id AS "memberId", m.pseudonym, s.state, s.submitted_at AS "submittedAt",
            s.phase, s.round, to_char(s.due_on, 'YYYY-MM-DD') AS "dueOn", s.locked, s.version
     FROM assignment s JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
     WHERE s.project_id = $1 AND s.article_id = $2 ORDER BY m.pseudonym_key, s.round`,
    [actor.projectId, articleId],
  );

async function changedLate(actor: MemberActor, articleId: string): Promise<number> {
  const late = (table: string, standing: string): string => `SELECT count(*) AS n FROM ${table} x WHERE x.project_id = $1 AND x.article_id = $2 AND x.changed_after_reveal AND ${standing}`;
  const found = await row<{ n: number }>(
    `SELECT sum(n)::int AS n FROM (${late("span", "x.deleted_at IS NULL")} UNION ALL ${late("judgement", "x.value IS NOT NULL")} UNION ALL ${late("article_answer", "cardinality(x.label_ids) > 0")}) late`,
    [actor.projectId, articleId],
  );
  return found?.n ?? 0;
}

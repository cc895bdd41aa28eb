import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { OUTCOMES, type Outcome } from "@/lib/articles/reanchor/reanchor";
import { paragraphDiff, type DiffParagraph } from "@/lib/articles/reanchor/paragraph-diff";
import { capturedTexts, type CapturedText } from "@/lib/articles/server/captured-texts";
import { articleHead } from "@/lib/articles/server/read-article";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { TextIndex } from "@/lib/text/text-index";
import { TOLD } from "../visible";
import type { MovedMark, OutcomeCounts } from "./revise";

/** One text that an article had or has. */
export type RevisionLine = { id: string; number: number; createdAt: Date; by: string | null; note: string; current: boolean; codePoints: number; marks: OutcomeCounts };
export type RevisionReport = { revision: RevisionLine; items: (MovedMark & { outcome: Outcome })[]; next: string | null };

const counted = OUTCOMES.map((outcome) => `'${outcome}', count(*) FILTER (WHERE n.outcome = '${outcome}')`).join(", ");
const LINES = `
SELECT r.id, r.number, r.created_at AS "createdAt", m.pseudonym AS by, r.note, r.id = a.current_revision_id AS current, r.code_points AS "codePoints",
  (SELECT json_build_object(${counted}) FROM span_anchor n JOIN span s ON s.project_id = n.project_id AND s.id = n.span_id AND s.deleted_at IS NULL WHERE n.project_id = r.project_id AND n.revision_id = r.id) AS marks
FROM article a JOIN revision r ON r.project_id = a.project_id AND r.article_id = a.id LEFT JOIN member m ON m.project_id = r.project_id AND m.id = r.created_by
WHERE a.project_id = $1 AND a.id = $2`;

/** The texts that an article had, the newest first, with what became of the marks on each. Throws 404 for an article that is not there. */
export async function articleRevisions(actor: MemberActor, articleId: string): Promise<RevisionLine[]> {
  await articleHead(actor, articleId);
  return rows<RevisionLine>(`${LINES} ORDER BY r.number DESC LIMIT 500`, [actor.projectId, articleId]);
}

async function lineOf(actor: MemberActor, articleId: string, revisionId: string): Promise<RevisionLine> {
  const found = await row<RevisionLine>(`${LINES} AND r.id = $3`, [actor.projectId, articleId, revisionId]);
  if (!found) throw notFound();
  return found;
}

const words = (revision: string): string => `(SELECT string_agg(p.quote, ' … ' ORDER BY p.ordinal) FROM span_part p WHERE p.project_id = n.project_id AND p.span_id = n.span_id AND p.revision_id = ${revision})`;

/**
 * What became of standing marks when a revision was made: by default those that are not exact. `before` are the words
 * on the revision before, `after` those that the mark has on this one now; an orphan that was marked again has some. Of others' work that was never submitted, the outcome alone is told.
 * @param query `after`: the span behind which to go on
 */
export async function revisionReport(actor: MemberActor, articleId: string, revisionId: string, query: { outcomes?: readonly Outcome[] | undefined; after?: string | undefined; limit: number }): Promise<RevisionReport> {
  const revision = await lineOf(actor, articleId, revisionId);
  const found = await rows<MovedMark>(
    `SELECT n.span_id AS "spanId", NOT ${TOLD("$6")} AS open, n.outcome, n.score,
       CASE WHEN ${TOLD("$6")} THEN m.pseudonym END AS annotator, CASE WHEN ${TOLD("$6")} THEN t.name END AS target,
       CASE WHEN ${TOLD("$6")} THEN coalesce(${words("n.from_revision_id")}, '') END AS before, CASE WHEN ${TOLD("$6")} THEN ${words("n.revision_id")} END AS after
     FROM span_anchor n JOIN span s ON s.project_id = n.project_id AND s.id = n.span_id AND s.deleted_at IS NULL JOIN assignment w ON w.project_id = s.project_id AND w.id = s.assignment_id JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
     JOIN target t0 ON t0.project_id = s.project_id AND t0.id = s.target_id JOIN target t ON t.project_id = s.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)
     WHERE n.project_id = $1 AND n.revision_id = $2 AND n.outcome = ANY($3::text[]) AND ($4::uuid IS NULL OR n.span_id > $4) ORDER BY n.span_id LIMIT $5`,
    [actor.projectId, revisionId, query.outcomes ?? OUTCOMES.filter((outcome) => outcome !== "exact"), query.after ?? null, query.limit + 1, actor.memberId],
  );
  const items = found.slice(0, query.limit);
  return { revision, items, next: found.length > query.limit ? (items.at(-1)?.spanId ?? null) : null };
}

/** The paragraphs of a revision beside those of the one before it; none for the first. */
export async function revisionDiff(actor: MemberActor, articleId: string, revisionId: string): Promise<DiffParagraph[]> {
  const { number } = await lineOf(actor, articleId, revisionId);
  const before = await row<{ id: string }>("SELECT id FROM revision WHERE project_id = $1 AND article_id = $2 AND number = $3", [actor.projectId, articleId, number - 1]);
  if (!before) return [];
  const texts = await capturedTexts(actor, [before.id, revisionId]);
  return paragraphDiff(paragraphsOf(texts.get(before.id)), paragraphsOf(texts.get(revisionId)));
}

function paragraphsOf(of: CapturedText | undefined): string[] {
  if (!of) return [];
  const index = new TextIndex(of.text);
  return of.blocks.map((block) => index.slice(block.start, block.end));
}

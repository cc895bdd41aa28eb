import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { ordered, type Verdict, type VerdictPlace, type VerdictSubject, type VerdictWord } from "../verdict";
import { checkCompares } from "./sight";

/** `replaces` is the verdict that the person saw standing over the two places, null where they saw none. */
export type VerdictDraft = { id?: string | undefined; subject: VerdictSubject; a: VerdictPlace; b: VerdictPlace; verdict: VerdictWord; note?: string | undefined; replaces?: string | null | undefined };

const SELECT = `SELECT v.id, v.subject, v.verdict, v.note, v.member_id AS "memberId", m.pseudonym AS "memberName", to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, v.version,
    jsonb_build_object('articleId', v.article_id, 'revisionId', v.revision_id, 'start', v.start_offset, 'end', v.end_offset) AS a,
    jsonb_build_object('articleId', v.other_article_id, 'revisionId', v.other_revision_id, 'start', v.other_start_offset, 'end', v.other_end_offset) AS b
  FROM comparison_verdict v LEFT JOIN member m ON m.project_id = v.project_id AND m.id = v.member_id`;

/** What was said of places in these articles' current texts and stands, the oldest first; at most 5,000. */
export async function readVerdicts(actor: MemberActor, subject: VerdictSubject, articleIds: readonly string[]): Promise<Verdict[]> {
  checkCompares(actor);
  return rows<Verdict>(
    `${SELECT} JOIN article x ON x.project_id = v.project_id AND x.id = v.article_id AND x.current_revision_id = v.revision_id
     JOIN article y ON y.project_id = v.project_id AND y.id = v.other_article_id AND y.current_revision_id = v.other_revision_id
     WHERE v.project_id = $1 AND v.subject = $2 AND v.withdrawn_at IS NULL AND v.article_id = ANY($3::uuid[]) AND v.other_article_id = ANY($3::uuid[]) ORDER BY v.at, v.id LIMIT 5000`,
    [actor.projectId, subject, articleIds],
  );
}

/** What was said of places in these articles and stands, also of earlier texts of theirs, the oldest first; at most 5,000. */
export async function readVerdictsOfAllTexts(actor: MemberActor, subject: VerdictSubject, articleIds: readonly string[]): Promise<Verdict[]> {
  checkCompares(actor);
  return rows<Verdict>(
    `${SELECT} WHERE v.project_id = $1 AND v.subject = $2 AND v.withdrawn_at IS NULL AND v.article_id = ANY($3::uuid[]) AND v.other_article_id = ANY($3::uuid[]) ORDER BY v.at, v.id LIMIT 5000`,
    [actor.projectId, subject, articleIds],
  );
}

/**
 * Keeps what somebody says of two places. It takes the place of the verdict that stood there, which stays as withdrawn.
 * Refuses (409) a verdict that another one overtook or whose text was corrected, (422) places that carry no words that count, (404) articles that are not there.
 */
export const giveVerdict = (actor: MemberActor, op: Op, draft: VerdictDraft): Promise<Verdict> =>
  runOperation(actor, op, async (tx) => {
    checkCompares(actor);
    const [a, b] = ordered(draft.a, draft.b);
    if (a.articleId === b.articleId) throw invalid("The two places have to lie in two articles.", { errors: [{ path: "/b/articleId", message: "is the article of the other place" }] });
    if (draft.subject === "passage" && draft.verdict === "conflict") throw invalid("Passages tell the same or do not; only facts can conflict.", { errors: [{ path: "/verdict", message: "does not fit a passage" }] });
    for (const place of [a, b]) await checkPlace(actor, place, tx);
    const where = [actor.projectId, draft.subject, a.revisionId, a.start, a.end, b.revisionId, b.start, b.end];
    const standing = await row<Verdict>(`${SELECT} WHERE v.project_id = $1 AND v.subject = $2 AND v.revision_id = $3 AND v.start_offset = $4 AND v.end_offset = $5 AND v.other_revision_id = $6 AND v.other_start_offset = $7 AND v.other_end_offset = $8 AND v.withdrawn_at IS NULL FOR UPDATE OF v`, where, tx);
    if ((standing?.id ?? null) !== (draft.replaces ?? null)) throw conflict("Somebody said something else of these two places since you opened them.", { current: standing ?? null });
    if (standing) await rows("UPDATE comparison_verdict SET withdrawn_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, standing.id], tx);
    const id = draft.id ?? newId();
    const made = await row(
      `INSERT INTO comparison_verdict (project_id, id, subject, article_id, revision_id, start_offset, end_offset, other_article_id, other_revision_id, other_start_offset, other_end_offset, verdict, note, member_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING RETURNING id`,
      [actor.projectId, id, draft.subject, a.articleId, a.revisionId, a.start, a.end, b.articleId, b.revisionId, b.start, b.end, draft.verdict, draft.note ?? "", actor.memberId],
      tx,
    );
    if (!made) throw conflict("Somebody said something of these two places at the same moment.", { current: null });
    return { answer: await readOne(actor, id, tx), deed: { action: "comparison.said", subject: "comparison_verdict", subjectId: id, detail: { subject: draft.subject, verdict: draft.verdict, replaces: standing?.id ?? null } } };
  });

/** Takes a verdict back; it is kept, and counts no more. `version` is the one that was seen. */
export const withdrawVerdict = (actor: MemberActor, op: Op, id: string, version: number): Promise<{ id: string }> =>
  runOperation(actor, op, async (tx) => {
    checkCompares(actor);
    await rows("SELECT id FROM comparison_verdict WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, id], tx);
    const current = await readOne(actor, id, tx);
    if (current.version !== version) throw conflict("Somebody changed this since you opened it.", { current });
    await rows("UPDATE comparison_verdict SET withdrawn_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx);
    return { answer: { id }, deed: { action: "comparison.withdrawn", subject: "comparison_verdict", subjectId: id, detail: { subject: current.subject, verdict: current.verdict } } };
  });

async function readOne(actor: MemberActor, id: string, tx: Sql): Promise<Verdict> {
  const found = await row<Verdict>(`${SELECT} WHERE v.project_id = $1 AND v.id = $2 AND v.withdrawn_at IS NULL`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

async function checkPlace(actor: MemberActor, { articleId, revisionId, start, end }: VerdictPlace, tx: Sql): Promise<void> {
  const found = await row<{ current: string; within: boolean; masked: boolean }>(
    `SELECT a.current_revision_id AS current, $3::int < $4::int AND $4::int <= r.code_points AS within,
       EXISTS (SELECT FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id AND b.start_offset < $4::int AND b.end_offset > $3::int AND b.kind IN ('chrome', 'byline')) AS masked
     FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = $2`,
    [actor.projectId, articleId, start, end],
    tx,
  );
  if (!found) throw notFound();
  if (found.current !== revisionId) throw conflict("The text of this article was corrected since you opened it.", { current: { articleId, revisionId: found.current } });
  if (!found.within || found.masked) throw invalid("A place has to lie in the article's own words.", { errors: [{ path: "/a", message: "lies outside of the text, in page chrome or in a byline" }] });
}

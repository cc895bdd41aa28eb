import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rangeProblem, type Block } from "@/lib/articles/blocks";
import { articleHead } from "@/lib/articles/server/read-article";
import { conflict, invalid, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import type { KeyContent, KeyMark } from "../answer-key";
import { JUDGEMENT_VALUE } from "./judgements";
import { scoreWithKeys } from "./practice-results";
import { refreshArticles } from "./rollup/refresh";

/** The key of an article; `marked` says how many submissions were compared with it. */
export type AnswerKey = KeyContent & { articleId: string; version: number; scored: number };

const SELECT = `SELECT k.article_id AS "articleId", k.content -> 'spans' AS spans, k.content -> 'judgements' AS judgements, k.version,
  (SELECT count(*)::int FROM practice_result r WHERE r.project_id = k.project_id AND r.article_id = k.article_id) AS scored FROM answer_key k WHERE k.project_id = $1 AND k.article_id = $2`;

/** The key of an article, or null where it has none. Throws 404 for an article that is not there. */
export async function readKey(actor: MemberActor, articleId: string, tx?: Sql): Promise<AnswerKey | null> {
  await articleHead(actor, articleId, tx);
  return (await row<AnswerKey>(SELECT, [actor.projectId, articleId], tx)) ?? null;
}

/** A whole key, or the submitted work of one assignment of the article, whose notes become the reasons. `version` is the one last seen, 0 for none. */
export type KeyWish = { version: number } & ({ fromAssignmentId: string } | { spans: readonly KeyMark[]; judgements: KeyContent["judgements"] });

/**
 * Makes or changes the key of an article. From then on the article counts in no figure and no agreement, and first
 * submissions of it are scored, those that are there already too.
 */
export const writeKey = (actor: MemberActor, op: Op, articleId: string, wish: KeyWish): Promise<AnswerKey> =>
  runOperation(actor, op, async (tx) => {
    const current = await lockKey(actor, articleId, wish.version, tx);
    const content = "fromAssignmentId" in wish ? await workOf(actor, articleId, wish.fromAssignmentId, tx) : { spans: wish.spans, judgements: wish.judgements };
    const revision = await check(actor, articleId, content, tx);
    await rows(
      `INSERT INTO answer_key (project_id, article_id, revision_id, codebook_version_id, content, created_by)
       SELECT $1, $2, $3, (SELECT v.id FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1), $4, $5
       ON CONFLICT (project_id, article_id) DO UPDATE SET revision_id = excluded.revision_id, codebook_version_id = excluded.codebook_version_id, content = excluded.content, updated_at = now(), version = answer_key.version + 1`,
      [actor.projectId, articleId, revision, JSON.stringify(content), actor.memberId],
      tx,
    );
    await scoreWithKeys(actor, tx, { articleId });
    await refreshArticles(actor, [articleId], tx);
    const answer = await readKey(actor, articleId, tx);
    invariant(answer, "the key was just written");
    return { answer, deed: { action: current ? "key.changed" : "key.made", subject: "article", subjectId: articleId, detail: { spans: content.spans.length } } };
  });

/** Takes the key away: the article is an ordinary one again, and its scores are gone. */
export const deleteKey = (actor: MemberActor, op: Op, articleId: string, version: number): Promise<{ removed: true }> =>
  runOperation(actor, op, async (tx) => {
    const current = await lockKey(actor, articleId, version, tx);
    if (!current) throw notFound();
    await rows("DELETE FROM answer_key WHERE project_id = $1 AND article_id = $2", [actor.projectId, articleId], tx);
    await rows("DELETE FROM practice_result WHERE project_id = $1 AND article_id = $2", [actor.projectId, articleId], tx);
    await refreshArticles(actor, [articleId], tx);
    return { answer: { removed: true as const }, deed: { action: "key.removed", subject: "article", subjectId: articleId } };
  });

async function lockKey(actor: MemberActor, articleId: string, version: number, tx: Sql): Promise<AnswerKey | null> {
  await rows("SELECT id FROM article WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
  const current = await readKey(actor, articleId, tx);
  if ((current?.version ?? 0) !== version) throw conflict("Somebody changed this key since you opened it.", { current });
  return current;
}

async function workOf(actor: MemberActor, articleId: string, assignmentId: string, tx: Sql): Promise<KeyContent> {
  const found = await row<{ state: string; content: KeyContent }>(
    `SELECT a.state, jsonb_build_object(
       'spans', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'targetId', coalesce(t.merged_into_id, t.id), 'framing', s.framing, 'voice', s.voice, 'labelIds', to_jsonb(s.label_ids), 'reason', s.note,
           'parts', (SELECT jsonb_agg(jsonb_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal) FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ar.current_revision_id)) ORDER BY s.created_at, s.id), '[]')
         FROM span s JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id WHERE s.project_id = $1 AND s.assignment_id = a.id AND s.deleted_at IS NULL
           AND EXISTS (SELECT FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ar.current_revision_id)),
       'judgements', (SELECT coalesce(jsonb_agg(jsonb_build_object('targetId', j.target_id, 'value', ${JUDGEMENT_VALUE("j.value")}) ORDER BY j.target_id), '[]') FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = a.id AND j.value IS NOT NULL)) AS content
     FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id WHERE a.project_id = $1 AND a.id = $2 AND a.article_id = $3`,
    [actor.projectId, assignmentId, articleId],
    tx,
  );
  if (!found) throw invalid("This is not an assignment of the article.", { errors: [{ path: "/fromAssignmentId", message: "not an assignment of this article" }] });
  if (found.state !== "submitted") throw conflict("Submit this work first; a key is made from what was submitted.", { state: found.state });
  return { ...found.content, spans: found.content.spans.map((span) => ({ ...span, id: newId() })) };
}

/** Every mark of a key must stand in the text, outside chrome, and be about a target in use. Answers with the revision. */
async function check(actor: MemberActor, articleId: string, content: KeyContent, tx: Sql): Promise<string> {
  const revision = await row<{ id: string; text: string }>("SELECT r.id, r.text FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = $2", [actor.projectId, articleId], tx);
  invariant(revision, "an article has a revision");
  const blocks = await rows<Block>(`SELECT ordinal, kind, start_offset AS start, end_offset AS "end" FROM block WHERE project_id = $1 AND revision_id = $2 ORDER BY ordinal`, [actor.projectId, revision.id], tx);
  const wanted = [...new Set([...content.spans, ...content.judgements].map((one) => one.targetId))];
  const known = new Set((await rows<{ id: string }>("SELECT id FROM target WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, wanted], tx)).map((one) => one.id));
  const index = new TextIndex(revision.text);
  const fault = (path: string, message: string) => invalid(`${path}: ${message}`, { errors: [{ path, message }] });
  content.spans.forEach((span, i) => {
    if (!known.has(span.targetId)) throw fault(`/spans/${i}/targetId`, "This target does not exist in the project.");
    span.parts.forEach((part, j) => {
      const problem = rangeProblem(part, blocks);
      if (problem) throw fault(`/spans/${i}/parts/${j}`, problem.message);
      if (index.slice(codePoint(part.start), codePoint(part.end)) !== part.quote) throw fault(`/spans/${i}/parts/${j}/quote`, "The quote is not what stands there.");
    });
  });
  content.judgements.forEach((one, i) => {
    if (!known.has(one.targetId)) throw fault(`/judgements/${i}/targetId`, "This target does not exist in the project.");
  });
  return revision.id;
}

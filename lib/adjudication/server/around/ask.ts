import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_WORK } from "@/lib/annotations/server/rollup";
import { MOST_MESSAGES } from "@/lib/annotations/server/threads";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { MOST_ASKED } from "../../around/question";

/** A question about words of an article. `assignmentIds` names who is asked; without it, everybody whose work counts. */
export type Ask = { id: string; start: number; end: number; quote: string; spanIds: readonly string[]; text: string; showPeers?: boolean | undefined; assignmentIds?: readonly string[] | undefined };

type Place = { revisionId: string; there: boolean; mayShow: boolean; questions: number };
type Recipient = { assignmentId: string; memberId: string; state: string | null; said: number };
type Peer = { memberId: string; start: number; end: number; quote: string; targetId: string; framing: string; voice: string | null };

/**
 * Asks the annotators of an article about some of its words: one message in the discussion of each one's own
 * assignment, which it begins or opens again. What others marked goes with it only where the project allows that and
 * it is wished; then whoever is asked counts as having seen others' marks from now on. Otherwise nothing in it depends on
 * others: not their marks, not who or how many else was asked. Nobody asks themselves. 404 for no such article, 422
 * where the words do not stand there or a mark or an assignment is not of this article, 409 where the project does not let questions show marks.
 */
export const askAnnotators = (actor: MemberActor, op: Op, articleId: string, wish: Ask): Promise<{ id: string; asked: number }> =>
  runOperation(actor, op, async (tx) => {
    const place = await placeOf(actor, articleId, wish, tx);
    const peers = await marksOf(actor, articleId, wish, place.revisionId, tx);
    const recipients = await recipientsOf(actor, articleId, wish, tx);
    const showsPeers = wish.showPeers === true;
    if (showsPeers && !place.mayShow) throw conflict("This project does not let a question show what others marked. A coordinator can change that in the settings.");
    await rows(
      "INSERT INTO question (project_id, id, article_id, revision_id, start_offset, end_offset, span_ids, text, shows_peers, asked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      [actor.projectId, wish.id, articleId, place.revisionId, wish.start, wish.end, [...new Set(wish.spanIds)], wish.text, showsPeers, actor.memberId],
      tx,
    );
    const bodies = recipients.map(({ memberId }) =>
      JSON.stringify({
        text: wish.text, spanId: null, passage: { revisionId: place.revisionId, start: wish.start, end: wish.end, quote: wish.quote },
        ...(showsPeers ? { peers: peers.filter((one) => one.memberId !== memberId).map(({ memberId: _, ...mark }) => mark) } : {}),
      }));
    await send(actor, articleId, wish.id, recipients, bodies, showsPeers, tx);
    return { answer: { id: wish.id, asked: recipients.length }, deed: { action: "annotators.asked", subject: "article", subjectId: articleId, detail: { questionId: wish.id, asked: recipients.length, showsPeers } } };
  });

async function placeOf(actor: MemberActor, articleId: string, { id, start, end, quote }: Ask, tx: Sql): Promise<Place> {
  const place = await row<Place>(
    `SELECT r.id AS "revisionId", $3::int < $4::int AND $4 <= r.code_points AND substr(r.text, $3 + 1, $4 - $3) = $5 AS there, p.ask_shows_peers AS "mayShow",
       (SELECT count(*)::int FROM question q WHERE q.project_id = $1 AND q.article_id = $2) AS questions
     FROM article ar JOIN project p ON p.id = ar.project_id JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id WHERE ar.project_id = $1 AND ar.id = $2`,
    [actor.projectId, articleId, start, end, quote],
    tx,
  );
  if (!place) throw notFound();
  if (!place.there) throw invalid("These words do not stand at this place of the article.", { errors: [{ path: "/quote", message: "does not stand there" }] });
  if (place.questions >= MOST_ASKED.questions) throw conflict(`An article can have ${MOST_ASKED.questions} questions.`);
  if (await row("SELECT FROM question WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx)) throw conflict("There is a question of this id already.");
  return place;
}

/** The submitted marks that the question is about, each as one passage from its first to its last word. */
async function marksOf(actor: MemberActor, articleId: string, { spanIds }: Ask, revisionId: string, tx: Sql): Promise<Peer[]> {
  const found = await rows<Peer & { id: string }>(
    `SELECT s.id, s.member_id AS "memberId", w.start, w."end", w.quote, coalesce(t.merged_into_id, t.id) AS "targetId", s.framing, s.voice
     FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND ${COUNTED_WORK} JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id
     LEFT JOIN LATERAL (SELECT min(p.start_offset) AS start, max(p.end_offset) AS "end", string_agg(p.quote, ' … ' ORDER BY p.ordinal) AS quote FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = $4) w ON true
     WHERE s.project_id = $1 AND s.article_id = $2 AND s.id = ANY($3::uuid[]) AND s.deleted_at IS NULL ORDER BY w.start, s.id`,
    [actor.projectId, articleId, spanIds, revisionId],
    tx,
  );
  const known = new Set(found.map((one) => one.id));
  const errors = spanIds.flatMap((id, i) => (known.has(id) ? [] : [{ path: `/spanIds/${i}`, message: "is no submitted mark of this article" }]));
  if (errors.length > 0) throw invalid("Some of these marks are not submitted ones of this article.", { errors });
  return found.filter((one) => one.quote !== null).map(({ id: _, ...mark }) => mark);
}

async function recipientsOf(actor: MemberActor, articleId: string, { assignmentIds }: Ask, tx: Sql): Promise<Recipient[]> {
  // Locked by themselves and in order, so that whoever waited here sees the thread that was begun meanwhile.
  await rows("SELECT FROM assignment a WHERE a.project_id = $1 AND a.article_id = $2 ORDER BY a.id FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
  const found = await rows<Recipient>(
    `SELECT a.id AS "assignmentId", a.member_id AS "memberId", h.state, (SELECT count(*)::int FROM message g WHERE g.project_id = h.project_id AND g.thread_id = h.id) AS said
     FROM assignment a JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id AND m.state = 'active' LEFT JOIN thread h ON h.project_id = a.project_id AND h.subject = 'assignment' AND h.subject_id = a.id
     WHERE a.project_id = $1 AND a.article_id = $2 AND a.member_id <> $3 AND ${COUNTED_WORK} ORDER BY a.id`,
    [actor.projectId, articleId, actor.memberId],
    tx,
  );
  const known = new Set(found.map((one) => one.assignmentId));
  const errors = (assignmentIds ?? []).flatMap((id, i) => (known.has(id) ? [] : [{ path: `/assignmentIds/${i}`, message: "is nobody else's submitted work on this article" }]));
  if (errors.length > 0) throw invalid("Some of these assignments cannot be asked about this article.", { errors });
  const wished = found.filter((one) => assignmentIds === undefined || assignmentIds.includes(one.assignmentId));
  if (wished.length === 0) throw conflict("Nobody else has submitted this article, so there is nobody to ask.");
  if (wished.some((one) => one.said >= MOST_MESSAGES)) throw conflict(`A discussion can have ${MOST_MESSAGES} messages, and that of one of the annotators is full.`);
  return wished;
}

/** Writes the messages, who got which, and the news for each; where marks were shown, that they were seen. */
async function send(actor: MemberActor, articleId: string, questionId: string, recipients: readonly Recipient[], bodies: readonly string[], showsPeers: boolean, tx: Sql): Promise<void> {
  await rows(
    `WITH item AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[]) AS x(assignment_id, thread_id, message_id, body)
     ), had AS (UPDATE thread t SET state = 'open' FROM item WHERE t.project_id = $1 AND t.subject = 'assignment' AND t.subject_id = item.assignment_id RETURNING t.id, t.subject_id
     ), made AS (INSERT INTO thread (project_id, id, subject, subject_id, created_by) SELECT $1, item.thread_id, 'assignment', item.assignment_id, $6 FROM item
         WHERE NOT EXISTS (SELECT FROM thread t WHERE t.project_id = $1 AND t.subject = 'assignment' AND t.subject_id = item.assignment_id) RETURNING id, subject_id
     ), place AS (SELECT * FROM had UNION ALL SELECT * FROM made
     ), said AS (INSERT INTO message (project_id, id, thread_id, member_id, body) SELECT $1, item.message_id, place.id, $6, item.body FROM item JOIN place ON place.subject_id = item.assignment_id
     ), told AS (INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'message', $8, x FROM unnest($9::uuid[]) AS x)
     INSERT INTO question_recipient (project_id, question_id, assignment_id, message_id) SELECT $1, $7, item.assignment_id, item.message_id FROM item`,
    [actor.projectId, recipients.map((one) => one.assignmentId), recipients.map(() => newId()), recipients.map(() => newId()), bodies, actor.memberId, questionId, articleId, recipients.map((one) => one.memberId)],
    tx,
  );
  if (showsPeers) await rows("UPDATE assignment SET peers_seen_at = now() WHERE project_id = $1 AND article_id = $2 AND member_id = ANY($3::uuid[]) AND peers_seen_at IS NULL", [actor.projectId, articleId, recipients.map((one) => one.memberId)], tx);
}

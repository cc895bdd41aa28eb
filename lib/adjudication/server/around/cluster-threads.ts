import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { MOST_TALK, type Adjudicator, type ClusterThread, type TalkMessage } from "../../around/talk";

const ADJUDICATES = "m.state = 'active' AND m.role IN ('coordinator', 'reviewer')";

const MESSAGES = `(
  SELECT coalesce(json_agg(json_build_object('id', g.id, 'at', g.created_at, 'by', m.pseudonym, 'mine', g.member_id IS NOT DISTINCT FROM $2, 'text', coalesce(g.body ->> 'text', ''),
    'mentions', (SELECT coalesce(json_agg(w.pseudonym ORDER BY w.pseudonym), '[]') FROM mention n JOIN member w ON w.project_id = n.project_id AND w.id = n.member_id WHERE n.project_id = g.project_id AND n.message_id = g.id)) ORDER BY g.created_at, g.id), '[]')
  FROM message g LEFT JOIN member m ON m.project_id = g.project_id AND m.id = g.member_id WHERE g.project_id = h.project_id AND g.thread_id = h.id)`;
const UNSEEN = "(SELECT count(*)::int FROM message g JOIN mention n ON n.project_id = g.project_id AND n.message_id = g.id AND n.member_id = $2 AND n.seen_at IS NULL WHERE g.project_id = h.project_id AND g.thread_id = h.id)";

/** The discussions on the clusters of an article, who can be named in them, and whether a question to annotators may show others' marks. 404 for no such article. For those who adjudicate. */
export async function clusterThreads(actor: MemberActor, articleId: string): Promise<{ memberId: string; mayShowPeers: boolean; items: ClusterThread[]; people: Adjudicator[] }> {
  const rules = await row<{ mayShowPeers: boolean }>(`SELECT p.ask_shows_peers AS "mayShowPeers" FROM article ar JOIN project p ON p.id = ar.project_id WHERE ar.project_id = $1 AND ar.id = $2`, [actor.projectId, articleId]);
  if (!rules) throw notFound();
  const [items, people] = await Promise.all([
    rows<ClusterThread>(
      `SELECT h.id, h.subject_id AS "spanId", CASE h.state WHEN 'settled' THEN 'closed' ELSE 'open' END AS state, ${UNSEEN} AS unseen, ${MESSAGES} AS messages
       FROM thread h WHERE h.project_id = $1 AND h.subject = 'cluster' AND h.article_id = $3 ORDER BY h.created_at, h.id`,
      [actor.projectId, actor.memberId, articleId],
    ),
    rows<Adjudicator>(`SELECT m.id, m.pseudonym AS name FROM member m WHERE m.project_id = $1 AND m.id <> $2 AND ${ADJUDICATES} ORDER BY m.pseudonym_key, m.id LIMIT 200`, [actor.projectId, actor.memberId]),
  ]);
  return { memberId: actor.memberId, ...rules, items, people };
}

type Place = { threadId: string | null; state: "open" | "settled" | null; said: number };

/** The discussion that goes by a mark of the article, or none yet; the mark is locked, so that it is begun once. Throws 404. */
async function placeOf(actor: MemberActor, articleId: string, spanId: string, tx: Sql): Promise<Place> {
  const mark = await row("SELECT FROM span WHERE project_id = $1 AND article_id = $2 AND id = $3 FOR NO KEY UPDATE", [actor.projectId, articleId, spanId], tx);
  if (!mark) throw notFound();
  const found = await row<Place>(`SELECT h.id AS "threadId", h.state, (SELECT count(*)::int FROM message g WHERE g.project_id = h.project_id AND g.thread_id = h.id) AS said FROM thread h WHERE h.project_id = $1 AND h.subject = 'cluster' AND h.subject_id = $2`, [actor.projectId, spanId], tx);
  if (found) return found;
  const submitted = await row("SELECT FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id WHERE s.project_id = $1 AND s.id = $2 AND a.first_submitted_at IS NOT NULL", [actor.projectId, spanId], tx);
  if (!submitted) throw conflict("There is nothing to discuss here before it is submitted.");
  return { threadId: null, state: null, said: 0 };
}

/** Says something about the cluster of a mark, and tells those whom the message names; the first message begins the discussion. */
export const sayOfCluster = (actor: MemberActor, op: Op, articleId: string, spanId: string, wish: { text: string; mentions: readonly string[] }): Promise<TalkMessage> =>
  runOperation(actor, op, async (tx) => {
    const place = await placeOf(actor, articleId, spanId, tx);
    if (place.state === "settled") throw conflict("This discussion is closed.");
    if (place.said >= MOST_TALK.messages) throw conflict(`A discussion can have ${MOST_TALK.messages} messages.`);
    const mentions = [...new Set(wish.mentions)];
    const named = await rows<Adjudicator>(`SELECT m.id, m.pseudonym AS name FROM member m WHERE m.project_id = $1 AND m.id = ANY($2::uuid[]) AND m.id <> $3 AND ${ADJUDICATES} ORDER BY m.pseudonym`, [actor.projectId, mentions, actor.memberId], tx);
    const errors = wish.mentions.flatMap((id, i) => (named.some((one) => one.id === id) ? [] : [{ path: `/mentions/${i}`, message: "is nobody else who adjudicates here" }]));
    if (errors.length > 0) throw invalid("Somebody named here does not adjudicate in this project.", { errors });
    const threadId = place.threadId ?? newId();
    if (place.threadId === null) await rows("INSERT INTO thread (project_id, id, subject, subject_id, article_id, created_by) VALUES ($1, $2, 'cluster', $3, $4, $5)", [actor.projectId, threadId, spanId, articleId, actor.memberId], tx);
    const id = newId();
    const made = await row<{ at: string; by: string }>(
      `WITH made AS (INSERT INTO message (project_id, id, thread_id, member_id, body) VALUES ($1, $2, $3, $4, $5) RETURNING created_at, member_id),
       named AS (INSERT INTO mention (project_id, message_id, member_id) SELECT $1, $2, x FROM unnest($6::uuid[]) AS x)
       SELECT to_json(made.created_at) #>> '{}' AS at, m.pseudonym AS by FROM made JOIN member m ON m.project_id = $1 AND m.id = made.member_id`,
      [actor.projectId, id, threadId, actor.memberId, JSON.stringify({ text: wish.text }), named.map((one) => one.id)],
      tx,
    );
    await tell(actor, articleId, tx);
    return { answer: { id, at: made?.at ?? "", by: made?.by ?? null, mine: true, text: wish.text, mentions: named.map((one) => one.name) }, deed: { action: "cluster.discussed", subject: "article", subjectId: articleId, detail: { spanId, mentions: named.map((one) => one.id) } } };
  });

/** Closes a discussion on a cluster, or opens it again. */
export const closeClusterThread = (actor: MemberActor, op: Op, articleId: string, spanId: string, wish: { state: "open" | "closed" }): Promise<{ state: "open" | "closed" }> =>
  runOperation(actor, op, async (tx) => {
    const { threadId } = await placeOf(actor, articleId, spanId, tx);
    if (threadId === null) throw conflict("There is no discussion yet.");
    await rows("UPDATE thread SET state = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, threadId, wish.state === "closed" ? "settled" : "open"], tx);
    await tell(actor, articleId, tx);
    return { answer: { state: wish.state }, deed: { action: wish.state === "closed" ? "cluster.talk_closed" : "cluster.talk_opened", subject: "article", subjectId: articleId, detail: { spanId } } };
  });

/** News for those who adjudicate; nobody else hears of it. */
const tell = (actor: MemberActor, articleId: string, tx: Sql) => rows("INSERT INTO outbox (project_id, kind, article_id) VALUES ($1, 'talk', $2)", [actor.projectId, articleId], tx);

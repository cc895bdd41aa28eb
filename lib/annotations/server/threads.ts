import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { textMask } from "@/lib/articles/server/source-mask";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";

/** Words that a message asks about; `current` says whether start and end count in the text as it stands. */
export type Passage = { start: number; end: number; quote: string; current: boolean };
/** What somebody else had marked of these words when it was asked; only where a coordinator lets questions show it. */
export type PeerMark = { quote: string; target: string; framing: string; voice: string | null };

/** One message, in light Markdown; empty where it was blanked with its author. `spanId`: the mark that it points at; `peers` is null where it shows nothing of others. */
export type Message = { id: string; at: string; by: string | null; mine: boolean; text: string; spanId: string | null; passage: Passage | null; peers: PeerMark[] | null };

/** The discussion of one assignment. `state` is null before anybody began it; `unread` counts messages of others since one's own last. */
export type Thread = { state: "open" | "closed" | null; memberId: string; mayPost: boolean; mayClose: boolean; unread: number; messages: Message[] };

/** Messages that one discussion can have. */
export const MOST_MESSAGES = 500;

type Found = { articleId: string; annotatorId: string; threadId: string | null; state: "open" | "settled" | null; submitted: boolean };

const holdsOffice = (actor: MemberActor): boolean => actor.role === "coordinator" || actor.role === "reviewer";

/** The assignment, for its annotator and for those who review; locked until the transaction ends where there is one. Throws 404 for everybody else. */
async function place(actor: MemberActor, assignmentId: string, tx?: Sql): Promise<Found> {
  // By itself, so that whoever waited here sees the thread that was begun meanwhile.
  if (tx) await rows("SELECT FROM assignment WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, assignmentId], tx);
  const found = await row<Found>(
    `SELECT a.article_id AS "articleId", a.member_id AS "annotatorId", h.id AS "threadId", h.state, EXISTS (SELECT FROM submission u WHERE u.project_id = a.project_id AND u.assignment_id = a.id) AS submitted
     FROM assignment a LEFT JOIN thread h ON h.project_id = a.project_id AND h.subject = 'assignment' AND h.subject_id = a.id
     WHERE a.project_id = $1 AND a.id = $2 AND (a.member_id = $3 AND a.state <> 'withdrawn' AND NOT a.locked OR $4::boolean)`,
    [actor.projectId, assignmentId, actor.memberId, holdsOffice(actor)],
    tx,
  );
  if (!found) throw notFound();
  return found;
}

/** Whether one reviews the work of somebody else here. */
const reviews = (actor: MemberActor, { annotatorId }: Found): boolean => holdsOffice(actor) && annotatorId !== actor.memberId;
const mayPost = (actor: MemberActor, found: Found): boolean => found.state === "open" || found.threadId === null && found.submitted && reviews(actor, found);

/** What annotator and reviewers said to each other about an assignment. For its annotator, and for coordinators and reviewers. */
export async function readThread(actor: MemberActor, assignmentId: string): Promise<Thread> {
  const found = await place(actor, assignmentId);
  const kept = await rows<KeptMessage>(
    `SELECT g.id, to_json(g.created_at) #>> '{}' AS at, m.pseudonym AS by, g.member_id IS NOT DISTINCT FROM $3 AS mine, g.body ->> 'text' AS text, g.body ->> 'spanId' AS "spanId", g.body -> 'passage' AS passage, ar.current_revision_id AS "revisionId",
       CASE WHEN g.body ? 'peers' THEN (SELECT coalesce(jsonb_agg(k.mark || jsonb_build_object('target', t.name) ORDER BY k.n), '[]') FROM jsonb_array_elements(g.body -> 'peers') WITH ORDINALITY AS k(mark, n)
         JOIN target t0 ON t0.project_id = g.project_id AND t0.id = (k.mark ->> 'targetId')::uuid JOIN target t ON t.project_id = t0.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)) END AS peers
     FROM message g JOIN article ar ON ar.project_id = g.project_id AND ar.id = $4 LEFT JOIN member m ON m.project_id = g.project_id AND m.id = g.member_id WHERE g.project_id = $1 AND g.thread_id = $2 AND g.body ? 'text' ORDER BY g.created_at, g.id`,
    [actor.projectId, found.threadId, actor.memberId, found.articleId],
  );
  const messages = await asServed(actor, found.articleId, kept);
  const state = found.state === "settled" ? "closed" : found.state;
  return { state, memberId: actor.memberId, mayPost: mayPost(actor, found), mayClose: state !== null && reviews(actor, found), unread: messages.length - 1 - messages.findLastIndex((one) => one.mine), messages };
}

type KeptPassage = { revisionId: string; start: number; end: number; quote: string };
type KeptMessage = Omit<Message, "passage" | "peers"> & { passage: KeptPassage | null; peers: (PeerMark & { start: number })[] | null; revisionId: string };

/** Messages as the actor is shown them: words of the article without what gives its source away, for whom that is hidden from. */
async function asServed(actor: MemberActor, articleId: string, kept: readonly KeptMessage[]): Promise<Message[]> {
  const mask = kept.some((one) => one.passage !== null) ? await textMask(actor, { articleIds: [articleId] }) : null;
  return kept.map(({ passage, peers, revisionId, ...message }) => ({
    ...message,
    passage: passage && { start: passage.start, end: passage.end, quote: mask?.quote(articleId, passage.start, passage.quote, passage.revisionId) ?? passage.quote, current: passage.revisionId === revisionId },
    peers: peers && peers.map(({ start, quote, target, framing, voice }) => ({ quote: (passage && mask?.quote(articleId, start, quote, passage.revisionId)) ?? quote, target, framing, voice })),
  }));
}

/** Says something about an assignment. It does not open work that is submitted, and goes on until a reviewer closes the discussion. */
export const postMessage = (actor: MemberActor, op: Op, assignmentId: string, wish: { text: string; spanId?: string | null | undefined }): Promise<Message> =>
  runOperation(actor, op, async (tx) => {
    const found = await place(actor, assignmentId, tx);
    if (!mayPost(actor, found)) throw conflict(found.state === "settled" ? "This discussion is closed." : "There is nothing to discuss yet. It begins when the work is returned, or when a reviewer writes.");
    const spanId = wish.spanId ?? null;
    if (spanId !== null && !(await row("SELECT FROM span WHERE project_id = $1 AND assignment_id = $2 AND id = $3", [actor.projectId, assignmentId, spanId], tx))) throw invalid("This is no mark of this work.", { errors: [{ path: "/spanId", message: "is no mark of this work" }] });
    const threadId = found.threadId ?? newId();
    if (found.threadId === null) await rows("INSERT INTO thread (project_id, id, subject, subject_id, created_by) VALUES ($1, $2, 'assignment', $3, $4)", [actor.projectId, threadId, assignmentId, actor.memberId], tx);
    const said = await row<{ n: number }>("SELECT count(*)::int AS n FROM message WHERE project_id = $1 AND thread_id = $2", [actor.projectId, threadId], tx);
    if ((said?.n ?? 0) >= MOST_MESSAGES) throw conflict(`A discussion can have ${MOST_MESSAGES} messages.`);
    const id = newId();
    const made = await row<{ at: string; by: string }>(
      `WITH made AS (INSERT INTO message (project_id, id, thread_id, member_id, body) VALUES ($1, $2, $3, $4, $5) RETURNING created_at, member_id)
       SELECT to_json(made.created_at) #>> '{}' AS at, m.pseudonym AS by FROM made JOIN member m ON m.project_id = $1 AND m.id = made.member_id`,
      [actor.projectId, id, threadId, actor.memberId, JSON.stringify({ text: wish.text, spanId })],
      tx,
    );
    await tell(actor, found, tx);
    return { answer: { id, at: made?.at ?? "", by: made?.by ?? null, mine: true, text: wish.text, spanId, passage: null, peers: null }, deed: { action: "message.posted", subject: "assignment", subjectId: assignmentId } };
  });

/** Closes the discussion of somebody else's work, or opens it again. */
export const closeThread = (actor: MemberActor, op: Op, assignmentId: string, wish: { state: "open" | "closed" }): Promise<{ state: "open" | "closed" }> =>
  runOperation(actor, op, async (tx) => {
    const found = await place(actor, assignmentId, tx);
    if (found.threadId === null) throw conflict("There is no discussion yet.");
    if (!reviews(actor, found)) throw forbidden("You cannot close the discussion of your own work. A reviewer or coordinator can.");
    await rows("UPDATE thread SET state = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, found.threadId, wish.state === "closed" ? "settled" : "open"], tx);
    await tell(actor, found, tx);
    return { answer: { state: wish.state }, deed: { action: wish.state === "closed" ? "thread.closed" : "thread.opened", subject: "assignment", subjectId: assignmentId } };
  });

/** News for the annotator and those who review; nobody else hears of it. */
const tell = (actor: MemberActor, { articleId, annotatorId }: Found, tx: Sql) => rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'message', $2, $3)", [actor.projectId, articleId, annotatorId], tx);

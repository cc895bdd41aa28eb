import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { moving } from "@/lib/assignments/server/progress-counts";
import { conflict, forbidden, invalid, invariant, notFound, type AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { ReturnBody } from "./return-sql";
import { refreshArticles } from "./rollup/refresh";

/** Why an assignment cannot be returned. */
export const RETURN_REFUSALS = ["not_found", "own", "not_submitted", "member_gone", "archived"] as const;
export type ReturnRefusal = (typeof RETURN_REFUSALS)[number];

/** An assignment that stands returned, and the number of the submission that was returned. */
export type Returned = { id: string; state: "returned"; version: number; number: number };

type Candidate = { id: string; articleId: string; memberId: string; state: string; version: number; submittedAt: Date | null; member: string; archived: boolean; number: number };

/** The assignments as they stand, locked in the order of their ids. Read only once locked: what they are joined with must be of the same moment. */
async function lockCandidates(actor: MemberActor, ids: readonly string[], tx: Sql): Promise<Candidate[]> {
  await rows("SELECT FROM assignment WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE", [actor.projectId, ids], tx);
  return rows<Candidate>(
    `SELECT a.id, a.article_id AS "articleId", a.member_id AS "memberId", a.state, a.version, a.submitted_at AS "submittedAt", m.state AS member, ar.state = 'archived' AS archived,
            (SELECT count(*)::int FROM submission s WHERE s.project_id = a.project_id AND s.assignment_id = a.id) AS number
     FROM assignment a JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id
     WHERE a.project_id = $1 AND a.id = ANY($2::uuid[]) ORDER BY a.id`,
    [actor.projectId, ids],
    tx,
  );
}

function refusal(actor: MemberActor, found: Candidate | undefined): ReturnRefusal | null {
  if (!found) return "not_found";
  if (found.memberId === actor.memberId) return "own";
  if (found.state !== "submitted") return "not_submitted";
  if (found.member !== "active") return "member_gone";
  return found.archived ? "archived" : null;
}

const now = ({ id, state, version, submittedAt }: Candidate) => ({ current: { id, state, version, submittedAt } });

function sentence(why: ReturnRefusal, found: Candidate | undefined): AppError {
  if (why === "not_found" || !found) return notFound();
  if (why === "own") return forbidden("You cannot return your own work. Another reviewer or coordinator can.");
  if (why === "member_gone") return conflict("Whoever coded this article is no longer in the project and could not change it. Give it to somebody else instead.", now(found));
  if (why === "archived") return conflict("This article is archived. Bring it back first.", now(found));
  return conflict(found.state === "returned" ? "This article is returned already." : "Only submitted work can be returned.", now(found));
}

/** Returns what was found fit: states, counts, a message in each one's thread, figures and news. */
async function giveBack(actor: MemberActor, found: readonly Candidate[], comment: string, spanIds: readonly string[], tx: Sql): Promise<Returned[]> {
  if (found.length === 0) return [];
  const ids = found.map((one) => one.id);
  const bodies = found.map(({ number }): string => JSON.stringify({ comment, spanIds: [...spanIds], number } satisfies ReturnBody));
  const returned = await moving(actor, tx, actor.projectId, ids, () =>
    rows<{ id: string; version: number }>(
      `WITH back AS (UPDATE assignment SET state = 'returned', submitted_at = NULL, opened_at = now(), version = version + 1 WHERE project_id = $1 AND id = ANY($2::uuid[]) RETURNING id, article_id, member_id, version),
       told AS (INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'returned', article_id, member_id FROM back)
       SELECT id, version FROM back`,
      [actor.projectId, ids],
      tx,
    ),
  );
  await rows(
    `WITH item AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[]) AS x(assignment_id, thread_id, message_id, body)
     ), had AS (UPDATE thread t SET state = 'open' FROM item WHERE t.project_id = $1 AND t.subject = 'assignment' AND t.subject_id = item.assignment_id RETURNING t.id, t.subject_id
     ), made AS (INSERT INTO thread (project_id, id, subject, subject_id, created_by) SELECT $1, item.thread_id, 'assignment', item.assignment_id, $6 FROM item
         WHERE NOT EXISTS (SELECT FROM thread t WHERE t.project_id = $1 AND t.subject = 'assignment' AND t.subject_id = item.assignment_id) RETURNING id, subject_id
     ), place AS (SELECT * FROM had UNION ALL SELECT * FROM made)
     INSERT INTO message (project_id, id, thread_id, member_id, body) SELECT $1, item.message_id, place.id, $6, item.body FROM item JOIN place ON place.subject_id = item.assignment_id`,
    [actor.projectId, ids, ids.map(() => newId()), ids.map(() => newId()), bodies, actor.memberId],
    tx,
  );
  await refreshArticles(actor, [...new Set(found.map((one) => one.articleId))], tx);
  const versions = new Map(returned.map((one) => [one.id, one.version]));
  return found.map(({ id, version, number }) => ({ id, state: "returned", version: versions.get(id) ?? version + 1, number }));
}

/** Gives submitted work back to its annotator with a comment, naming the marks to look at. The submission stays on record. */
export const returnAssignment = (actor: MemberActor, op: Op, assignmentId: string, wish: { version: number; comment: string; spanIds: readonly string[] }): Promise<Returned> =>
  runOperation(actor, op, async (tx) => {
    const [found] = await lockCandidates(actor, [assignmentId], tx);
    const why = refusal(actor, found);
    if (why) throw sentence(why, found);
    invariant(found, "what cannot be returned was refused");
    if (found.version !== wish.version) throw conflict("This work was changed since you opened it. Look at it again.", now(found));
    const spanIds = [...new Set(wish.spanIds)];
    const known = new Set((await rows<{ id: string }>("SELECT id FROM span WHERE project_id = $1 AND assignment_id = $2 AND id = ANY($3::uuid[]) AND deleted_at IS NULL", [actor.projectId, assignmentId, spanIds], tx)).map((one) => one.id));
    const errors = wish.spanIds.flatMap((id, i) => (known.has(id) ? [] : [{ path: `/spanIds/${i}`, message: "is no mark of this work" }]));
    if (errors.length > 0) throw invalid("Some of these marks are not of this work.", { errors });
    const [answer] = await giveBack(actor, [found], wish.comment, spanIds, tx);
    invariant(answer, "one was returned");
    return { answer, deed: { action: "assignment.returned", subject: "assignment", subjectId: assignmentId, detail: { number: answer.number, spans: spanIds.length } } };
  });

export type ReturnedMany = { returned: number; skipped: { assignmentId: string; reason: ReturnRefusal }[] };

/** The same for many at once with one comment; what cannot be returned is named and left as it is. */
export const returnAssignments = (actor: MemberActor, op: Op, wish: { assignmentIds: readonly string[]; comment: string }): Promise<ReturnedMany> =>
  runOperation(actor, op, async (tx) => {
    const ids = [...new Set(wish.assignmentIds)];
    const found = await lockCandidates(actor, ids, tx);
    const byId = new Map(found.map((one) => [one.id, one]));
    const skipped = ids.flatMap((assignmentId) => {
      const reason = refusal(actor, byId.get(assignmentId));
      return reason ? [{ assignmentId, reason }] : [];
    });
    const done = await giveBack(actor, found.filter((one) => refusal(actor, one) === null), wish.comment, [], tx);
    return { answer: { returned: done.length, skipped }, deed: { action: "assignments.returned", subject: "project", subjectId: actor.projectId, detail: { returned: done.map((one) => one.id), skipped: skipped.length } } };
  });

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { Refresh } from "./assign";
import { insertPairs } from "./insert-pairs";
import { recountPlaces } from "./places";
import { moving } from "./progress-counts";

/** One assignment, for coordinators. */
export type AssignmentRow = { id: string; articleId: string; memberId: string; pseudonym: string; state: string; phase: string; round: number; dueOn: string | null; version: number };
type Whole = AssignmentRow & { batchId: string | null; ordinals: number[]; codePoints: number | null; seed: string | null };

const SELECT = `
  SELECT s.id, s.article_id AS "articleId", s.member_id AS "memberId", m.pseudonym, s.state, s.phase, s.round, to_char(s.due_on, 'YYYY-MM-DD') AS "dueOn", s.version,
         s.batch_id AS "batchId", s.block_ordinals AS ordinals, s.counted_code_points AS "codePoints", b.seed
  FROM assignment s JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id LEFT JOIN assignment_batch b ON b.project_id = s.project_id AND b.id = s.batch_id
  WHERE s.project_id = $1 AND s.id = $2 AND $3`;

async function assignmentRow(actor: MemberActor, id: string, tx: Sql): Promise<Whole> {
  const found = await row<Whole>(SELECT, [actor.projectId, id, actor.role === "coordinator"], tx);
  if (!found) throw notFound();
  return found;
}

/** Locks an assignment that stands; 409 with the row where it is withdrawn or of another version than the caller saw. */
async function standing(actor: MemberActor, id: string, version: number, tx: Sql): Promise<Whole> {
  await rows("SELECT id FROM assignment WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, id], tx);
  const current = await assignmentRow(actor, id, tx);
  if (current.version !== version) throw conflict("This assignment changed since you looked.", { current: shown(current) });
  if (current.state === "withdrawn") throw conflict("This assignment was withdrawn already.", { current: shown(current) });
  return current;
}

const shown = ({ batchId: _b, ordinals: _o, codePoints: _c, seed: _s, ...assignment }: Whole): AssignmentRow => assignment;

async function withdrawOne(actor: MemberActor, assignment: Whole, refresh: Refresh, tx: Sql): Promise<void> {
  await moving(actor, tx, actor.projectId, [assignment.id], () => rows("UPDATE assignment SET state = 'withdrawn', version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, assignment.id], tx));
  if (assignment.state === "submitted") await refresh(actor, [assignment.articleId], tx);
}

/** Sets the day by which an assignment is due, or none. */
export const changeDueDate = (actor: MemberActor, op: Op, id: string, wish: { version: number; dueOn: string | null }): Promise<AssignmentRow> =>
  runOperation(actor, op, async (tx) => {
    await standing(actor, id, wish.version, tx);
    await rows("UPDATE assignment SET due_on = $3::date, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, wish.dueOn], tx);
    return { answer: shown(await assignmentRow(actor, id, tx)), deed: { action: "assignment.due", subject: "assignment", subjectId: id, detail: { dueOn: wish.dueOn } } };
  });

/** Takes one assignment back; its marks are kept, and a place of a pool is free again. */
export const withdrawAssignment = (actor: MemberActor, op: Op, id: string, wish: { version: number }, refresh: Refresh): Promise<AssignmentRow> =>
  runOperation(actor, op, async (tx) => {
    const before = await standing(actor, id, wish.version, tx);
    await withdrawOne(actor, before, refresh, tx);
    await recountPlaces(actor, tx, actor.projectId, [id]);
    return { answer: shown(await assignmentRow(actor, id, tx)), deed: { action: "assignment.withdrawn", subject: "assignment", subjectId: id, detail: { state: before.state } } };
  });

/** Gives an assignment to somebody else. The marks of whoever had it are kept, but count nowhere. Refused once it is submitted. */
export const reassign = (actor: MemberActor, op: Op, id: string, wish: { version: number; memberId: string }, refresh: Refresh): Promise<AssignmentRow> =>
  runOperation(actor, op, async (tx) => {
    const before = await standing(actor, id, wish.version, tx);
    if (before.state === "submitted") throw conflict("This work is submitted, so it stays with whoever did it. Assign the article to somebody else as well.", { current: shown(before) });
    const active = await row("SELECT state FROM article WHERE project_id = $1 AND id = $2 AND state = 'active'", [actor.projectId, before.articleId], tx);
    if (!active) throw conflict("This article is archived. Bring it back first.", { current: shown(before) });
    await checkTaker(actor, before, wish.memberId, tx);
    await withdrawOne(actor, before, refresh, tx);
    const blocks = before.ordinals.length > 0 ? new Map([[before.articleId, { ordinals: before.ordinals, codePoints: before.codePoints ?? 0 }]]) : null;
    const { ids } = await insertPairs(actor, tx, { ...before, seed: before.seed ?? "0" }, [{ articleId: before.articleId, memberIds: [wish.memberId] }], blocks, refresh);
    await recountPlaces(actor, tx, actor.projectId, [id, ...ids]);
    const after = await assignmentRow(actor, ids[0] ?? "", tx);
    return { answer: shown(after), deed: { action: "assignment.reassigned", subject: "assignment", subjectId: id, detail: { from: before.memberId, to: wish.memberId, assignmentId: after.id } } };
  });

async function checkTaker(actor: MemberActor, { articleId, round }: Whole, memberId: string, tx: Sql): Promise<void> {
  const refuse = (detail: string, message: string) => invalid(detail, { errors: [{ path: "/memberId", message }] });
  const there = await row("SELECT id FROM member WHERE project_id = $1 AND id = $2 AND state = 'active' AND role <> 'observer' FOR NO KEY UPDATE", [actor.projectId, memberId], tx);
  if (!there) throw refuse("This person does not annotate in the project. Nothing was changed.", "unknown, removed or observing member");
  const has = await row(
    `SELECT s.id FROM article a JOIN article c ON c.project_id = a.project_id AND c.work_id = a.work_id JOIN assignment s ON s.project_id = c.project_id AND s.article_id = c.id
     WHERE a.project_id = $1 AND a.id = $2 AND s.member_id = $3 AND s.round = $4 AND s.state <> 'withdrawn' LIMIT 1`,
    [actor.projectId, articleId, memberId, round],
    tx,
  );
  if (has) throw refuse("This person has the article, or a copy of it, already. Choose somebody else.", "has a copy of this work");
}

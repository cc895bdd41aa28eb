import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { blankText } from "@/lib/projects/server/blank-text";
import { runOperation } from "@/lib/projects/server/operation";

/** What was done: how many pupils have no name now, and how many accounts went with it. */
export type Archived = { pupils: number; accounts: number };

// What says who somebody was, or when they came. Grades are about persons.
const FORGET = [
  "DELETE FROM lesson_presence WHERE project_id = $1",
  "DELETE FROM grade WHERE project_id = $1",
  "DELETE FROM lti_score WHERE project_id = $1",
  "DELETE FROM outbox WHERE project_id = $1 AND member_id IS NOT NULL",
  "UPDATE operation SET answer = 'null' WHERE project_id = $1",
  "UPDATE audit_entry x SET detail = NULL WHERE x.project_id = $1 AND EXISTS (SELECT FROM member m WHERE m.project_id = x.project_id AND m.role = 'annotator' AND m.id IN (x.member_id, x.subject_id))",
  "UPDATE join_code SET revoked_at = now() WHERE project_id = $1 AND revoked_at IS NULL",
  "UPDATE lesson SET state = 'ended', step = NULL, step_ends_at = NULL, paused_seconds = NULL, ended_at = coalesce(ended_at, now()), names_shown = false, version = version + 1 WHERE project_id = $1",
];

/** Writes, reasons and answers: gone with their authors' names where the teacher chose so. */
async function forgetText(actor: MemberActor, memberIds: readonly string[], tx: Sql): Promise<void> {
  for (const memberId of memberIds) await blankText(actor, { projectId: actor.projectId, memberId }, tx);
  await rows("DELETE FROM headline WHERE project_id = $1", [actor.projectId], tx);
  await rows("DELETE FROM exit_answer WHERE project_id = $1", [actor.projectId], tx);
}

/**
 * Keeps the class's marks and counts and forgets whose they are: pupils become “Pupil 1” and so on in an order drawn by
 * lot, lose their accounts here (the account itself goes, with its return phrase and sessions, unless another class
 * needs it), and points go. The lesson is over and its door closed. It cannot be taken back; `confirm` is the class's name.
 */
export const archiveNameless = (actor: MemberActor, op: Op, { confirm, keepText }: { confirm: string; keepText: boolean }): Promise<Archived> =>
  runOperation(actor, op, async (tx) => {
    const found = await row<{ name: string; state: string; namelessAt: Date | null }>('SELECT p.name, l.state, p.nameless_at AS "namelessAt" FROM project p JOIN lesson l ON l.project_id = p.id WHERE p.id = $1 FOR UPDATE OF p', [actor.projectId], tx);
    if (!found) throw notFound();
    if (confirm.trim().toLowerCase() !== found.name.trim().toLowerCase()) throw invalid("/confirm: is not the name", { errors: [{ path: "/confirm", message: "is not the name" }] });
    if (found.namelessAt !== null) throw conflict("This class has no names any more.");
    if (found.state === "template") throw conflict("A lesson that is kept to be copied has no pupils.");
    const pupils = await rows<{ id: string; userId: string | null }>(`SELECT id, user_id AS "userId" FROM member WHERE project_id = $1 AND role = 'annotator' ORDER BY id FOR UPDATE`, [actor.projectId], tx);
    // A name by lot may be another pupil's until all have theirs.
    await rows("UPDATE member SET pseudonym = id::text, pseudonym_key = id::text WHERE project_id = $1 AND role = 'annotator'", [actor.projectId], tx);
    await rows(
      `UPDATE member m SET pseudonym = 'Pupil ' || d.n, pseudonym_key = 'pupil ' || d.n, user_id = NULL, joined_at = p.created_at, version = m.version + 1
       FROM (SELECT id, row_number() OVER (ORDER BY gen_random_uuid()) AS n FROM member WHERE project_id = $1 AND role = 'annotator') d, project p WHERE m.project_id = $1 AND m.id = d.id AND p.id = $1`,
      [actor.projectId],
      tx,
    );
    for (const statement of FORGET) await rows(statement, [actor.projectId], tx);
    if (!keepText) await forgetText(actor, pupils.map(({ id }) => id), tx);
    const userIds = pupils.flatMap(({ userId }) => (userId === null ? [] : [userId]));
    const gone = await rows<{ id: string }>("SELECT u.id FROM app_user u WHERE u.id = ANY($1::uuid[]) AND u.kind = 'pupil' AND NOT EXISTS (SELECT FROM member m WHERE m.user_id = u.id) FOR UPDATE", [userIds], tx);
    await rows("DELETE FROM account_event WHERE user_id = ANY($1::uuid[])", [gone.map(({ id }) => id)], tx);
    await rows("DELETE FROM app_user WHERE id = ANY($1::uuid[])", [gone.map(({ id }) => id)], tx);
    await rows("UPDATE project SET nameless_at = now(), version = version + 1 WHERE id = $1", [actor.projectId], tx);
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'lesson')", [actor.projectId], tx);
    return { answer: { pupils: pupils.length, accounts: gone.length }, deed: { action: "class.nameless", subject: "lesson", subjectId: actor.projectId, detail: { keepText } } };
  });

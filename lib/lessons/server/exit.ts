import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invariant, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { readLesson } from "./read-lesson";

/** A pupil's answer to the last question. */
export type ExitAnswer = { body: string; version: number };

/** The actor's own answer, or null before there is one. Throws 404 where there is no lesson. */
export async function readExit(actor: MemberActor, tx?: Sql): Promise<ExitAnswer | null> {
  await readLesson(actor, tx);
  return (await row<ExitAnswer>("SELECT body, version FROM exit_answer WHERE project_id = $1 AND member_id = $2", [actor.projectId, actor.memberId], tx)) ?? null;
}

/** Keeps the actor's answer to the last question. A stale `version` (none: the first time) is 409 with the answer as it stands. */
export const writeExit = (actor: MemberActor, op: Op, { body, version = 0 }: { body: string; version?: number | undefined }): Promise<ExitAnswer> =>
  runOperation(actor, op, async (tx) => {
    const stale = async () => conflict("Your answer was changed in another window.", { current: await readExit(actor, tx) });
    if (((await readExit(actor, tx))?.version ?? 0) !== version) throw await stale();
    const kept = await row(
      `INSERT INTO exit_answer (project_id, member_id, body) VALUES ($1, $2, $3)
       ON CONFLICT (project_id, member_id) DO UPDATE SET body = excluded.body, updated_at = now(), version = exit_answer.version + 1 WHERE exit_answer.version = $4 RETURNING version`,
      [actor.projectId, actor.memberId, body, version],
      tx,
    );
    if (!kept) throw await stale();
    await rows("INSERT INTO outbox (project_id, kind, member_id) VALUES ($1, 'writing', $2)", [actor.projectId, actor.memberId], tx);
    const answer = await readExit(actor, tx);
    invariant(answer, "the answer was just written");
    return { answer, deed: { action: "exit.answered", subject: "lesson", subjectId: actor.projectId } };
  });

/** Every answer of the class with whose it is, for the teacher, by name. */
export async function listExits(actor: MemberActor): Promise<{ memberId: string; pseudonym: string; body: string }[]> {
  if (actor.role !== "coordinator") throw notFound();
  return rows('SELECT m.id AS "memberId", m.pseudonym, e.body FROM exit_answer e JOIN member m ON m.project_id = e.project_id AND m.id = e.member_id WHERE e.project_id = $1 ORDER BY m.pseudonym_key, m.id', [actor.projectId]);
}

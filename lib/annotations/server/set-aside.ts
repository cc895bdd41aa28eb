import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { NEXT_ID } from "@/lib/assignments/server/next";
import { invariant } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { openAssignment } from "./open-assignment";

/** How an assignment stands aside, and what its annotator opens next. Its version stays: nobody else writes these. */
export type SetAside = { id: string; skippedAt: Date | null; skipReason: string; flaggedAt: Date | null; flagNote: string; nextId: string | null };

const NOW = `SELECT a.id, a.skipped_at AS "skippedAt", a.skip_reason AS "skipReason", a.flagged_at AS "flaggedAt", a.flag_note AS "flagNote", ${NEXT_ID("a", 3)} AS "nextId" FROM assignment a WHERE a.project_id = $1 AND a.id = $2`;

/** Writes one of the two on the actor's own open assignment; marks and state stay as they are. */
const write = (actor: MemberActor, op: Op, assignmentId: string, action: string, sql: string, words: readonly string[]): Promise<SetAside> =>
  runOperation(actor, op, async (tx) => {
    await openAssignment(actor, assignmentId, tx);
    await rows(`UPDATE assignment SET ${sql} WHERE project_id = $1 AND id = $2`, [actor.projectId, assignmentId, ...words], tx);
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'progress')", [actor.projectId], tx);
    return { answer: await asideNow(actor, assignmentId, tx), deed: { action, subject: "assignment", subjectId: assignmentId } };
  });

async function asideNow(actor: MemberActor, assignmentId: string, tx: Sql): Promise<SetAside> {
  const found = await row<SetAside>(NOW, [actor.projectId, assignmentId, actor.memberId], tx);
  invariant(found, "the assignment was there a moment ago");
  return found;
}

/** Leaves the actor's article for later, and says why. What is marked in it stays; it comes behind the others. */
export const skipAssignment = (actor: MemberActor, op: Op, assignmentId: string, wish: { reason: string }): Promise<SetAside> =>
  write(actor, op, assignmentId, "assignment.skipped", "skipped_at = coalesce(skipped_at, now()), skip_reason = $3", [wish.reason]);

/** Takes a skipped article up again. */
export const takeUpAssignment = (actor: MemberActor, op: Op, assignmentId: string): Promise<SetAside> =>
  write(actor, op, assignmentId, "assignment.taken_up", "skipped_at = NULL, skip_reason = ''", []);

/** Flags the actor's article for coordinators and reviewers, with a note that may be empty. */
export const flagAssignment = (actor: MemberActor, op: Op, assignmentId: string, wish: { note: string }): Promise<SetAside> =>
  write(actor, op, assignmentId, "assignment.flagged", "flagged_at = coalesce(flagged_at, now()), flag_note = $3", [wish.note]);

/** Takes the flag off. */
export const unflagAssignment = (actor: MemberActor, op: Op, assignmentId: string): Promise<SetAside> =>
  write(actor, op, assignmentId, "assignment.unflagged", "flagged_at = NULL, flag_note = ''", []);

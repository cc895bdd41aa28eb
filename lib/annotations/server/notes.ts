import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { START } from "@/lib/assignments/server/progress-counts";
import { conflict, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { NoteKind } from "../span";
import { openAssignment } from "./open-assignment";

/** A note on a whole article, or on what it leaves out. */
export type Note = { id: string; kind: NoteKind; body: string; version: number };

/** Notes that one assignment can have. */
export const MOST_NOTES = 100;

type Stored = Note & { deleted: boolean };
const current = (found: Stored): { current: Note | null; version: number } => {
  const { deleted, ...note } = found;
  return { current: deleted ? null : note, version: note.version };
};
const changed = (found: Stored) => conflict(found.deleted ? "This note was deleted elsewhere." : "This note was changed elsewhere since you saw it.", current(found));

const storedNote = (actor: MemberActor, assignmentId: string, noteId: string, tx: Sql): Promise<Stored | undefined> =>
  row<Stored>("SELECT id, kind, body, version, deleted_at IS NOT NULL AS deleted FROM assignment_note WHERE project_id = $1 AND assignment_id = $2 AND id = $3 FOR UPDATE", [actor.projectId, assignmentId, noteId], tx);

const tell = (actor: MemberActor, articleId: string, tx: Sql) => rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'note', $2, $3)", [actor.projectId, articleId, actor.memberId], tx);

/** Writes a note of the actor's own open assignment: a new one with version 0, or the version that was last seen. A deleted note comes back when it is written again. */
export const writeNote = (actor: MemberActor, op: Op, assignmentId: string, noteId: string, wish: { version: number; kind: NoteKind; body: string }): Promise<Note> =>
  runOperation(actor, op, async (tx) => {
    const { articleId } = await openAssignment(actor, assignmentId, tx);
    const before = await storedNote(actor, assignmentId, noteId, tx);
    if (!before && wish.version !== 0) throw notFound();
    if (before && before.version !== wish.version) throw changed(before);
    const version = wish.version + 1;
    if (!before || before.deleted) await leaveRoom(actor, assignmentId, tx);
    const written = before
      ? await row("UPDATE assignment_note SET kind = $4, body = $5, version = $6, deleted_at = NULL, updated_at = now() WHERE project_id = $1 AND assignment_id = $2 AND id = $3 RETURNING id", [actor.projectId, assignmentId, noteId, wish.kind, wish.body, version], tx)
      : await row(
          "INSERT INTO assignment_note (project_id, id, assignment_id, article_id, member_id, kind, body) VALUES ($1, $3, $2, $6, $7, $4, $5) ON CONFLICT DO NOTHING RETURNING id",
          [actor.projectId, assignmentId, noteId, wish.kind, wish.body, articleId, actor.memberId],
          tx,
        );
    if (!written) throw conflict("A note with this id exists already.");
    await rows(START, [actor.projectId, assignmentId], tx);
    await tell(actor, articleId, tx);
    return { answer: { id: noteId, kind: wish.kind, body: wish.body, version }, deed: { action: "note.written", subject: "assignment", subjectId: assignmentId } };
  });

async function leaveRoom(actor: MemberActor, assignmentId: string, tx: Sql): Promise<void> {
  const found = await row<{ n: number }>("SELECT count(*)::int AS n FROM assignment_note WHERE project_id = $1 AND assignment_id = $2 AND deleted_at IS NULL", [actor.projectId, assignmentId], tx);
  if ((found?.n ?? 0) >= MOST_NOTES) throw conflict(`An article can have ${MOST_NOTES} notes of yours. Join some of them first.`);
}

/** Takes a note away; it is kept for the record. */
export const deleteNote = (actor: MemberActor, op: Op, assignmentId: string, noteId: string, seen: { version: number }): Promise<Note> =>
  runOperation(actor, op, async (tx) => {
    const { articleId } = await openAssignment(actor, assignmentId, tx);
    const before = await storedNote(actor, assignmentId, noteId, tx);
    if (!before) throw notFound();
    if (before.deleted || before.version !== seen.version) throw changed(before);
    const version = seen.version + 1;
    await rows("UPDATE assignment_note SET deleted_at = now(), version = $4, updated_at = now() WHERE project_id = $1 AND assignment_id = $2 AND id = $3", [actor.projectId, assignmentId, noteId, version], tx);
    await tell(actor, articleId, tx);
    return { answer: { id: noteId, kind: before.kind, body: before.body, version }, deed: { action: "note.deleted", subject: "assignment", subjectId: assignmentId } };
  });

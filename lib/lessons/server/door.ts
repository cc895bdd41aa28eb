import "server-only";
import { createHmac } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { CODE_LENGTH, codeOf, spaced } from "@/lib/projects/codes";
import type { Op } from "@/lib/projects/operation";
import { codeDigest } from "@/lib/projects/server/code-rows";
import { runOperation } from "@/lib/projects/server/operation";

/** How pupils get in. `code` is null while the door is closed; `path` is what a QR code leads to. */
export type Door = { open: boolean; code: string | null; spaced: string | null; path: string | null; joined: number; expiresAt: Date | null };

const USES = 200;
const DAYS = 14;

// The code itself stands nowhere: it follows from the row's id and the secret of this machine, so that it can be shown
// again after the teacher's computer was started anew.
function codeFor(id: string): string {
  const bytes = createHmac("sha256", env().AUTH_SECRET).update(`lesson code ${id}`).digest();
  return codeOf([...bytes.subarray(0, CODE_LENGTH)]);
}

/** The door of the lesson, for its teacher: its code while it is open, and how many pupils are in. A template has none. */
export async function doorOf(actor: MemberActor, tx?: Sql): Promise<Door> {
  const found = await row<{ state: string; id: string | null; expiresAt: Date | null; joined: number }>(
    `SELECT l.state, c.id, c.expires_at AS "expiresAt", (SELECT count(*)::int FROM member m WHERE m.project_id = l.project_id AND m.role = 'annotator' AND m.state = 'active') AS joined
     FROM lesson l LEFT JOIN join_code c ON c.project_id = l.project_id AND c.id = l.code_id AND c.revoked_at IS NULL AND c.expires_at > now() AND c.uses < c.max_uses WHERE l.project_id = $1`,
    [actor.projectId],
    tx,
  );
  if (!found || actor.role !== "coordinator" || found.state === "template") throw notFound();
  const code = found.id === null ? null : codeFor(found.id);
  return { open: code !== null, code, spaced: code && spaced(code), path: code && `/join#${code}`, joined: found.joined, expiresAt: found.expiresAt };
}

/** Opens the door with a new code, or closes it; whoever is in stays in. Opening an open door changes nothing. */
export async function setDoor(actor: MemberActor, op: Op, open: boolean): Promise<Door> {
  await runOperation(actor, op, async (tx) => {
    const door = await doorOf(actor, tx);
    // Whoever joins holds the code's row before the lesson's, so closing must not hold the lesson's first.
    if (open && !door.open) await openIt(actor, tx);
    if (!open) await rows("UPDATE join_code c SET revoked_at = now() FROM lesson l WHERE l.project_id = $1 AND c.project_id = $1 AND c.id = l.code_id AND c.revoked_at IS NULL", [actor.projectId], tx);
    await rows("INSERT INTO outbox (project_id, kind, member_id) VALUES ($1, 'door', $2)", [actor.projectId, actor.memberId], tx);
    // What is answered is kept with the operation, and a code stands nowhere.
    return { answer: null, deed: { action: open ? "lesson.door_opened" : "lesson.door_closed", subject: "lesson", subjectId: actor.projectId } };
  });
  return doorOf(actor);
}

async function openIt(actor: MemberActor, tx: Sql): Promise<void> {
  const lesson = await row<{ state: string; nameless: boolean }>("SELECT l.state, p.nameless_at IS NOT NULL AS nameless FROM lesson l JOIN project p ON p.id = l.project_id WHERE l.project_id = $1 FOR UPDATE OF l", [actor.projectId], tx);
  if ((await doorOf(actor, tx)).open) return;
  if (lesson?.nameless) throw conflict("This class was kept without names, and nobody joins it any more.");
  if (lesson?.state === "ended") throw conflict("This lesson is over. Make the next one for this class, or copy it.");
  const id = newId();
  const code = codeFor(id);
  await rows(
    `INSERT INTO join_code (project_id, id, code_digest, hint, kind, role, expires_at, max_uses, created_by) VALUES ($1, $2, $3, $4, 'code', 'annotator', now() + make_interval(days => $5), $6, $7)`,
    [actor.projectId, id, codeDigest(actor, code), code.slice(0, 2), DAYS, USES, actor.memberId],
    tx,
  );
  await rows("UPDATE lesson SET code_id = $2 WHERE project_id = $1", [actor.projectId, id], tx);
}

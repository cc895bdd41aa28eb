import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { Deed, Op } from "../operation";

/** The sentence for an operation id that comes back with another body. */
export const reused = (): AppError =>
  new AppError("operation_reused", "This Operation-Id was already used for another change. Make a new one; nothing was changed.");

/**
 * Runs a command once: the first time in one transaction with its operation row and audit entry, afterwards
 * answering what it answered then. The same id with another body is refused (422).
 */
export async function runOperation<T>(actor: MemberActor, op: Op, work: (tx: Sql) => Promise<{ answer: T; deed: Deed }>): Promise<T> {
  return transaction(async (tx) => {
    const claimed = await row(
      `INSERT INTO operation (project_id, member_id, op_id, request_digest, status, answer) VALUES ($1, $2, $3, $4, 200, 'null')
       ON CONFLICT DO NOTHING RETURNING op_id`,
      [actor.projectId, actor.memberId, op.id, op.digest],
      tx,
    );
    if (!claimed) return replay<T>(actor, op, tx);
    const { answer, deed } = await work(tx);
    await rows("UPDATE operation SET answer = $4 WHERE project_id = $1 AND member_id = $2 AND op_id = $3", [actor.projectId, actor.memberId, op.id, JSON.stringify(answer ?? null)], tx);
    await audit(actor, deed, tx);
    return answer;
  });
}

/** The stored answer of an operation that was already done. */
export async function replay<T>(actor: MemberActor, op: Op, on?: Sql): Promise<T> {
  const done = await row<{ request_digest: string; answer: T }>(
    "SELECT request_digest, answer FROM operation WHERE project_id = $1 AND member_id = $2 AND op_id = $3",
    [actor.projectId, actor.memberId, op.id],
    on,
  );
  if (!done || done.request_digest !== op.digest) throw reused();
  return done.answer;
}

/** Adds one line to the append-only audit log of the project, inside the caller's transaction. */
export async function audit(actor: MemberActor, deed: Deed, tx: Sql): Promise<void> {
  await rows(
    "INSERT INTO audit_entry (project_id, id, member_id, action, subject, subject_id, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    [actor.projectId, newId(), actor.memberId, deed.action, deed.subject ?? null, deed.subjectId ?? null, JSON.stringify(deed.detail ?? null)],
    tx,
  );
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError } from "@/lib/kernel/errors";
import { row, rows, transaction } from "@/lib/platform/database";
import { filesOf, type OpenImport, stillOpen } from "./open-imports";
import { insertRows } from "./write-rows";

/** Slices of one import that may fail, or end the worker, with nothing written in between. */
const MOST_ATTEMPTS = 3;
const FILE_GIVEN_UP = "Reading this file failed three times or ended the program, so what is left of it was not read.";
const IMPORT_GIVEN_UP = "Something broke that should not have, three times in a row. What was added stays.";

/**
 * Counts an attempt before it is made, so that one that ends the process has been counted; every batch that is written
 * sets the count back to 0. After three in vain the file at work is refused by its name and the import goes on without
 * it; where no file is at work, the import fails. Answers with the number of this attempt, or null when none is to be made.
 */
export async function beginAttempt(actor: MemberActor, open: OpenImport): Promise<number | null> {
  const begun = await row<{ attempts: number }>(
    "UPDATE import SET attempts = attempts + 1, updated_at = now() WHERE project_id = $1 AND id = $2 AND version = $3 AND state = $4 AND NOT paused RETURNING attempts",
    [actor.projectId, open.id, open.version, open.state],
  );
  if (!begun) return null;
  if (begun.attempts <= MOST_ATTEMPTS) return begun.attempts;
  await giveUp(actor, open);
  return null;
}

/** Takes an attempt back that came to its end, or that failed for what is no fault of the import. */
export const takeBackAttempt = (actor: MemberActor, open: OpenImport): Promise<unknown> =>
  rows("UPDATE import SET attempts = 0, updated_at = now() WHERE project_id = $1 AND id = $2", [actor.projectId, open.id]);

/** Whether an attempt failed only because the database did not answer, or because somebody else held a row for long. */
export const isNoFault = (error: unknown): boolean => (error instanceof AppError && error.code === "unavailable") || (error as { code?: unknown } | null)?.code === "55P03";

async function giveUp(actor: MemberActor, open: OpenImport): Promise<void> {
  const waiting = open.state === "adding" && (await row("SELECT ordinal FROM import_row WHERE project_id = $1 AND import_id = $2 AND state IN ('new', 'copy', 'look') LIMIT 1", [actor.projectId, open.id]));
  const file = waiting ? undefined : (await filesOf(actor, open).next()).value;
  await transaction(async (tx) => {
    if (!(await stillOpen(actor, open, open.seen, tx))) return;
    const id = [actor.projectId, open.id];
    if (!file) return void (await rows("UPDATE import SET state = 'failed', problem = $3, finished_at = now(), updated_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [...id, IMPORT_GIVEN_UP], tx));
    await insertRows(actor, open.id, open.seen, [{ fileId: file.id, place: {}, state: "refused", reason: FILE_GIVEN_UP, byte: null }], tx);
    await rows("UPDATE import_file SET state = 'refused', reason = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, file.id, FILE_GIVEN_UP], tx);
    // The next file has one attempt and not three: an import that keeps ending the worker is not to do so for days.
    await rows("UPDATE import SET seen = seen + 1, refused = refused + 1, attempts = $3, updated_at = now() WHERE project_id = $1 AND id = $2", [...id, MOST_ATTEMPTS - 1], tx);
  });
}

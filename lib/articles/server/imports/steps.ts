import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid } from "@/lib/kernel/errors";
import { rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { PERMISSIONS } from "@/lib/projects/permissions";
import { runOperation } from "@/lib/projects/server/operation";
import type { Mapping } from "../../formats/record";
import type { ImportSettings, ImportState } from "../../imports/shape";
import { importOf, lockImport, type Import } from "./import-sql";
import { clearOver } from "./clear-over";
import { rememberMapping } from "./mappings";
import { ACTIVE } from "./open-imports";

/** Steps of clearing that whoever cancels waits for. */
const AT_ONCE = 8;
type Wish = { version: number };
const OPEN: readonly ImportState[] = ["receiving", "reading", "ready", "adding"];

async function step(actor: MemberActor, op: Op, importId: string, wish: Wish & { states: readonly ImportState[]; refusal: string; action: string; detail?: unknown }, change: (current: Import, tx: Sql) => Promise<unknown>): Promise<Import> {
  return runOperation(actor, op, async (tx) => {
    const current = await lockImport(actor, importId, wish, tx);
    await change(current, tx);
    await rows("UPDATE import SET version = version + 1, attempts = 0, updated_at = now() WHERE project_id = $1 AND id = $2", [actor.projectId, importId], tx);
    return { answer: await importOf(actor, importId, tx), deed: { action: wish.action, subject: "import", subjectId: importId, detail: wish.detail } };
  });
}

/** Forgets what was read, so that reading begins anew. Refuses (422) while that would drop what a person put right. */
async function forgetRows(actor: MemberActor, importId: string, tx: Sql): Promise<void> {
  const corrected = await rows("SELECT FROM import_row WHERE project_id = $1 AND import_id = $2 AND (corrections <> '{}' OR state = 'left_out')", [actor.projectId, importId], tx);
  if (corrected.length > 0)
    throw invalid(`${corrected.length === 1 ? "One record was" : `${corrected.length} records were`} put right by hand, and reading again would drop that. Cancel this import and begin another one, or go on with it as it is.`);
  await rows("DELETE FROM import_row WHERE project_id = $1 AND import_id = $2", [actor.projectId, importId], tx);
  await rows("UPDATE import_file SET cursor = NULL, reason = NULL, state = 'received' WHERE project_id = $1 AND import_id = $2", [actor.projectId, importId], tx);
}

/** Starts reading, or starts it again with another mapping, as long as nothing was added. Refuses (409) while files are missing. */
export const startReading = (actor: MemberActor, op: Op, importId: string, wish: Wish & { mapping?: Mapping | undefined }): Promise<Import> =>
  step(actor, op, importId, { ...wish, states: ["receiving", "reading", "ready"], refusal: "Adding has begun, so this import is not read again.", action: "import.read", detail: { mapping: wish.mapping } }, async (current, tx) => {
    const missing = current.files.filter((file) => file.state === "receiving").length;
    if (missing > 0) throw conflict(missing === 1 ? "One file has not arrived whole yet." : `${missing} files have not arrived whole yet.`, { current });
    if (wish.mapping) {
      const took = await rememberMapping(actor, importId, wish.mapping, tx);
      if (took === 0) throw invalid("No table of this import has the columns that the mapping names.", { errors: [{ path: "/mapping", message: "names a column that no table has" }] });
    }
    await forgetRows(actor, importId, tx);
    await rows("UPDATE import SET state = 'reading', paused = false, seen = 0, refused = 0, bytes_read = 0, problem = NULL WHERE project_id = $1 AND id = $2", [actor.projectId, importId], tx);
  });

/** Changes what holds for every record; what was read is read again with it. */
export const changeSettings = (actor: MemberActor, op: Op, importId: string, wish: Wish & { settings: ImportSettings }): Promise<Import> =>
  step(actor, op, importId, { ...wish, states: ["receiving", "reading", "ready"], refusal: "Adding has begun, so these settings stay as they are.", action: "import.changed", detail: wish.settings }, async (current, tx) => {
    await rows("UPDATE import SET settings = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, importId, JSON.stringify(wish.settings)], tx);
    if (current.state === "receiving") return;
    await forgetRows(actor, importId, tx);
    await rows("UPDATE import SET state = 'reading', seen = 0, refused = 0, bytes_read = 0 WHERE project_id = $1 AND id = $2", [actor.projectId, importId], tx);
  });

/** Starts adding: every row that was not left out, and everything behind the preview. */
export const startAdding = (actor: MemberActor, op: Op, importId: string, wish: Wish): Promise<Import> =>
  step(actor, op, importId, { ...wish, states: ["ready"], refusal: "This import is not at the point where its articles can be added.", action: "import.adding" }, (_current, tx) =>
    rows("UPDATE import SET state = 'adding', paused = false WHERE project_id = $1 AND id = $2", [actor.projectId, importId], tx),
  );

/** Lets the import rest where it is; the batch at work is still finished. */
export const pauseImport = (actor: MemberActor, op: Op, importId: string, wish: Wish): Promise<Import> =>
  step(actor, op, importId, { ...wish, states: ["reading", "adding"], refusal: "There is nothing going on that could be paused.", action: "import.paused" }, (_current, tx) =>
    rows("UPDATE import SET paused = true WHERE project_id = $1 AND id = $2", [actor.projectId, importId], tx),
  );

/** Goes on where the import was paused; in the name of whoever says so, when the one who began it may add nothing any more. */
export const resumeImport = (actor: MemberActor, op: Op, importId: string, wish: Wish): Promise<Import> =>
  step(actor, op, importId, { ...wish, states: ["reading", "adding"], refusal: "There is nothing going on that could go on.", action: "import.resumed" }, (_current, tx) =>
    rows(
      `UPDATE import i SET paused = false, problem = NULL, created_by = CASE WHEN EXISTS (SELECT FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = i.project_id AND m.id = i.created_by AND m.role = ANY($4) AND ${ACTIVE}) THEN i.created_by ELSE $3 END WHERE i.project_id = $1 AND i.id = $2`,
      [actor.projectId, importId, actor.memberId, PERMISSIONS["articles.write"]],
      tx,
    ),
  );

/** Ends the import. What was added stays; what was sent is deleted, of a large import within minutes. */
export async function cancelImport(actor: MemberActor, op: Op, importId: string, wish: Wish): Promise<Import> {
  const cancelled = await step(actor, op, importId, { ...wish, states: OPEN, refusal: "This import is over.", action: "import.cancelled" }, (_current, tx) =>
    rows("UPDATE import SET state = 'cancelled', paused = false, finished_at = now() WHERE project_id = $1 AND id = $2", [actor.projectId, importId], tx),
  );
  await clearOver(actor, { importId, steps: AT_ONCE });
  return cancelled;
}

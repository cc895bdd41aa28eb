import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { takeBack } from "./leave";

const LAST_RUN = "job return-abandoned";
const DAY = 24 * 60;
const SLICE = 500;

/** What a run did: how many assignments went back, or why it only noted the time. */
export type AbandonedRun = { returned: number; skipped: "first run" | "clock jumped" | null };

/**
 * Gives work of pools back that was taken and not touched for as many days as its project says: not begun, or begun
 * and no mark, judgement, answer or note changed since. The marks are kept. Times are the database's; when its clock
 * seems to have jumped (this run is before the last one, or more than a day after it), nothing happens until the next.
 */
export async function returnAbandoned(actor: Actor): Promise<AbandonedRun> {
  if (actor.kind !== "job" && actor.kind !== "operator") return { returned: 0, skipped: null };
  const gap = await noteRun();
  if (gap === null) return { returned: 0, skipped: "first run" };
  if (gap < 0 || gap > DAY) return { returned: 0, skipped: "clock jumped" };
  let returned = 0;
  for (;;) {
    const some = await returnSome(actor);
    returned += some;
    if (some === 0) return { returned, skipped: null };
  }
}

/** Notes this moment, in whole minutes, and answers with the minutes since the last run; null when there was none. */
async function noteRun(): Promise<number | null> {
  const noted = await row<{ gap: number | null }>(
    `WITH moment AS (SELECT (extract(epoch FROM now()) / 60)::int AS minute), before AS (SELECT points FROM rate_limit WHERE key = $1),
     noted AS (INSERT INTO rate_limit (key, points) SELECT $1, minute FROM moment ON CONFLICT (key) DO UPDATE SET points = excluded.points)
     SELECT minute - (SELECT points FROM before) AS gap FROM moment`,
    [LAST_RUN],
  );
  return noted?.gap ?? null;
}

const NEWEST_CHANGE = ["span", "judgement", "article_answer", "assignment_note"]
  .map((table) => `(SELECT max(x.updated_at) FROM ${table} x WHERE x.project_id = s.project_id AND x.assignment_id = s.id)`)
  .join(", ");

const returnSome = (actor: Actor): Promise<number> =>
  transaction(async (tx) => {
    const left = await rows<{ id: string; projectId: string }>(
      `SELECT s.id, s.project_id AS "projectId" FROM project p
       JOIN assignment_batch b ON b.project_id = p.id AND b.strategy = 'pool'
       JOIN assignment s ON s.project_id = b.project_id AND s.batch_id = b.id AND s.state IN ('assigned', 'in_progress')
       WHERE p.abandon_after_days IS NOT NULL AND p.archived_at IS NULL AND NOT s.locked AND s.opened_at < now() - make_interval(days => p.abandon_after_days)
         AND coalesce(greatest(${NEWEST_CHANGE}) < now() - make_interval(days => p.abandon_after_days), true)
       ORDER BY s.project_id, s.id LIMIT ${SLICE} FOR UPDATE OF s SKIP LOCKED`,
      [],
      tx,
    );
    for (const projectId of new Set(left.map((one) => one.projectId))) {
      const ids = left.filter((one) => one.projectId === projectId).map(({ id }) => id);
      await takeBack(actor, tx, projectId, ids);
      await rows("INSERT INTO audit_entry (project_id, id, action, subject, subject_id, detail) VALUES ($1, $2, 'assignments.abandoned', 'project', $1, $3)", [projectId, newId(), JSON.stringify({ assignmentIds: ids })], tx);
    }
    return left.length;
  });

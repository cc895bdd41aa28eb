import "server-only";
import { onBehalfOf, type Actor, type MemberActor } from "@/lib/accounts/server/actor";
import { row, rows, transaction } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { recountOutlets } from "./outlets";
import { ARTICLE_ROLLUPS, countArticles, ROLLUP_VERSION } from "./refresh";

/** So many articles are counted in one transaction. */
const SLICE = 100;
/** After so many, the database looks at what was written. */
const FIRST = 5 * SLICE;

/**
 * Counts the figures of one project anew, some articles at a time. Answers whether that is done; where something
 * changed meanwhile that asks for it again, it is not. May be stopped at any moment, and begins again then.
 */
export async function recountProject(actor: MemberActor, stop: () => boolean = () => false): Promise<boolean> {
  const before = await row<{ version: number }>("SELECT rollup_version AS version FROM project WHERE id = $1", [actor.projectId]);
  if (!before || before.version === ROLLUP_VERSION) return true;
  let counted = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    if (stop()) return false;
    const ids = (
      await rows<{ id: string }>(
        `SELECT ar.id FROM article ar WHERE ar.project_id = $1 AND ar.id > $2 AND (EXISTS (SELECT FROM assignment a WHERE a.project_id = ar.project_id AND a.article_id = ar.id AND a.state = 'submitted')
           OR EXISTS (SELECT FROM rollup_coder c WHERE c.project_id = ar.project_id AND c.article_id = ar.id) OR EXISTS (SELECT FROM adjudication j WHERE j.project_id = ar.project_id AND j.article_id = ar.id AND j.state = 'settled'))
         ORDER BY ar.id LIMIT ${SLICE}`,
        [actor.projectId, after],
      )
    ).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    await transaction((tx) => countArticles(actor, ids, tx));
    counted += ids.length;
    // Without statistics of tables that were just empty, articles are counted three times as slowly.
    if (counted === FIRST) await rows(`ANALYZE ${ARTICLE_ROLLUPS.map(({ table }) => table).join(", ")}`);
    after = last;
  }
  return transaction(async (tx) => {
    const outlets = await rows<{ id: string }>("SELECT id FROM outlet WHERE project_id = $1", [actor.projectId], tx);
    await recountOutlets(actor, actor.projectId, outlets.map(({ id }) => id), null, tx);
    return (await row("UPDATE project SET rollup_version = $2 WHERE id = $1 AND rollup_version = $3 RETURNING id", [actor.projectId, ROLLUP_VERSION, before.version], tx)) !== undefined;
  });
}

/** The recurring job: counts the figures of projects anew whose counts were made by another version, or no longer hold, until `milliseconds` have passed by `now`. */
export async function recountFigures(actor: Actor, now: () => number, milliseconds = 600_000): Promise<number> {
  if (actor.kind !== "job" && actor.kind !== "operator") return 0;
  const until = now() + milliseconds;
  const projects = await rows<{ projectId: string; memberId: string }>(
    `SELECT DISTINCT ON (m.project_id) m.project_id AS "projectId", m.id AS "memberId" FROM member m JOIN project p ON p.id = m.project_id AND p.rollup_version <> $1 WHERE m.role = 'coordinator' AND m.state = 'active' ORDER BY m.project_id, m.id`,
    [ROLLUP_VERSION],
  );
  let done = 0;
  for (const { projectId, memberId } of projects) {
    const member = await onBehalfOf(actor, projectId, memberId);
    if (!member || now() >= until) continue;
    if (!(await recountProject(member, () => now() >= until))) continue;
    done++;
    log.info({ event: "figures_counted", projectId }, "figures");
  }
  return done;
}

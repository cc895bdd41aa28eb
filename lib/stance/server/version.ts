import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, type Sql } from "@/lib/platform/database";

// Whatever changes the counts of articles or of outlets moves the clock. Of a row of the others, the number of its last change stands in it (`xmin`); that of a set is written whenever articles join or leave it.
const FINGERPRINT = `
SELECT concat_ws('.',
  (SELECT coalesce(sum(n), 0) FROM rollup_clock WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM target WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM outlet WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article_set WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM member WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM codebook_version WHERE project_id = $1 AND state = 'published'),
  (SELECT xmin::text FROM project WHERE id = $1)) AS version`;

/** What the figures of stance of a project rest on at this moment, as a short text: another one as soon as a figure may be another. */
export async function stanceVersion(actor: MemberActor, tx?: Sql): Promise<string> {
  return (await row<{ version: string }>(FINGERPRINT, [actor.projectId], tx))?.version ?? "";
}

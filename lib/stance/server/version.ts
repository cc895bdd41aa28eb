import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, type Sql } from "@/lib/platform/database";

// The number of the last change of a row stands in it (`xmin`). Every change of a figure writes counts of an article anew, or a row of the others.
const FINGERPRINT = `
SELECT concat_ws('.',
  (SELECT concat(count(*), '-', coalesce(sum(version), 0), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM rollup_coder WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM target WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM outlet WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article_set_item WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article_set WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM address_mark WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM member WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM codebook_version WHERE project_id = $1 AND state = 'published'),
  (SELECT xmin::text FROM project WHERE id = $1)) AS version`;

/** What the figures of stance of a project rest on at this moment, as a short text: another one as soon as a figure may be another. */
export async function stanceVersion(actor: MemberActor, tx?: Sql): Promise<string> {
  return (await row<{ version: string }>(FINGERPRINT, [actor.projectId], tx))?.version ?? "";
}

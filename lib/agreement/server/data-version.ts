import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, type Sql } from "@/lib/platform/database";

/**
 * Each change of a row is made by a transaction, whose number stands in the row (`xmin`), so the number of rows with
 * the sum of those numbers tells whether anything was added, changed or taken away since. Whatever is read in the same
 * snapshot belongs to this version, however many write meanwhile. Submissions never change but are added or purged;
 * `n.xmin` of the articles tells of blocks and corrected texts, since every such change writes the article.
 */
const FINGERPRINT = `
SELECT concat_ws('.',
  (SELECT concat(count(*), '-', coalesce(sum(version), 0), '-', coalesce(sum(xmin::text::bigint), 0)) FROM assignment WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(version), 0), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM target WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM member WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM answer_key WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM codebook_version WHERE project_id = $1 AND state = 'published'),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article_set_item WHERE project_id = $1),
  (SELECT concat(count(*), '-', coalesce(sum(xmin::text::bigint), 0)) FROM article_set WHERE project_id = $1),
  (SELECT xmin::text FROM project WHERE id = $1),
  (SELECT count(*) FROM submission WHERE project_id = $1)) AS version`;

/** What the figures of a project rest on at this moment, as a short text: another one as soon as anything of it changed. */
export async function dataVersion(actor: MemberActor, tx?: Sql): Promise<string> {
  return (await row<{ version: string }>(FINGERPRINT, [actor.projectId], tx))?.version ?? "";
}

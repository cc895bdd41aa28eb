import "server-only";
import { onBehalfOf, type Actor, type MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import type { BlockKind } from "@/lib/articles/blocks";
import { certainCounter, type TargetName } from "@/lib/codebook/target-names";
import { MAY_HOLD, needlesOf, targetNames } from "@/lib/codebook/server/name-texts";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { holdMerges } from "@/lib/projects/server/merge-lock";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";

/** So many articles are looked through at a time. */
const SLICE = 25;

/** What the names in an article (alias `ar`) hang on, as text: all names of targets in use, its text, and what its blocks are (every change of those counts its version up). */
export const BASIS = `concat_ws('.', (
    SELECT md5(string_agg(concat_ws('|', coalesce(t.merged_into_id, t.id), n.name, n.ambiguous), ',' ORDER BY t.id, n.key)) FROM target t JOIN target root ON root.project_id = t.project_id AND root.id = coalesce(t.merged_into_id, t.id)
    CROSS JOIN LATERAL (SELECT t.name, '' AS key, false AS ambiguous UNION ALL SELECT x.alias, x.alias_key, x.is_ambiguous FROM target_alias x WHERE x.project_id = t.project_id AND x.target_id = t.id) n WHERE t.project_id = $1 AND root.archived_at IS NULL
  ), ar.current_revision_id, ar.version)`;

const STALE = `FROM article ar LEFT JOIN mention_basis b ON b.project_id = ar.project_id AND b.article_id = ar.id WHERE ar.project_id = $1 AND ar.state = 'active' AND b.basis IS DISTINCT FROM ${BASIS}`;

/** In how many articles of the project the names of targets are still to be looked up. */
export const mentionsPending = async (actor: MemberActor): Promise<number> => (await row<{ n: number }>(`SELECT count(*)::int AS n ${STALE}`, [actor.projectId]))?.n ?? 0;

type Read = { id: string; basis: string; text: string | null; blocks: [kind: BlockKind, start: number, end: number][] };

/** How often certain names of each target stand in the blocks of an article that are read. */
function counted({ text, blocks }: Read, count: (text: string) => Map<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  if (text === null) return found;
  const index = new TextIndex(text);
  for (const [kind, start, end] of blocks)
    if (kind !== "chrome" && kind !== "byline") for (const [id, n] of count(index.slice(codePoint(start), codePoint(end)))) found.set(id, (found.get(id) ?? 0) + n);
  return found;
}

/**
 * Looks up the certain names of targets in some articles of the project where that was not done, or hangs on something
 * that changed, and counts these articles anew for the figures. Answers how many were looked through; 0: all are done.
 */
export async function lookUpMentions(actor: MemberActor): Promise<number> {
  const names = await targetNames(actor, newId());
  const needles = needlesOf(names.map((one: TargetName) => ({ ...one, also: [] })));
  const read = await rows<Read>(
    `SELECT ar.id, ${BASIS} AS basis, CASE WHEN ${MAY_HOLD("r.text", "$2")} THEN r.text END AS text,
       (SELECT coalesce(json_agg(json_build_array(x.kind, x.start_offset, x.end_offset) ORDER BY x.ordinal), '[]') FROM block x WHERE x.project_id = $1 AND x.revision_id = r.id) AS blocks
     FROM article ar JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id WHERE ar.project_id = $1 AND ar.id IN (SELECT ar.id ${STALE} ORDER BY ar.id LIMIT ${SLICE})`,
    [actor.projectId, needles],
  );
  if (read.length === 0) return 0;
  const count = certainCounter(names);
  const found = read.flatMap((one) => [...counted(one, count)].map(([targetId, n]) => ({ articleId: one.id, targetId, n })));
  await transaction(async (tx) => {
    await holdMerges(actor, tx);
    // What changed since it was read is looked through again next time.
    const same = new Set((await rows<{ id: string }>(`SELECT ar.id FROM article ar JOIN unnest($2::uuid[], $3::text[]) AS x(id, basis) ON x.id = ar.id WHERE ar.project_id = $1 AND ${BASIS} = x.basis ORDER BY ar.id FOR NO KEY UPDATE OF ar`, [actor.projectId, read.map(({ id }) => id), read.map(({ basis }) => basis)], tx)).map(({ id }) => id));
    const [looked, kept] = [read.filter(({ id }) => same.has(id)), found.filter(({ articleId }) => same.has(articleId))];
    const ids = looked.map(({ id }) => id);
    await rows("DELETE FROM target_mention WHERE project_id = $1 AND article_id = ANY($2::uuid[])", [actor.projectId, ids], tx);
    await rows("INSERT INTO target_mention (project_id, article_id, target_id, n) SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[]) AS x(article_id, target_id, n) ORDER BY 2, 3", [actor.projectId, kept.map((one) => one.articleId), kept.map((one) => one.targetId), kept.map((one) => one.n)], tx);
    await rows("INSERT INTO mention_basis (project_id, article_id, basis) SELECT $1, * FROM unnest($2::uuid[], $3::text[]) AS x(article_id, basis) ORDER BY 2 ON CONFLICT (project_id, article_id) DO UPDATE SET basis = excluded.basis", [actor.projectId, ids, looked.map(({ basis }) => basis)], tx);
    const counting = await rows<{ id: string }>("SELECT DISTINCT article_id AS id FROM rollup_coder WHERE project_id = $1 AND article_id = ANY($2::uuid[])", [actor.projectId, ids], tx);
    if (counting.length > 0) await refreshArticles(actor, counting.map(({ id }) => id), tx);
  });
  return read.length;
}

/** The recurring job: looks up names in the projects, some articles at a time, until all is done or `milliseconds` have passed by `now`. */
export async function lookUpAllMentions(actor: Actor, now: () => number, milliseconds = 20_000): Promise<number> {
  if (actor.kind !== "job" && actor.kind !== "operator") return 0;
  const until = now() + milliseconds;
  let looked = 0;
  const projects = await rows<{ projectId: string; memberId: string }>(
    `SELECT DISTINCT ON (m.project_id) m.project_id AS "projectId", m.id AS "memberId" FROM member m JOIN project p ON p.id = m.project_id AND p.archived_at IS NULL WHERE m.role = 'coordinator' AND m.state = 'active' ORDER BY m.project_id, m.id`,
  );
  for (const { projectId, memberId } of projects) {
    const member = await onBehalfOf(actor, projectId, memberId);
    for (let some = 1; member && some > 0 && now() < until; looked += some) some = await lookUpMentions(member);
  }
  return looked;
}

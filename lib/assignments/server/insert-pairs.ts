import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, row, type Sql } from "@/lib/platform/database";
import { readSeed } from "../plan/strategy";
import type { Refresh } from "./assign";
import { UUID7 } from "./assign-sql";
import type { CountedBlocks } from "./plan-blocks";
import { WAITS } from "./plan-people";
import { addLabels, COUNT_PROGRESS, TELL_PROGRESS } from "./progress-counts";

/** What assignments of one batch have in common. */
export type BatchOf = { readonly batchId: string | null; readonly phase: string; readonly round: number; readonly dueOn: string | null; readonly seed: string };
/** Each article with the members that get it. */
export type Pairs = readonly { readonly articleId: string; readonly memberIds: readonly string[] }[];
/** `restored` had been withdrawn, and come back where they stood. */
export type Inserted = { created: number; restored: number; ids: string[] };

// Who has what is looked up once, before the first row is written: looking past the rows of this statement again and
// again would take forever. Articles come with the number of a set of members, so that twenty thousand articles for the same fifty people are
// not a million lines to send. What comes back as practice stays practice, and the other way round. The order is each member's own: by a hash of seed, article and member.
const INSERT = `
WITH wish AS (
  SELECT w.article_id, m.member_id, w.ordinals::int[] AS ordinals, w.counted
  FROM unnest($3::uuid[], $4::int[], $5::text[], $6::int[]) AS w(article_id, set, ordinals, counted) JOIN unnest($7::int[], $8::uuid[]) AS m(set, member_id) USING (set)
), who AS MATERIALIZED (
  SELECT m.id, ${WAITS} AND $10 <> 'practice' AS locked, coalesce((SELECT max(s.position) FROM assignment s WHERE s.project_id = $1 AND s.member_id = m.id), 0) AS top
  FROM member m JOIN project p ON p.id = m.project_id WHERE m.project_id = $1 AND m.id IN (SELECT unnest($8::uuid[]))
), made AS (
INSERT INTO assignment (project_id, id, article_id, member_id, round, phase, batch_id, due_on, locked, block_ordinals, counted_code_points, position)
SELECT $1, ${UUID7}, w.article_id, w.member_id, $9, $10, $2, $11::date, who.locked, w.ordinals, w.counted,
       who.top + row_number() OVER (PARTITION BY w.member_id ORDER BY hashtextextended(w.article_id::text || w.member_id::text, $12::bigint), w.article_id)
FROM wish w JOIN who ON who.id = w.member_id
ON CONFLICT (project_id, article_id, member_id, round) DO UPDATE SET
  state = CASE WHEN assignment.submitted_at IS NOT NULL THEN 'submitted'
               WHEN EXISTS (SELECT FROM span s WHERE s.project_id = $1 AND s.assignment_id = assignment.id AND s.deleted_at IS NULL) THEN 'in_progress' ELSE 'assigned' END,
  phase = CASE WHEN (assignment.phase = 'practice') = (excluded.phase = 'practice') THEN excluded.phase ELSE assignment.phase END, batch_id = excluded.batch_id, due_on = excluded.due_on, locked = excluded.locked,
  block_ordinals = excluded.block_ordinals, counted_code_points = excluded.counted_code_points, version = assignment.version + 1, opened_at = now()
WHERE assignment.state = 'withdrawn'
RETURNING project_id, id, article_id, member_id, phase, state, 1 AS d, xmax = 0 AS fresh
), ${COUNT_PROGRESS("made")}, ${TELL_PROGRESS}
SELECT count(*) FILTER (WHERE fresh)::int AS created, count(*) FILTER (WHERE NOT fresh)::int AS restored,
       (SELECT coalesce(array_agg(x.id), '{}') FROM (SELECT id FROM made LIMIT 100) x) AS ids,
       coalesce(array_agg(id) FILTER (WHERE state = 'submitted'), '{}') AS submitted, coalesce(array_agg(DISTINCT article_id) FILTER (WHERE state = 'submitted'), '{}') AS figures
FROM made`;

/**
 * Gives articles to members in one statement, in a random order of each member's own behind what they have. Whoever
 * has the article in this round keeps it as it is. `ids` names the first hundred.
 */
export async function insertPairs(actor: MemberActor, tx: Sql, batch: BatchOf, pairs: Pairs, blocks: ReadonlyMap<string, CountedBlocks> | null, refresh: Refresh): Promise<Inserted> {
  const sets = new Map<string, number>();
  const [setOf, members]: [number[], string[]] = [[], []];
  const numbers: number[] = [];
  for (const { memberIds } of pairs) {
    const key = memberIds.join(" ");
    let set = sets.get(key);
    if (set === undefined) {
      sets.set(key, (set = sets.size));
      for (const id of memberIds) {
        setOf.push(set);
        members.push(id);
      }
    }
    numbers.push(set);
  }
  const articles = pairs.map(({ articleId }) => articleId);
  const made = await row<Inserted & { submitted: string[]; figures: string[] }>(
    INSERT,
    [
      actor.projectId, batch.batchId, articles, numbers,
      articles.map((id) => `{${blocks?.get(id)?.ordinals.join(",") ?? ""}}`), articles.map((id) => blocks?.get(id)?.codePoints ?? null),
      setOf, members, batch.round, batch.phase, batch.dueOn, BigInt.asIntN(64, readSeed(batch.seed)).toString(),
    ],
    tx,
  );
  const { created = 0, restored = 0, ids = [], submitted = [], figures = [] } = made ?? {};
  // Withdrawn work that comes back submitted counts again.
  if (figures.length > 0) await refresh(actor, figures, tx);
  await addLabels(actor, tx, submitted);
  if (created > 1000) await rows("ANALYZE assignment", [], tx);
  return { created, restored, ids };
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { BlockKind } from "../../blocks";
import { shingleSet, wordHashes } from "../../copies/shingles";
import { copyWords } from "../../copies/words";
import { rows, type Sql } from "@/lib/platform/database";

/** Another article that may carry the same words. `shared` counts the keys that the two prints have in common. */
export type Candidate = { articleId: string; otherId: string; otherWork: string; shared: number; shingles: number; otherShingles: number; codePoints: number };

/** Articles that are looked at for one article; more share keys only where a whole collection repeats itself. */
const LOOKED = 200;
/** Code points of text that are held at once. */
const HELD = 4_000_000;

/**
 * Articles that share keys with some articles, at most `most` for each, those that share most first. The index is
 * asked once per article; no text is read.
 */
export const nearCandidates = (actor: MemberActor, articleIds: readonly string[], most: number, tx?: Sql): Promise<Candidate[]> =>
  rows<Candidate>(
    // A table that has just grown looks small to the planner, which then does the inner part again and again. So what is
    // asked about is read first, the project is told in a way that only the index of keys can begin with, and the join
    // is one that cannot be turned around.
    `WITH n AS MATERIALIZED (SELECT article_id, shingles, bands FROM copy_print WHERE project_id = $1 AND article_id = ANY($2::uuid[]))
     SELECT n.article_id AS "articleId", c.article_id AS "otherId", c.work_id AS "otherWork", c.shared, n.shingles, c.shingles AS "otherShingles", c.code_points AS "codePoints"
     FROM n
     CROSS JOIN LATERAL (SELECT q.*, a.work_id, a.code_points FROM (
       SELECT p.article_id, p.shingles, (SELECT count(*)::int FROM (SELECT unnest(p.bands) INTERSECT SELECT unnest(n.bands)) k) AS shared FROM (
         SELECT article_id, shingles, bands FROM copy_print WHERE bands && n.bands AND project_id IS NOT DISTINCT FROM $1 AND article_id <> n.article_id LIMIT ${LOOKED}
       ) p ORDER BY shared DESC, p.article_id LIMIT $3
     ) q LEFT JOIN article a ON a.project_id = $1 AND a.id = q.article_id) c`,
    [actor.projectId, articleIds, most],
    tx,
  );

/**
 * Runs what asks the index of keys inside a transaction. A table that has just grown looks small enough to the planner
 * to be read through for every article; for that time it may not.
 */
export async function byTheIndex<T>(_actor: MemberActor, tx: Sql, work: () => Promise<T>): Promise<T> {
  await rows("SET LOCAL enable_seqscan = off", [], tx);
  const found = await work();
  await rows("SET LOCAL enable_seqscan = on", [], tx);
  return found;
}

type Text = { id: string; text: string; blocks: [kind: BlockKind, start: number, end: number][] };

/** The shingles of the current words of some articles, by article; texts are read a few at a time and let go. */
export async function shinglesOf(actor: MemberActor, articles: ReadonlyMap<string, { readonly codePoints: number }>, tx?: Sql): Promise<Map<string, Uint32Array>> {
  const found = new Map<string, Uint32Array>();
  for (const ids of slices(articles)) {
    const texts = await rows<Text>(
      `SELECT a.id, r.text, (SELECT coalesce(json_agg(json_build_array(b.kind, b.start_offset, b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = $1 AND b.revision_id = r.id) AS blocks
       FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = ANY($2::uuid[])`,
      [actor.projectId, ids],
      tx,
    );
    for (const { id, text, blocks } of texts) found.set(id, shingleSet(wordHashes(copyWords(text, blocks.map(([kind, start, end]) => ({ kind, start, end }))))));
  }
  return found;
}

function* slices(articles: ReadonlyMap<string, { readonly codePoints: number }>): Generator<string[]> {
  let [open, held]: [string[], number] = [[], 0];
  for (const [id, { codePoints }] of articles) {
    if (open.length > 0 && held + codePoints > HELD) {
      yield open;
      [open, held] = [[], 0];
    }
    open.push(id);
    held += codePoints;
  }
  if (open.length > 0) yield open;
}

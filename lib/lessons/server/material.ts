import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import type { BlockKind } from "@/lib/articles/blocks";
import { insertArticle } from "@/lib/articles/server/insert-article";
import { countedBlocks } from "@/lib/assignments/server/plan-blocks";
import type { BlocksSpec } from "@/lib/assignments/plan/wish";
import { insertTarget } from "@/lib/codebook/server/target-rows";
import type { TargetAlias } from "@/lib/codebook/target";
import { notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";

/** What of an article is left open until the teacher chooses: headline and the first three paragraphs. */
export const USUAL_BLOCKS: BlocksSpec = { headline: true, lead: 3 };

type Source = { id: string; title: string; text: string; outlet: string | null; publisher: string | null; byline: string | null; url: string | null; publishedOn: string | null; capturedAt: string; genre: string | null; language: string | null; blocks: { ordinal: number; kind: BlockKind }[] };

const SOURCES = `
  SELECT a.id, a.title, r.text, coalesce(oo.name, o.name) AS outlet, coalesce(pp.name, p.name) AS publisher, a.byline, a.url, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", to_char(a.captured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "capturedAt", a.genre, a.language,
         (SELECT json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind) ORDER BY b.ordinal) FROM block b WHERE b.project_id = a.project_id AND b.revision_id = r.id) AS blocks
  FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id
  LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id LEFT JOIN outlet oo ON oo.project_id = o.project_id AND oo.id = o.merged_into_id
  LEFT JOIN outlet p ON p.project_id = a.project_id AND p.id = a.publisher_id LEFT JOIN outlet pp ON pp.project_id = p.project_id AND pp.id = p.merged_into_id
  WHERE a.project_id = $1 AND a.id = ANY($2::uuid[]) AND a.state = 'active' ORDER BY array_position($2::uuid[], a.id)`;

/**
 * Copies articles with text, blocks, outlets and their names into the actor's class, which knows none of them yet.
 * The caller has made sure that the actor may read them there. Throws 404 where one is not there.
 * @returns the new ids, in the order of `articleIds`
 */
export async function copyArticles(actor: MemberActor, tx: Sql, fromProject: string, articleIds: readonly string[]): Promise<string[]> {
  const sources = await rows<Source>(SOURCES, [fromProject, articleIds], tx);
  if (sources.length !== articleIds.length) throw notFound();
  const made: string[] = [];
  for (const { outlet, publisher, blocks, id: _id, ...rest } of sources) made.push((await insertArticle(actor, tx, { ...rest, outletName: outlet, publisherName: publisher, blocks })).id);
  // Other names of a newspaper are hidden with it.
  for (const [table, column, extra] of [["outlet_alias", "alias", ", alias_key"], ["outlet_domain", "domain", ""]] as const)
    await rows(
      `INSERT INTO ${table} (project_id, id, outlet_id, ${column}${extra})
       SELECT $1, gen_random_uuid(), mine.id, x.${column}${extra.replace("alias_key", "x.alias_key")} FROM outlet mine JOIN outlet o ON o.project_id = $2 AND o.name_key = mine.name_key
       JOIN ${table} x ON x.project_id = o.project_id AND x.outlet_id = o.id WHERE mine.project_id = $1 ON CONFLICT DO NOTHING`,
      [actor.projectId, fromProject],
      tx,
    );
  return made;
}

/** Copies targets with their other names; `inFocus` says whether articles are judged as a whole. */
export async function copyTargets(actor: MemberActor, tx: Sql, fromProject: string, targetIds: readonly string[], inFocus: boolean): Promise<void> {
  const found = await rows<{ name: string; description: string; aliases: TargetAlias[] }>(
    `SELECT t.name, t.description, (SELECT coalesce(json_agg(json_build_object('alias', x.alias, 'isAmbiguous', x.is_ambiguous)), '[]') FROM target_alias x WHERE x.project_id = t.project_id AND x.target_id = t.id) AS aliases
     FROM target t WHERE t.project_id = $1 AND t.id = ANY($2::uuid[]) ORDER BY array_position($2::uuid[], t.id)`,
    [fromProject, targetIds],
    tx,
  );
  for (const target of found) await insertTarget(actor, { ...target, isFocus: inFocus }, tx);
}

/**
 * Writes which articles the lesson has and which of their blocks are open, in place of what it had. Numbers of blocks
 * that cannot carry marks fall out.
 * @returns the place of the first article of which nothing is left open, or null
 */
export async function writeLessonArticles(actor: MemberActor, tx: Sql, articles: readonly { readonly articleId: string; readonly blocks: BlocksSpec }[]): Promise<number | null> {
  await rows("DELETE FROM lesson_article WHERE project_id = $1", [actor.projectId], tx);
  for (const [position, { articleId, blocks }] of articles.entries()) {
    const counted = (await countedBlocks(actor, blocks, [articleId], tx)).get(articleId);
    if (counted === undefined || counted.ordinals.length === 0) return position;
    await rows("INSERT INTO lesson_article (project_id, article_id, position, block_ordinals, counted_code_points) VALUES ($1, $2, $3, $4::int[], $5)", [actor.projectId, articleId, position, counted.ordinals, counted.codePoints], tx);
  }
  return null;
}

/** Whether the actor leads the project with this id; the sample is everybody's. */
export const mayCopyFrom = async (actor: Actor, projectId: string, tx: Sql): Promise<boolean> =>
  (await row("SELECT 1 FROM project p WHERE p.id = $1 AND (p.is_sample OR EXISTS (SELECT FROM member m WHERE m.project_id = p.id AND m.user_id = $2 AND m.role = 'coordinator' AND m.state = 'active'))", [projectId, actor.userId], tx)) !== undefined;

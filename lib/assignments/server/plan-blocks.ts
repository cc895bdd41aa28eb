import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { ownVoiceCodePoints } from "@/lib/articles/own-voice";
import type { Block } from "@/lib/articles/blocks";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { rows, type Sql } from "@/lib/platform/database";
import { TextIndex } from "@/lib/text/text-index";
import type { BlocksSpec } from "../plan/wish";

/** The blocks that count in one article, and the own-voice code points in them. */
export type CountedBlocks = { ordinals: number[]; codePoints: number };

const SLICE = 200;

/** Which blocks a wish means in each article (the numbers of blocks that can carry marks); articles without any are not in the answer. */
export async function blocksMeant(actor: MemberActor, spec: BlocksSpec, articleIds: readonly string[], tx?: Sql): Promise<Map<string, number[]>> {
  const found = await rows<{ articleId: string; ordinals: number[] }>(
    `SELECT x.article_id AS "articleId", array_agg(x.ordinal ORDER BY x.ordinal) AS ordinals FROM (
       SELECT a.id AS article_id, b.ordinal, b.kind, count(*) FILTER (WHERE b.kind = 'paragraph') OVER (PARTITION BY a.id ORDER BY b.ordinal) AS paragraph
       FROM article a JOIN block b ON b.project_id = a.project_id AND b.revision_id = a.current_revision_id WHERE a.project_id = $1 AND a.id = ANY($2::uuid[])) x
     WHERE x.kind NOT IN ('chrome', 'byline') AND ($3 AND x.kind = 'headline' OR x.kind = 'paragraph' AND x.paragraph <= $4 OR x.kind = ANY($5::text[]) OR x.ordinal = ANY($6::int[]))
     GROUP BY x.article_id`,
    [actor.projectId, articleIds, spec.headline ?? false, spec.lead ?? 0, spec.kinds ?? [], spec.ordinals ?? []],
    tx,
  );
  return new Map(found.map(({ articleId, ordinals }) => [articleId, ordinals]));
}

type Measured = { id: string; text: string; language: string | null; blocks: Block[] };

const textsOf = (projectId: string, articleIds: readonly string[], tx?: Sql): Promise<Measured[]> =>
  rows<Measured>(
    `SELECT a.id, r.text, a.language, (SELECT coalesce(json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = a.project_id AND b.revision_id = r.id) AS blocks
     FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = ANY($2::uuid[])`,
    [projectId, articleIds],
    tx,
  );

const measure = ({ text, language, blocks }: Measured, ordinals: readonly number[]): number => ownVoiceCodePoints(blocks.filter(({ ordinal }) => ordinals.includes(ordinal)), findSpeech(new TextIndex(text), blocks, language));

/** The same with the own-voice code points of those blocks; reads the texts, some at a time. */
export async function countedBlocks(actor: MemberActor, spec: BlocksSpec, articleIds: readonly string[], tx?: Sql): Promise<Map<string, CountedBlocks>> {
  const meant = await blocksMeant(actor, spec, articleIds, tx);
  const counted = new Map<string, CountedBlocks>();
  const ids = [...meant.keys()];
  for (let at = 0; at < ids.length; at += SLICE)
    for (const article of await textsOf(actor.projectId, ids.slice(at, at + SLICE), tx)) {
      const ordinals = meant.get(article.id) ?? [];
      counted.set(article.id, { ordinals, codePoints: measure(article, ordinals) });
    }
  return counted;
}

/** Counts anew what assignments of these articles count that name blocks, after the kinds of blocks were changed. */
export async function recountBlocks(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  const named = await rows<{ id: string; articleId: string; ordinals: number[] }>(
    `SELECT id, article_id AS "articleId", block_ordinals AS ordinals FROM assignment WHERE project_id = $1 AND article_id = ANY($2::uuid[]) AND cardinality(block_ordinals) > 0 ORDER BY id FOR NO KEY UPDATE`,
    [actor.projectId, articleIds],
    tx,
  );
  if (named.length === 0) return;
  const texts = new Map((await textsOf(actor.projectId, [...new Set(named.map(({ articleId }) => articleId))], tx)).map((article) => [article.id, article]));
  const counts = named.map(({ articleId, ordinals }) => {
    const article = texts.get(articleId);
    return article ? measure(article, ordinals) : 0;
  });
  await rows(
    "UPDATE assignment s SET counted_code_points = x.n FROM unnest($2::uuid[], $3::int[]) AS x(id, n) WHERE s.project_id = $1 AND s.id = x.id",
    [actor.projectId, named.map(({ id }) => id), counts],
    tx,
  );
}

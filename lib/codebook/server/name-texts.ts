import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { BlockKind } from "@/lib/articles/blocks";
import { rows } from "@/lib/platform/database";
import { needleOf } from "@/lib/text/needle";
import { articleHits, type ArticleHits } from "../hits";
import type { NameHit, SearchedName, TargetName } from "../target-names";

/** What prints nothing, and the letters that fold to others: a text with one of these is always read. */
const IN_DISGUISE = "[ßẞıİ\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8\\U0001BCA0-\\U0001BCA3\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF]";
/** Compatibility forms that every captured page has and that no name depends on: no-break and thin spaces, the ellipsis. */
const COMMON = "U&'\\00A0\\202F\\2009\\2002\\2003\\2026'";

/**
 * Whether a text may hold one of the phrases whose needles are given; null needles ask for every text. Never wrong
 * in saying no: see `needleOf`.
 */
export const MAY_HOLD = (text: string, needles: string): string =>
  `(${needles}::text[] IS NULL OR ${text} COLLATE "C" ILIKE ANY(${needles}::text[]) OR ${text} ~ '${IN_DISGUISE}' OR translate(${text}, ${COMMON}, repeat(' ', 6)) IS NOT NFKC NORMALIZED)`;

/** The needles of names as patterns for `MAY_HOLD`; null where a name has none. */
export function needlesOf(names: readonly SearchedName[]): string[] | null {
  const needles = names.map(({ name }) => needleOf(name));
  return needles.includes(null) ? null : needles.map((needle) => `%${needle}%`);
}

/** The names of all targets in use, and those of the named one even when it is not; merged ones under the one they were merged into. */
export const targetNames = (actor: MemberActor, targetId: string): Promise<TargetName[]> =>
  rows<TargetName>(
    `SELECT root.id AS "targetId", root.name AS target, n.name, n.ambiguous AS "isAmbiguous" FROM target t
     JOIN target root ON root.project_id = t.project_id AND root.id = coalesce(t.merged_into_id, t.id)
     CROSS JOIN LATERAL (SELECT t.name, '' AS key, false AS ambiguous UNION ALL SELECT x.alias, x.alias_key, x.is_ambiguous FROM target_alias x WHERE x.project_id = t.project_id AND x.target_id = t.id) n
     WHERE t.project_id = $1 AND (root.archived_at IS NULL OR root.id = $2) ORDER BY t.merged_into_id NULLS FIRST, t.position, t.id, n.key`,
    [actor.projectId, targetId],
  );

type Text = { articleId: string; text: string; blocks: [kind: BlockKind, start: number, end: number][] };

/** The hits in some articles, by article; those without any are left out. At most as many articles as fit in memory: the caller slices. */
export async function hitsInArticles(actor: MemberActor, articleIds: readonly string[], find: (text: string) => NameHit[]): Promise<Map<string, ArticleHits>> {
  const texts = await rows<Text>(
    `SELECT a.id AS "articleId", r.text, (SELECT coalesce(json_agg(json_build_array(b.kind, b.start_offset, b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = $1 AND b.revision_id = r.id) AS blocks
     FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = ANY($2::uuid[])`,
    [actor.projectId, articleIds],
  );
  const found = new Map<string, ArticleHits>();
  for (const { articleId, text, blocks } of texts) {
    const hits = articleHits(text, blocks.map(([kind, start, end]) => ({ kind, start, end })), find);
    if (hits.certain + hits.doubtful > 0) found.set(articleId, hits);
  }
  return found;
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { carrySettled } from "@/lib/adjudication/server/carry-settled";
import { STANDS } from "@/lib/adjudication/server/decision-rows";
import { peerSight, visibleMarks } from "@/lib/annotations/server/visible";
import { rows } from "@/lib/platform/database";
import type { ComparedMark } from "../document";

/** Marks that one comparison shows at most. */
export const MOST_MARKS = 10_000;

type Found = ComparedMark & { articleId: string; foreign: boolean };
export type ArticleMarks = { readonly layer: "settled" | "raw"; readonly marks: readonly ComparedMark[] };

const MARK = (mark: string, parts: string): string => `${mark}.id, ${mark}.article_id AS "articleId", ${mark}.framing, ${mark}.voice, t.name AS target,
  (SELECT json_agg(json_build_object('start', sp.start_offset, 'end', sp.end_offset) ORDER BY sp.ordinal) FROM ${parts}) AS parts`;
const TARGET = (mark: string): string => `JOIN target t0 ON t0.project_id = ${mark}.project_id AND t0.id = ${mark}.target_id JOIN target t ON t.project_id = t0.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)`;

const RAW = `
SELECT s.member_id <> $3::uuid AS foreign, ${MARK("s", "span_part sp WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id")}
FROM article ar JOIN span s ON s.project_id = ar.project_id AND s.article_id = ar.id AND s.deleted_at IS NULL
JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id ${TARGET("s")}
JOIN span_part first ON first.project_id = s.project_id AND first.span_id = s.id AND first.revision_id = ar.current_revision_id AND first.ordinal = 1
WHERE ar.project_id = $1 AND ar.id = ANY($2::uuid[]) AND ${visibleMarks("$3", "$4")} ORDER BY ar.id, first.start_offset, first.end_offset DESC, s.id LIMIT ${MOST_MARKS + 1}`;

const SETTLED = `
SELECT true AS foreign, ${MARK("z", "settled_part sp WHERE sp.project_id = z.project_id AND sp.settled_span_id = z.id AND sp.revision_id = ar.current_revision_id")}
FROM article ar JOIN settled_span z ON z.project_id = ar.project_id AND z.article_id = ar.id
JOIN decision d ON d.project_id = z.project_id AND d.id = z.decision_id AND ${STANDS} ${TARGET("z")}
WHERE ar.project_id = $1 AND ar.id = ANY($2::uuid[])
  AND EXISTS (SELECT FROM settled_part p WHERE p.project_id = z.project_id AND p.settled_span_id = z.id AND p.revision_id = ar.current_revision_id) ORDER BY ar.id, z.id LIMIT ${MOST_MARKS + 1}`;

/**
 * The marks of articles, by article: the settled record of those that are settled, of the others every submitted mark
 * that the actor may see, and their own. Where others' marks are among them, that they were seen is remembered on the
 * actor's own work. `cut` says that there are more than are shown. The caller has checked that the actor may compare.
 */
export async function comparedMarks(actor: MemberActor, articleIds: readonly string[]): Promise<{ byArticle: ReadonlyMap<string, ArticleMarks>; cut: boolean }> {
  const settled = (await rows<{ id: string }>("SELECT article_id AS id FROM adjudication WHERE project_id = $1 AND article_id = ANY($2::uuid[]) AND state = 'settled'", [actor.projectId, articleIds])).map(({ id }) => id);
  for (const id of settled) await carrySettled(actor, id);
  const open = articleIds.filter((id) => !settled.includes(id));
  const [raw, record] = await Promise.all([
    open.length === 0 ? [] : rows<Found>(RAW, [actor.projectId, open, actor.memberId, peerSight(actor)]),
    settled.length === 0 ? [] : rows<Found>(SETTLED, [actor.projectId, settled]),
  ]);
  const shown = [...record, ...raw].slice(0, MOST_MARKS);
  const seen = [...new Set(shown.filter((one) => one.foreign).map((one) => one.articleId))];
  if (seen.length > 0) await rows("UPDATE assignment SET peers_seen_at = now() WHERE project_id = $1 AND article_id = ANY($2::uuid[]) AND member_id = $3 AND peers_seen_at IS NULL", [actor.projectId, seen, actor.memberId]);
  const byArticle = new Map(articleIds.map((id): [string, { layer: "settled" | "raw"; marks: ComparedMark[] }] => [id, { layer: settled.includes(id) ? "settled" : "raw", marks: [] }]));
  for (const { articleId, foreign: _foreign, ...mark } of shown) byArticle.get(articleId)?.marks.push(mark);
  return { byArticle, cut: raw.length + record.length > shown.length };
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { SpanPart } from "@/lib/annotations/span";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { reanchoring } from "@/lib/articles/reanchor/reanchor";
import { capturedTexts } from "@/lib/articles/server/captured-texts";
import { row, rows, transaction } from "@/lib/platform/database";
import { STANDS } from "./decision-rows";
import { takeBack } from "./take-back";

type Lost = { id: string; decisionId: string; revisionId: string; parts: SpanPart[] };

// Settled marks of decisions that stand, without words on the current revision; with the words that they had last.
const LOST = `
SELECT z.id, d.id AS "decisionId", last.id AS "revisionId", last.parts
FROM decision d JOIN settled_span z ON z.project_id = d.project_id AND z.decision_id = d.id JOIN article ar ON ar.project_id = d.project_id AND ar.id = d.article_id
JOIN LATERAL (
  SELECT r.id, json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal) AS parts
  FROM settled_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id WHERE p.project_id = z.project_id AND p.settled_span_id = z.id GROUP BY r.id, r.number ORDER BY r.number DESC LIMIT 1
) last ON true
WHERE d.project_id = $1 AND d.article_id = $2 AND ${STANDS}
  AND NOT EXISTS (SELECT FROM settled_part p WHERE p.project_id = z.project_id AND p.settled_span_id = z.id AND p.revision_id = ar.current_revision_id) ORDER BY z.id`;

const WRITE = `
INSERT INTO settled_part (project_id, settled_span_id, revision_id, ordinal, start_offset, end_offset, quote, status)
SELECT $1, x.id, $2, x.ordinal, x.s, x.e, x.quote, x.status FROM unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[]) AS x(id, ordinal, s, e, quote, status) ON CONFLICT DO NOTHING`;

/** What a decision says that was taken back because its words are no more. */
export const WORDS_GONE = "The text was corrected, and the words of this decision are not in it any more.";

/**
 * After a corrected text: finds the words of settled marks again, as it was done for everybody's marks. A decision of
 * which a mark is not found is taken back in nobody's name; it stays on record with the words that it had. Costs one
 * look-up where nothing is to be done.
 */
export async function carrySettled(actor: MemberActor, articleId: string): Promise<void> {
  const lost = await rows<Lost>(LOST, [actor.projectId, articleId]);
  if (lost.length === 0) return;
  const current = await row<{ id: string }>("SELECT current_revision_id AS id FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, articleId]);
  if (!current) return;
  const texts = await capturedTexts(actor, [current.id, ...new Set(lost.map(({ revisionId }) => revisionId))]);
  const now = texts.get(current.id)!;
  const finders = new Map([...texts].map(([id, old]) => [id, reanchoring(old, now)]));
  const found = lost.map((one) => ({ ...one, anchored: finders.get(one.revisionId)!(one.parts) }));
  const gone = [...new Set(found.filter(({ anchored }) => anchored.outcome === "orphaned").map(({ decisionId }) => decisionId))];
  const parts = found.filter(({ decisionId }) => !gone.includes(decisionId)).flatMap(({ id, anchored }) => anchored.parts.map((part, i) => ({ ...part, id, ordinal: i + 1, status: anchored.outcome })));
  await transaction(async (tx) => {
    await rows("SELECT FROM adjudication WHERE project_id = $1 AND article_id = $2 FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
    await rows(WRITE, [actor.projectId, current.id, parts.map((p) => p.id), parts.map((p) => p.ordinal), parts.map((p) => p.start), parts.map((p) => p.end), parts.map((p) => p.quote), parts.map((p) => p.status)], tx);
    const standing = await rows<{ id: string }>(`SELECT d.id FROM decision d WHERE d.project_id = $1 AND d.id = ANY($2::uuid[]) AND ${STANDS} ORDER BY d.number`, [actor.projectId, gone], tx);
    for (const { id } of standing) await takeBack(actor, articleId, { decisionId: id, note: WORDS_GONE, memberId: null, opened: 0 }, tx);
    await refreshArticles(actor, [articleId], tx);
  });
}

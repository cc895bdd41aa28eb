import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_PLACE, COUNTED_VOICE, COUNTED_WORK, SOURCES } from "@/lib/annotations/server/rollup";
import { peerSight, seesPeers, visibleMarks } from "@/lib/annotations/server/visible";
import type { Attribution, SpanPart, Voice } from "@/lib/annotations/span";
import type { Device, Framing } from "@/lib/codebook/framing";
import { invalid, notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { countedVoices, readSpanCursor, type SpanQuery, writeSpanCursor } from "../span-query";

export type SpanBehind = {
  id: string;
  articleId: string;
  articleTitle: string;
  annotator: string;
  framing: Framing;
  voice: Voice;
  attribution: Attribution | null;
  device: Device | null;
  note: string;
  /** Whether it stands in the headline, a heading or a caption that a publisher gave to a copy. */
  publishers: boolean;
  parts: SpanPart[];
};
/** `total` counts every page. */
export type SpansBehind = { items: SpanBehind[]; total: number; next: string | null };

const FROM = `
FROM article ar ${SOURCES}
JOIN assignment a ON a.project_id = ar.project_id AND a.article_id = ar.id AND ${COUNTED_WORK}
JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL AND s.directness = 'direct'
JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id AND coalesce(t.merged_into_id, t.id) = $4`;
const WHERE = `
WHERE ar.project_id = $1 AND ar.state = 'active' AND ${visibleMarks("$2", "$3")}
  AND ($5::text IS NULL OR s.framing = $5) AND ${COUNTED_VOICE} = ANY($6::text[]) AND ${COUNTED_PLACE}
  AND ($7::uuid IS NULL OR ar.outlet_id IN (SELECT id FROM outlet WHERE project_id = $1 AND $7 IN (id, merged_into_id)))
  AND ($8::uuid IS NULL OR ar.publisher_id IN (SELECT id FROM outlet WHERE project_id = $1 AND $8 IN (id, merged_into_id)))
  AND ($9::uuid IS NULL OR ar.work_id = $9 AND CASE WHEN $10::text = 'outlet' THEN outlet.id ELSE publisher.id END IS NULL)
  AND ($11::uuid IS NULL OR ar.id = $11)`;

const PAGE = `
SELECT s.id, ar.id AS "articleId", ar.title AS "articleTitle", m.pseudonym AS annotator, s.framing, s.voice, s.attribution, s.device, s.note, ${COUNTED_VOICE} = 'own_publisher' AS publishers,
       (SELECT json_agg(json_build_object('start', sp.start_offset, 'end', sp.end_offset, 'quote', sp.quote) ORDER BY sp.ordinal)
        FROM span_part sp WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id) AS parts, place.start
${FROM}
JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
JOIN LATERAL (SELECT coalesce(min(sp.start_offset), 0) AS start FROM span_part sp WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id) place ON true
${WHERE}
  AND ($12::uuid IS NULL OR ar.id >= $12 AND (ar.id, place.start, s.id) > ($12, $13::int, $14::uuid))
ORDER BY ar.id, place.start, s.id LIMIT $15`;

/**
 * The spans that a number of the stance page counts, in the order of articles and of their text: as many as the
 * number says. Throws 404 for an annotator before the reveal; 422 for a cursor that cannot be read.
 */
export async function spansBehind(actor: MemberActor, query: SpanQuery, at: { cursor?: string | undefined; limit?: number | undefined } = {}): Promise<SpansBehind> {
  if (!seesPeers(actor)) throw notFound();
  const cursor = at.cursor === undefined ? null : readSpanCursor(at.cursor);
  if (at.cursor !== undefined && cursor === null) throw invalid("The place in the list (cursor) cannot be read. Open the list from its beginning.", { errors: [{ path: "/cursor", message: "not a cursor of this list" }] });
  const limit = at.limit ?? 50;
  const values = [
    actor.projectId, actor.memberId, peerSight(actor), query.targetId, query.framing ?? null, countedVoices(query.by, query.voice),
    query.outletId ?? null, query.publisherId ?? null, query.workId ?? null, query.by, query.articleId ?? null,
  ];
  const [counted, found] = await Promise.all([
    row<{ n: number }>(`SELECT count(*)::int AS n ${FROM} ${WHERE}`, values),
    rows<SpanBehind & { start: number }>(PAGE, [...values, cursor?.articleId ?? null, cursor?.start ?? null, cursor?.spanId ?? null, limit + 1]),
  ]);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? writeSpanCursor({ articleId: last.articleId, start: last.start, spanId: last.id }) : null;
  return { items: items.map(({ start: _start, ...item }) => ({ ...item, parts: item.parts ?? [] })), total: counted?.n ?? 0, next };
}

/** The names of what a list of spans is about. Throws 404 where the project has no such outlet, work, article or target. */
export async function namesBehind(actor: MemberActor, query: SpanQuery): Promise<{ whose: string; target: string }> {
  if (!seesPeers(actor)) throw notFound();
  const found = await row<{ whose: string | null; target: string | null }>(
    `SELECT CASE WHEN $2::uuid IS NOT NULL THEN (SELECT name FROM outlet WHERE project_id = $1 AND id = $2)
                 ELSE (SELECT title FROM article WHERE project_id = $1 AND (work_id = $3::uuid OR id = $4::uuid) ORDER BY created_at, id LIMIT 1) END AS whose,
            (SELECT name FROM target WHERE project_id = $1 AND id = $5) AS target`,
    [actor.projectId, query.outletId ?? query.publisherId ?? null, query.workId ?? null, query.articleId ?? null, query.targetId],
  );
  if (!found?.whose || !found.target) throw notFound();
  return { whose: found.whose, target: found.target };
}

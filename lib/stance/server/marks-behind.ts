import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { SpanBehind, SpansBehind } from "../behind";
import { countedVoices, readMarkCursor, type MarksQuery, writeMarkCursor } from "../marks-query";
import { NO_ONE } from "../sums";
import { checkStanceChoice, refuseParam } from "./check-choice";
import { MARK } from "./marks-sql";
import { choiceValues } from "./sums-sql";
import { targetsOfChoice } from "./targets";

const PAGE = (query: MarksQuery): string => `
WITH ${MARK(query.choice)}, listed AS (
  SELECT mark.*, coalesce((SELECT min(p.start_offset) FROM span_part p WHERE p.project_id = $1 AND p.span_id = mark.id AND p.revision_id = mark.revision_id),
                          (SELECT min(p.start_offset) FROM settled_part p WHERE p.project_id = $1 AND p.settled_span_id = mark.id AND p.revision_id = mark.revision_id), 0) AS start
  FROM mark WHERE voice = ANY($13::text[]) AND ($14::text IS NULL OR framing = $14) AND ($15::uuid IS NULL OR coder_id = $15)
), page AS (
  SELECT * FROM listed WHERE $16::uuid IS NULL OR article_id >= $16 AND (article_id, start, id) > ($16, $17::int, $18::uuid) ORDER BY article_id, start, id LIMIT $19
)
SELECT (SELECT count(*)::int FROM listed) AS total,
  (SELECT coalesce(json_agg(json_build_object('id', page.id, 'articleId', page.article_id, 'articleTitle', ar.title, 'annotator', m.pseudonym, 'targetId', page.target_id, 'framing', page.framing, 'voice', page.said,
     'attribution', page.attribution, 'speaker', k.name, 'directness', page.directness, 'device', nullif(page.device, 'none'), 'note', page.note, 'publishers', page.voice = 'publisher', 'start', page.start,
     'parts', coalesce((SELECT json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal) FROM span_part p WHERE p.project_id = $1 AND p.span_id = page.id AND p.revision_id = page.revision_id),
                       (SELECT json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal) FROM settled_part p WHERE p.project_id = $1 AND p.settled_span_id = page.id AND p.revision_id = page.revision_id), '[]'))
     ORDER BY page.article_id, page.start, page.id), '[]')
   FROM page JOIN article ar ON ar.project_id = $1 AND ar.id = page.article_id LEFT JOIN member m ON m.project_id = $1 AND m.id = page.coder_id LEFT JOIN speaker k ON k.project_id = $1 AND k.id = page.speaker_id) AS items`;

type At = { cursor?: string | undefined; limit?: number | undefined };

/**
 * The marks that a number of the stance page counts, in the order of articles and of their text: as many as the number
 * says. Judgements have none. Throws 404 for an annotator before the reveal; 422 naming the field for what the project
 * does not have, and for a cursor that cannot be read.
 */
export async function marksBehind(actor: MemberActor, query: MarksQuery, { cursor, limit = 50 }: At = {}): Promise<SpansBehind> {
  if (!seesFigures(actor)) throw notFound();
  const at = cursor === undefined ? null : readMarkCursor(cursor);
  if (cursor !== undefined && at === null) refuseParam("cursor", "is not a place in this list; open the list from its beginning");
  const list = (id: string | null): string[] => (id === null ? [] : [id]);
  const asked = { ...query.choice, targetIds: [query.targetId] };
  await checkStanceChoice(actor, asked, { outlet: list(query.groupId), work: list(query.workId), article: list(query.articleId) });
  if (query.choice.measured === "judgements") return { items: [], total: 0, next: null };
  const targetIds = await targetsOfChoice(actor, asked);
  const found = await row<{ total: number; items: (SpanBehind & { start: number })[] }>(PAGE(query), [
    ...choiceValues(actor.projectId, query.choice, targetIds), query.groupId, query.workId, query.articleId,
    countedVoices(query.choice.by, query.voice, query.choice.voice), query.framing, query.coderId, at?.articleId ?? null, at?.start ?? null, at?.spanId ?? null, limit + 1,
  ]);
  const { total, items } = found ?? { total: 0, items: [] };
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const next = items.length > limit && last ? writeMarkCursor({ articleId: last.articleId, start: last.start, spanId: last.id }) : null;
  return { items: shown.map(({ start: _start, ...item }) => item), total, next };
}

/** What a list of spans is about, by name. Throws 404 for an annotator before the reveal, and where the project has no such thing. */
export async function namesBehind(actor: MemberActor, query: Pick<MarksQuery, "groupId" | "workId" | "articleId" | "coderId" | "targetId">): Promise<{ whose: string; target: string; coder: string | null }> {
  if (!seesFigures(actor)) throw notFound();
  const found = await row<{ whose: string | null; target: string | null; coder: string | null }>(
    `SELECT CASE WHEN $4::uuid IS NOT NULL THEN (SELECT title FROM article WHERE project_id = $1 AND id = $4)
                 WHEN $3::uuid IS NOT NULL THEN (SELECT title FROM article WHERE project_id = $1 AND work_id = $3 ORDER BY created_at, id LIMIT 1)
                 ELSE (SELECT r.name FROM outlet o JOIN outlet r ON r.project_id = o.project_id AND r.id = coalesce(o.merged_into_id, o.id) WHERE o.project_id = $1 AND o.id = $2) END AS whose,
            (SELECT r.name FROM target t JOIN target r ON r.project_id = t.project_id AND r.id = coalesce(t.merged_into_id, t.id) WHERE t.project_id = $1 AND t.id = $5) AS target,
            (SELECT pseudonym FROM member WHERE project_id = $1 AND id = $6) AS coder`,
    [actor.projectId, query.groupId, query.workId, query.articleId, query.targetId, query.coderId === NO_ONE ? null : query.coderId],
  );
  if (!found?.whose || !found.target) throw notFound();
  return { whose: found.whose, target: found.target, coder: found.coder };
}

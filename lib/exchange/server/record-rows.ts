import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { STANDS } from "@/lib/adjudication/server/decision-rows";
import { SPEAKER } from "@/lib/annotations/server/span-sql";
import { seesPeers } from "@/lib/annotations/server/visible";
import { textMask } from "@/lib/articles/server/source-mask";
import { rows } from "@/lib/platform/database";
import { BOM, csvRecords } from "../csv";
import { DECISION_COLUMNS, decisionRecord, SETTLED_COLUMNS, settledLine, settledRecords, type ExportedDecision, type ExportedSettled } from "../record";
import { ABOUT, AROUND_ARTICLE, BESIDE, FIRST, labelNames, MOMENT, PAGE_SIZE, TARGET, withoutSources } from "./export-sql";
import { streamed } from "./stream";

// The record is everybody's marks in another form: it is told to whoever may see these, and to nobody before.
const SETTLED = `
WITH page AS (
  SELECT z.* FROM settled_span z JOIN decision d ON d.project_id = z.project_id AND d.id = z.decision_id AND ${STANDS}
  WHERE z.project_id = $1 AND $2::boolean AND z.id > $3::uuid ORDER BY z.id LIMIT ${PAGE_SIZE}
)
SELECT s.id AS "spanId", t.name AS target, t.id AS "targetId", s.framing, s.voice, s.attribution, ${SPEAKER("s")} AS speaker, s.directness, s.device, s.label_ids::text[] AS labels, s.note,
  (SELECT coalesce(json_agg(json_build_object('ordinal', sp.ordinal, 'start', sp.start_offset, 'end', sp.end_offset, 'quote', sp.quote,
      'prefix', substr(r.text, greatest(sp.start_offset - ${BESIDE}, 0) + 1, least(sp.start_offset, ${BESIDE})), 'suffix', substr(r.text, sp.end_offset + 1, ${BESIDE}), 'status', CASE WHEN r.id = ar.current_revision_id THEN sp.status ELSE 'orphaned' END) ORDER BY sp.ordinal), '[]')
   FROM settled_part sp WHERE sp.project_id = s.project_id AND sp.settled_span_id = s.id AND sp.revision_id = r.id) AS parts,
  ${ABOUT}, ar.url, to_char(ar.published_on, 'YYYY-MM-DD') AS "publishedOn", ar.genre, ar.language, r.number AS revision, encode(r.sha256, 'hex') AS "textSha256", r.code_points AS "textCodePoints", v.number AS "codebookVersion",
  d.id AS "decisionId", d.method AS "decisionMethod", d.reason AS "decisionReason", m.pseudonym AS "decidedBy", ${MOMENT("d.at")} AS "decidedAt",
  (SELECT coalesce(array_agg(f.span_id::text ORDER BY f.span_id), '{}') FROM decision_span f WHERE f.project_id = s.project_id AND f.decision_id = d.id) AS "fromSpans", coalesce(j.state, 'open') AS "adjudicationState"
FROM page s JOIN decision d ON d.project_id = s.project_id AND d.id = s.decision_id LEFT JOIN member m ON m.project_id = d.project_id AND m.id = d.member_id
${AROUND_ARTICLE("s")} ${TARGET("s")} LEFT JOIN adjudication j ON j.project_id = s.project_id AND j.article_id = s.article_id
JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id
JOIN LATERAL (
  SELECT r.id, r.number, r.text, r.sha256, r.code_points FROM revision r WHERE r.project_id = s.project_id AND r.article_id = s.article_id
    AND EXISTS (SELECT FROM settled_part sp WHERE sp.project_id = s.project_id AND sp.settled_span_id = s.id AND sp.revision_id = r.id)
  ORDER BY (r.id = ar.current_revision_id) DESC, r.number DESC LIMIT 1
) r ON true ORDER BY s.id`;

/** The marks of the settled record behind the one named, in the order of their ids; at most `PAGE_SIZE`, and none for whoever may not see others' marks. */
export async function settledPage(actor: MemberActor, after: ExportedSettled | null): Promise<ExportedSettled[]> {
  const names = await labelNames(actor);
  const found = (await rows<ExportedSettled>(SETTLED, [actor.projectId, seesPeers(actor), after?.spanId ?? FIRST])).map((span) => ({ ...span, labels: names.labels(span.labels) }));
  const mask = await textMask(actor, { articleIds: [...new Set(found.map((span) => span.articleId))] });
  return found.map((span) => {
    const { articleId: id, revision } = span;
    if (!mask.hidden(id)) return span;
    const parts = mask.parts(id, span.parts, revision).map((part) => ({
      ...part,
      prefix: mask.quote(id, part.start - [...part.prefix].length, part.prefix, revision),
      suffix: mask.quote(id, part.end, part.suffix, revision),
    }));
    return { ...span, parts, speaker: mask.name(id, span.speaker), title: mask.title(id, span.title), outlet: null, publisher: null, url: null, workId: null, textSha256: null };
  });
}

const DECISIONS = `
SELECT s.id AS "decisionId", s.number, s.subject, t.name AS target, s.set_id AS set, s.start_offset AS start, s.end_offset AS "end", r.number AS revision, s.outcome, s.method, s.reason, s.note, coalesce(s.value::text, '') AS value, ${ABOUT},
  (SELECT coalesce(array_agg(f.span_id::text ORDER BY f.span_id), '{}') FROM decision_span f WHERE f.project_id = s.project_id AND f.decision_id = s.id) AS "spanIds",
  (SELECT coalesce(array_agg(z.id::text ORDER BY z.id), '{}') FROM settled_span z WHERE z.project_id = s.project_id AND z.decision_id = s.id) AS "settledSpanIds",
  (SELECT x.by_id FROM decision_replaced x WHERE x.project_id = s.project_id AND x.decision_id = s.id) AS "replacedBy", v.number AS "codebookVersion", m.pseudonym AS by, ${MOMENT("s.at")} AS at
FROM decision s LEFT JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id ${AROUND_ARTICLE("s")}
LEFT JOIN target t0 ON t0.project_id = s.project_id AND t0.id = s.target_id LEFT JOIN target t ON t.project_id = s.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)
JOIN revision r ON r.project_id = s.project_id AND r.id = s.revision_id JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id
WHERE s.project_id = $1 AND $2::boolean AND (s.article_id, s.number) > ($3::uuid, $4::int) ORDER BY s.article_id, s.number LIMIT ${PAGE_SIZE}`;

/** Every decision that was ever made behind the one named, by article and number; at most `PAGE_SIZE`. Whose marks it upheld is not in it. */
export async function decisionPage(actor: MemberActor, after: ExportedDecision | null): Promise<ExportedDecision[]> {
  const names = await labelNames(actor);
  const found = await rows<ExportedDecision>(DECISIONS, [actor.projectId, seesPeers(actor), after?.articleId ?? FIRST, after?.number ?? 0]);
  return withoutSources(actor, found.map((one) => ({ ...one, set: one.set === null ? null : names.set(one.set) })));
}

/** The settled record as lines of JSON. */
export const settledAsJsonl = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> => streamed(actor, settledPage, "", (items) => items.map(settledLine).join(""));

/** The same as long CSV, one row per part. */
export const settledAsCsv = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> => streamed(actor, settledPage, BOM + csvRecords([SETTLED_COLUMNS]), (items) => csvRecords(items.flatMap(settledRecords)));

/** Every decision as CSV. */
export const decisionsAsCsv = (actor: MemberActor): Promise<ReadableStream<Uint8Array>> => streamed(actor, decisionPage, BOM + csvRecords([DECISION_COLUMNS]), (items) => csvRecords(items.map(decisionRecord)));

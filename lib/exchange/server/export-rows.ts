import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { JUDGEMENT_VALUE } from "@/lib/annotations/server/judgements";
import { SPEAKER } from "@/lib/annotations/server/span-sql";
import { peerSight, visibleMarks } from "@/lib/annotations/server/visible";
import { textMask } from "@/lib/articles/server/source-mask";
import { rows } from "@/lib/platform/database";
import type { ExportedJudgement, ExportedSpan } from "../spans";
import { ABOUT, AROUND, BESIDE, CIRCUMSTANCES, FIRST, labelNames, MOMENT, PAGE_SIZE, TARGET, withoutSources } from "./export-sql";

// The parts are those of the current revision, or of the newest that has any: an orphan is exported too.
const SPANS = `
WITH page AS (
  SELECT s.* FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id
  WHERE s.project_id = $1 AND s.id > $4::uuid AND s.deleted_at IS NULL AND ${visibleMarks("$2", "$3")} ORDER BY s.id LIMIT ${PAGE_SIZE}
)
SELECT s.id AS "spanId", s.version, m.pseudonym AS annotator, t.name AS target, t.id AS "targetId", s.framing, s.voice, s.attribution, ${SPEAKER("s")} AS speaker, s.directness, s.device, s.confidence,
  s.label_ids::text[] AS labels, s.note,
  (SELECT coalesce(json_agg(json_build_object('ordinal', sp.ordinal, 'start', sp.start_offset, 'end', sp.end_offset, 'quote', sp.quote,
      'prefix', substr(r.text, greatest(sp.start_offset - ${BESIDE}, 0) + 1, least(sp.start_offset, ${BESIDE})), 'suffix', substr(r.text, sp.end_offset + 1, ${BESIDE}), 'status', CASE WHEN r.id = ar.current_revision_id THEN sp.status ELSE 'orphaned' END) ORDER BY sp.ordinal), '[]')
   FROM span_part sp WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = r.id) AS parts,
  ${ABOUT}, ar.url, to_char(ar.published_on, 'YYYY-MM-DD') AS "publishedOn", ar.genre, ar.language,
  r.number AS revision, encode(r.sha256, 'hex') AS "textSha256", r.code_points AS "textCodePoints",
  ${CIRCUMSTANCES}, s.from_suggestion AS "fromSuggestion", ${MOMENT("s.created_at")} AS "createdAt", ${MOMENT("s.updated_at")} AS "updatedAt"
FROM page s
${AROUND} ${TARGET("s")}
JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id
JOIN LATERAL (
  SELECT r.id, r.number, r.text, r.sha256, r.code_points FROM revision r WHERE r.project_id = s.project_id AND r.article_id = s.article_id
    AND EXISTS (SELECT FROM span_part sp WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = r.id)
  ORDER BY (r.id = ar.current_revision_id) DESC, r.number DESC LIMIT 1
) r ON true
ORDER BY s.id`;

/** The spans that the actor may see, behind the one named, in the order of their ids; at most `PAGE_SIZE`. */
export async function spanPage(actor: MemberActor, after: ExportedSpan | null): Promise<ExportedSpan[]> {
  const names = await labelNames(actor);
  const found = (await rows<ExportedSpan>(SPANS, [actor.projectId, actor.memberId, peerSight(actor), after?.spanId ?? FIRST])).map((span) => ({ ...span, labels: names.labels(span.labels) }));
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

const JUDGEMENTS = `
SELECT s.assignment_id AS "assignmentId", m.pseudonym AS annotator, t.name AS target, t0.id AS "targetId", ${JUDGEMENT_VALUE("s.value")} AS value, s.confidence, s.note,
  ${ABOUT}, encode(r.sha256, 'hex') AS "textSha256", ${CIRCUMSTANCES}, ${MOMENT("a.submitted_at")} AS "submittedAt", s.version, ${MOMENT("s.updated_at")} AS "updatedAt"
FROM judgement s
${AROUND} ${TARGET("s")}
JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id
JOIN revision r ON r.project_id = s.project_id AND r.id = ar.current_revision_id
WHERE s.project_id = $1 AND (s.assignment_id, s.target_id) > ($4::uuid, $5::uuid) AND s.value IS NOT NULL AND ${visibleMarks("$2", "$3")}
ORDER BY s.assignment_id, s.target_id LIMIT ${PAGE_SIZE}`;

/** The judgements that the actor may see, behind the one named, by assignment and target; at most `PAGE_SIZE`. */
export const judgementPage = async (actor: MemberActor, after: ExportedJudgement | null): Promise<ExportedJudgement[]> =>
  withoutSources(actor, await rows<ExportedJudgement>(JUDGEMENTS, [actor.projectId, actor.memberId, peerSight(actor), after?.assignmentId ?? FIRST, after?.targetId ?? FIRST]));

import "server-only";
import { readSettings } from "@/lib/accounts/reader-settings";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { type PlainBlock, readText } from "@/lib/articles/reading";
import { READING_VERSION } from "@/lib/articles/server/reading";
import { TOLD_PHASE } from "@/lib/assignments/server/assign-sql";
import { NEXT_ID } from "@/lib/assignments/server/next";
import { notFound } from "@/lib/kernel/errors";
import { preparedRow } from "@/lib/platform/database";
import type { Span } from "../span";
import { blindDocument } from "./blind-document";
import { JUDGEMENT_VALUE } from "./judgements";
import { RETURNS_JSON } from "./return-sql";
import { SPEAKER } from "./span-sql";

// Every change of a row makes one version, so their sum says how many there were, of deleted rows too; so do
// corrections of the text, which a screen must notice as well.
const CHANGES = `((SELECT count(*)::int - 1 FROM revision x WHERE x.project_id = $1 AND x.article_id = a.article_id) + ${["span", "judgement", "article_answer", "assignment_note"].map((table) => `(SELECT coalesce(sum(x.version), 0)::int FROM ${table} x WHERE x.project_id = $1 AND x.assignment_id = a.id)`).join(" + ")})`;

// Where the words of a mark stood that went with a corrected text, as [revision, start, quote] of each passage.
const LOST = `CASE WHEN sp.span_id IS NULL THEN (
  SELECT json_agg(json_build_array(l.revision_id, l.start_offset, l.quote) ORDER BY l.ordinal) FROM span_part l WHERE l.project_id = s.project_id AND l.span_id = s.id
    AND l.revision_id = (SELECT n.revision_id FROM span_part n JOIN revision x ON x.project_id = n.project_id AND x.id = n.revision_id WHERE n.project_id = s.project_id AND n.span_id = s.id ORDER BY x.number DESC LIMIT 1)) END`;

// Built as JSON by the database and passed through as text, so that a long article is read and written once, not
// three times. Of the spans the database gives bare rows: naming keys thousands of times takes it longer than us.
// Every key is named here; the annotator's own rows are all that is read.
const DOCUMENT = `
SELECT json_build_object(
  'memberId', a.member_id, 'changes', ${CHANGES},
  'assignment', json_build_object('id', a.id, 'state', a.state, 'phase', ${TOLD_PHASE("a")}, 'round', a.round, 'version', a.version, 'submittedAt', a.submitted_at, 'dueOn', to_char(a.due_on, 'YYYY-MM-DD'), 'blockOrdinals', coalesce(a.block_ordinals, '{}'),
     'skippedAt', a.skipped_at, 'skipReason', a.skip_reason, 'flaggedAt', a.flagged_at, 'flagNote', a.flag_note),
  'article', json_build_object('id', ar.id, 'revisionId', r.id, 'title', ar.title, 'text', r.text, 'language', ar.language, 'sha256', encode(r.sha256, 'hex'),
     'outlet', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END,
     'publisher', CASE WHEN pu.id IS NOT NULL THEN json_build_object('id', pu.id, 'name', pu.name) END,
     'byline', ar.byline, 'url', ar.url, 'genre', ar.genre, 'publishedOn', to_char(ar.published_on, 'YYYY-MM-DD'), 'words', ar.words, 'tokens', r.tokens, 'sentences', r.sentences),
  'blocks', (SELECT coalesce(json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = $1 AND b.revision_id = r.id),
  'speech', (SELECT coalesce(json_agg(json_build_object('kind', w.kind, 'start', w.start_offset, 'end', w.end_offset, 'inner', json_build_object('start', w.inner_start, 'end', w.inner_end),
      'speaker', CASE WHEN w.speaker_start IS NOT NULL THEN json_build_object('start', w.speaker_start, 'end', w.speaker_end) END) ORDER BY w.ordinal), '[]') FROM speech w WHERE w.project_id = $1 AND w.revision_id = r.id),
  'codebookVersion', (SELECT json_build_object('id', v.id, 'number', v.number, 'content', v.content) FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1),
  'targets', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'isFocus', t.is_focus) ORDER BY t.position, t.created_at, t.id), '[]') FROM target t WHERE t.project_id = $1 AND t.archived_at IS NULL AND t.merged_into_id IS NULL),
  'formerTargets', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', coalesce(root.name, t.name), 'rootId', root.id) ORDER BY t.id), '[]') FROM target t LEFT JOIN target root ON root.project_id = $1 AND root.id = t.merged_into_id WHERE t.project_id = $1 AND (t.archived_at IS NOT NULL OR t.merged_into_id IS NOT NULL) AND t.id IN (SELECT target_id FROM span WHERE project_id = $1 AND assignment_id = a.id UNION ALL SELECT target_id FROM judgement WHERE project_id = $1 AND assignment_id = a.id)),
  'judgements', (SELECT coalesce(json_agg(json_build_object('targetId', j.target_id, 'value', ${JUDGEMENT_VALUE("j.value")}, 'confidence', j.confidence, 'note', j.note, 'version', j.version) ORDER BY j.target_id), '[]') FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = a.id),
  'answers', (SELECT coalesce(json_agg(json_build_object('setId', w.set_id, 'labelIds', w.label_ids, 'version', w.version, 'needsReview', w.needs_review) ORDER BY w.set_id), '[]') FROM article_answer w WHERE w.project_id = $1 AND w.assignment_id = a.id),
  'notes', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'body', n.body, 'version', n.version) ORDER BY n.created_at, n.id), '[]') FROM assignment_note n WHERE n.project_id = $1 AND n.assignment_id = a.id AND n.deleted_at IS NULL),
  'returns', ${RETURNS_JSON("a.id")}, 'discussed', EXISTS (SELECT FROM thread h WHERE h.project_id = $1 AND h.subject = 'assignment' AND h.subject_id = a.id),
  'reviews', (SELECT coalesce(json_agg(json_build_object('spanId', s.id, 'reason', v.reason, 'versionNumber', c.number) ORDER BY s.created_at, s.id, c.number), '[]')
     FROM span s JOIN span_review v ON v.project_id = s.project_id AND v.span_id = s.id AND v.settled_at IS NULL JOIN codebook_version c ON c.project_id = v.project_id AND c.id = v.codebook_version_id
     WHERE s.project_id = $1 AND s.assignment_id = a.id AND s.deleted_at IS NULL),
  'queue', (SELECT jsonb_build_object('total', count(*), 'submitted', count(*) FILTER (WHERE q.state = 'submitted'), 'skipped', count(*) FILTER (WHERE q.skipped_at IS NOT NULL), 'nextOpenId', ${NEXT_ID("a", 2)}, 'position', count(*) FILTER (WHERE (q.position, q.id) <= (a.position, a.id)),
      'previousId', (array_agg(q.id ORDER BY q.position DESC, q.id DESC) FILTER (WHERE (q.position, q.id) < (a.position, a.id)))[1],
      'nextId', (array_agg(q.id ORDER BY q.position, q.id) FILTER (WHERE (q.position, q.id) > (a.position, a.id)))[1])
     FROM assignment q JOIN article x ON x.project_id = q.project_id AND x.id = q.article_id AND (x.state = 'active' OR q.id = a.id) WHERE q.project_id = $1 AND q.member_id = $2 AND q.state <> 'withdrawn' AND NOT q.locked) || jsonb_build_object('items', (SELECT coalesce(jsonb_agg(jsonb_build_object('assignmentId', q.id, 'title', q.title, 'state', q.state, 'skipped', q.skipped, 'number', q.number) ORDER BY q.number), '[]') FROM (
      SELECT q.id, q.state, q.skipped_at IS NOT NULL AS skipped, x.title, row_number() OVER (ORDER BY q.position, q.id) AS number, row_number() OVER (ORDER BY (q.position, q.id) < (a.position, a.id), q.position, q.id) AS after
      FROM assignment q JOIN article x ON x.project_id = q.project_id AND x.id = q.article_id AND (x.state = 'active' OR q.id = a.id) WHERE q.project_id = $1 AND q.member_id = $2 AND q.state <> 'withdrawn' AND NOT q.locked) q WHERE q.after <= 40)),
  'projectKind', p.kind, 'allowSuggestions', p.allow_suggestions
)::text AS body, r.reading_version < ${READING_VERSION} AS unread,
(SELECT json_agg(json_build_array(q.id, q.version, q.target_id, q.framing, q.voice, q.attribution, q.speaker, q.directness, q.device, q.confidence, q.note, q.label_ids, q.from_suggestion, q.number, q.start_offset, q.end_offset, q.quote, q.lost)) FROM (
  SELECT s.*, ${SPEAKER("s")} AS speaker, v.number, sp.start_offset, sp.end_offset, sp.quote, ${LOST} AS lost FROM span s JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id LEFT JOIN span_part sp ON sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = r.id
  WHERE s.project_id = $1 AND s.assignment_id = a.id AND s.deleted_at IS NULL ORDER BY s.created_at, s.id, sp.ordinal) q) AS parts,
(SELECT u.reader_settings FROM app_user u WHERE u.id = $4) AS settings
FROM assignment a
JOIN project p ON p.id = a.project_id
JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id
JOIN revision r ON r.project_id = a.project_id AND r.id = ar.current_revision_id
LEFT JOIN outlet o0 ON o0.project_id = a.project_id AND o0.id = ar.outlet_id LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = coalesce(o0.merged_into_id, o0.id)
LEFT JOIN outlet pu0 ON pu0.project_id = a.project_id AND pu0.id = ar.publisher_id LEFT JOIN outlet pu ON pu.project_id = a.project_id AND pu.id = coalesce(pu0.merged_into_id, pu0.id)
WHERE a.project_id = $1 AND a.member_id = $2 AND a.id = $3 AND a.state <> 'withdrawn' AND NOT a.locked`;

type Part = [Span["id"], Span["version"], Span["targetId"], Span["framing"], Span["voice"], Span["attribution"], Span["speaker"], Span["directness"], Span["device"], Span["confidence"], Span["note"], Span["labelIds"], Span["fromSuggestion"], codebookVersion: number, ...([start: number, end: number, quote: string, lost: null] | [null, null, null, lost: LostPart[] | null])];
type LostPart = [revisionId: string, start: number, quote: string];

/** A span with the number of the codebook version that it was saved under. */
type StampedSpan = Span & { codebookVersion: number; lost?: { revisionId: string; start: number; quote: string }[] };

/** Spans out of the rows of their parts, which come in order. */
function spansOf(parts: readonly Part[], memberId: string): StampedSpan[] {
  const spans: StampedSpan[] = [];
  for (const [id, version, targetId, framing, voice, attribution, speaker, directness, device, confidence, note, labelIds, fromSuggestion, codebookVersion, start, end, quote, lost] of parts) {
    const last = spans.at(-1);
    // A span without a place in this revision is shown without one, not left out.
    const own = start === null ? [] : [{ start, end, quote }];
    if (last?.id === id) last.parts.push(...own);
    else spans.push({ id, version, memberId, targetId, framing, voice, attribution, speaker, directness, device, confidence, note, labelIds, fromSuggestion, codebookVersion, parts: own, ...(lost ? { lost: lost.map(([revisionId, from, words]) => ({ revisionId, start: from, quote: words })) } : {}) });
  }
  return spans;
}

/** What the annotate screen needs of one of the actor's own assignments, as JSON text. */
export async function annotateDocument(actor: MemberActor, assignmentId: string): Promise<string> {
  const found = await preparedRow<{ body: string; unread: boolean; parts: Part[] | null; settings: unknown }>("annotate-document", DOCUMENT, [actor.projectId, actor.memberId, assignmentId, actor.userId]);
  if (!found) throw notFound();
  const body = `${found.body.slice(0, -1)},"spans":${JSON.stringify(spansOf(found.parts ?? [], actor.memberId))},"userId":${JSON.stringify(actor.userId)},"settings":${JSON.stringify(readSettings(found.settings))}}`;
  if (actor.sourceBlind) return blindDocument(actor, body, found.unread);
  return found.unread ? readNow(body) : body;
}

/** The document with words, sentences and speech that are not stored yet: the worker has not come to this article since an upgrade. */
function readNow(body: string): string {
  const document = JSON.parse(body) as { article: { text: string; language: string | null }; blocks: PlainBlock[] };
  const { article, blocks } = document;
  const { speech, ...snaps } = readText(article.text, blocks, article.language);
  return JSON.stringify({ ...document, article: { ...article, ...snaps }, speech });
}

/** How far the work on one of the actor's own assignments is: for a screen that wants to know whether it has seen all of it. */
export async function workStanding(actor: MemberActor, assignmentId: string): Promise<{ state: string; changes: number }> {
  const found = await preparedRow<{ state: string; changes: number }>("work-standing", `SELECT a.state, ${CHANGES} AS changes FROM assignment a WHERE a.project_id = $1 AND a.member_id = $2 AND a.id = $3 AND NOT a.locked`, [actor.projectId, actor.memberId, assignmentId]);
  if (!found) throw notFound();
  return found;
}

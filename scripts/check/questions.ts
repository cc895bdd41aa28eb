import { SPAN_STATE } from "@/lib/annotations/server/span-sql";
import { ADJUDICATION_QUESTIONS } from "./adjudication-questions";
import { PROGRESS_QUESTIONS } from "./progress-questions";
import { IMPORT_QUESTIONS } from "./import-questions";
import type { Question } from "./question";

const KEY = "project_id, article_id, member_id, target_id, voice, framing, source_blind, codebook_version_id, from_suggestion";

/** What must hold in every database, whatever happened to server, worker or machine. */
export const QUESTIONS: readonly Question[] = [
  {
    name: "texts are what their sha256 and length say",
    sql: `SELECT format('revision %s of article %s', id, article_id) AS what FROM revision
          WHERE sha256 <> sha256(convert_to(text, 'UTF8')) OR code_points <> char_length(text)`,
  },
  {
    name: "every article has its current revision, of its own",
    sql: `SELECT format('article %s', a.id) AS what FROM article a
          LEFT JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id AND r.article_id = a.id
          WHERE r.id IS NULL OR r.code_points <> a.code_points`,
  },
  {
    name: "blocks lie in the text, in order, without overlap",
    sql: `SELECT format('block %s of revision %s', b.ordinal, b.revision_id) AS what
          FROM (SELECT *, lag(end_offset) OVER (PARTITION BY project_id, revision_id ORDER BY ordinal) AS before FROM block) b
          JOIN revision r ON r.project_id = b.project_id AND r.id = b.revision_id
          WHERE b.end_offset > r.code_points OR b.start_offset < b.before`,
  },
  {
    name: "quotes of spans stand in the text at their offsets",
    sql: `SELECT format('span %s, part %s: %s to %s of revision %s', p.span_id, p.ordinal, p.start_offset, p.end_offset, p.revision_id) AS what
          FROM span_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id
          WHERE p.status <> 'orphaned' AND (p.end_offset > r.code_points OR p.quote <> substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset))`,
  },
  {
    name: "every span has a part, on a revision of its own article",
    sql: `SELECT format('span %s', s.id) AS what FROM span s
          WHERE NOT EXISTS (SELECT FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id)
             OR EXISTS (SELECT FROM span_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id
                        WHERE p.project_id = s.project_id AND p.span_id = s.id AND r.article_id <> s.article_id)`,
  },
  {
    name: "every span has its words on the current revision of its article, or is said to be orphaned there",
    sql: `SELECT format('span %s', s.id) AS what FROM span s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id
          WHERE NOT EXISTS (SELECT FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = a.current_revision_id)
            AND NOT EXISTS (SELECT FROM span_anchor n WHERE n.project_id = s.project_id AND n.span_id = s.id AND n.revision_id = a.current_revision_id AND n.outcome = 'orphaned')`,
  },
  {
    name: "spans, judgements, answers and notes belong to the article and annotator of their assignment",
    sql: `SELECT format('%s of assignment %s', x.kind, x.assignment_id) AS what
          FROM (SELECT 'span' AS kind, project_id, assignment_id, article_id, member_id FROM span
                UNION ALL SELECT 'judgement', project_id, assignment_id, article_id, member_id FROM judgement
                UNION ALL SELECT 'answer', project_id, assignment_id, article_id, member_id FROM article_answer
                UNION ALL SELECT 'note', project_id, assignment_id, article_id, member_id FROM assignment_note) x
          JOIN assignment a ON a.project_id = x.project_id AND a.id = x.assignment_id
          WHERE a.article_id <> x.article_id OR a.member_id <> x.member_id`,
  },
  {
    name: "events of a span are whole and end in what the span is",
    sql: `SELECT format('span %s, version %s, %s events up to %s', s.id, s.version, e.n, e.last) AS what FROM span s
          LEFT JOIN LATERAL (SELECT count(*) AS n, max(version) AS last FROM span_event x WHERE x.project_id = s.project_id AND x.span_id = s.id) e ON true
          LEFT JOIN span_event f ON f.project_id = s.project_id AND f.span_id = s.id AND f.version = s.version
          WHERE e.n <> s.version OR e.last IS DISTINCT FROM s.version
             -- A note may have been blanked since, when a person was erased.
             OR NOT coalesce('{"labelIds": []}' || f.after @> (${SPAN_STATE("s")} - 'note' - 'codebookVersionId'), false)`,
  },
  {
    name: "events of a judgement are whole and end in what the judgement is",
    sql: `SELECT format('judgement of target %s in assignment %s', j.target_id, j.assignment_id) AS what FROM judgement j
          LEFT JOIN LATERAL (SELECT count(*) AS n, max(version) AS last FROM judgement_event x
            WHERE x.project_id = j.project_id AND x.assignment_id = j.assignment_id AND x.target_id = j.target_id) e ON true
          LEFT JOIN judgement_event f ON f.project_id = j.project_id AND f.assignment_id = j.assignment_id AND f.target_id = j.target_id AND f.version = j.version
          WHERE e.n <> j.version OR e.last IS DISTINCT FROM j.version OR f.after IS DISTINCT FROM j.value`,
  },
  {
    name: "events of an answer are whole and end in what the answer is",
    sql: `SELECT format('answer to set %s in assignment %s', w.set_id, w.assignment_id) AS what FROM article_answer w
          LEFT JOIN LATERAL (SELECT count(*) AS n, max(version) AS last FROM article_answer_event x
            WHERE x.project_id = w.project_id AND x.assignment_id = w.assignment_id AND x.set_id = w.set_id) e ON true
          LEFT JOIN article_answer_event f ON f.project_id = w.project_id AND f.assignment_id = w.assignment_id AND f.set_id = w.set_id AND f.version = w.version
          WHERE e.n <> w.version OR e.last IS DISTINCT FROM w.version OR f.after IS DISTINCT FROM w.label_ids`,
  },
  {
    name: "an operation made at most one event, and every event's operation is known",
    sql: `SELECT format('operation %s of member %s: %s', e.op_id, e.member_id, CASE WHEN o.op_id IS NULL THEN 'not recorded' ELSE e.n || ' events' END) AS what
          FROM (SELECT project_id, member_id, op_id, count(*) AS n, max(at) AS at FROM span_event WHERE op_id IS NOT NULL GROUP BY 1, 2, 3) e
          LEFT JOIN operation o ON o.project_id = e.project_id AND o.member_id = e.member_id AND o.op_id = e.op_id
          -- Operations are cleared away after 90 days.
          WHERE e.n > 1 OR o.op_id IS NULL AND e.at > now() - interval '89 days'`,
  },
  {
    name: "every span that was acknowledged is there",
    sql: `SELECT format('operation %s of member %s promised span %s', o.op_id, o.member_id, o.answer ->> 'id') AS what FROM operation o
          WHERE o.status = 201 AND jsonb_typeof(o.answer -> 'parts') = 'array'
            AND NOT EXISTS (SELECT FROM span s WHERE s.project_id = o.project_id AND s.id::text = o.answer ->> 'id')`,
  },
  {
    name: "no operation was left without its answer",
    sql: "SELECT format('operation %s of member %s', op_id, member_id) AS what FROM operation WHERE answer IS NULL OR status NOT BETWEEN 200 AND 299",
  },
  {
    name: "submitted work has its submission on record",
    sql: `SELECT format('assignment %s', a.id) AS what FROM assignment a
          WHERE a.state = 'submitted' AND (a.first_submitted_at IS NULL
            OR NOT EXISTS (SELECT FROM submission s WHERE s.project_id = a.project_id AND s.assignment_id = a.id))`,
  },
  {
    name: "counts per annotator equal a recount of the spans",
    sql: `SELECT format('article %s, annotator %s, target %s, %s %s: kept %s, counted %s', article_id, member_id, target_id, voice, framing, coalesce(k.n, 0), coalesce(c.n, 0)) AS what
          FROM (SELECT ${KEY}, n FROM rollup_count WHERE layer = 'raw') k
          FULL JOIN (SELECT project_id, article_id, member_id, target_id, coalesce(voice, 'none') AS voice, framing, source_blind, codebook_version_id, from_suggestion, count(*)::int AS n
                     FROM span WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) c USING (${KEY})
          WHERE coalesce(k.n, 0) <> coalesce(c.n, 0)`,
  },
  ...PROGRESS_QUESTIONS,
  ...ADJUDICATION_QUESTIONS,
  ...IMPORT_QUESTIONS,
  {
    name: "places of pools that are taken are the assignments that stand",
    sql: `SELECT format('work %s of batch %s: %s taken of %s, %s assigned', p.work_id, p.batch_id, p.taken, p.quota, n.n) AS what FROM pool_item p
          CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id AND a.work_id = p.work_id
            WHERE s.project_id = p.project_id AND s.batch_id = p.batch_id AND s.state <> 'withdrawn') n WHERE p.taken <> least(p.quota, n.n)`,
  },
  {
    name: "seals of the audit log cover as many entries as they say",
    sql: `SELECT format('seal %s', s.id) AS what FROM audit_seal s
          WHERE s.entries <> (SELECT count(*) FROM audit_entry e WHERE e.project_id = s.project_id AND e.seal_id = s.id)`,
  },
];

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { CODEBOOK_VERSION } from "@/lib/annotations/server/span-sql";
import { preparedRow } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import type { Reason } from "../cluster";
import type { Decision, Method, Outcome, SettledMark, Subject } from "../decision";
import { STANDS } from "./decision-rows";
import { BASIS } from "./marks";

/** How long somebody has an article to themselves after they said so or decided something. */
export const CLAIM = "interval '15 minutes'";

/** A decision to store: what it is about, what it takes the place of, and the marks that it looked at. */
export type Entry = {
  id: string;
  subject: Subject;
  targetId: string | null;
  setId: string | null;
  start: number | null;
  end: number | null;
  outcome: Outcome;
  method: Method;
  reason: Reason | null;
  note: string;
  value: unknown;
  replaces: readonly string[];
  /** Of a judgement or answer: whether it closes something that was open (1), or changes what was decided (0). */
  closes: 0 | 1;
  spans: readonly { id: string; version: number; memberId: string; upheld: boolean }[];
  settled: readonly SettledMark[];
};

/** What was stored, and how the article stands now; `aside` is kept with the answer for whoever repeats the operation. */
export type Recorded = { version: number; undecided: number; decisions: Decision[]; aside: unknown };

/** Whether somebody else has claimed the article of the row `j`. Takes the member's placeholder. */
export const CLAIMED_BY_OTHER = (member: string): string => `(j.claimed_by IS NOT NULL AND j.claimed_by <> ${member} AND j.claimed_until > now())`;

/** The rows of a decision out of its JSON, for statements that store or explain it: `wish`, `mark`, `settled`, `part`, `gone`. */
export const WISHES = (entries: string): string => `
wish AS (
  SELECT w.* FROM jsonb_to_recordset(${entries}::jsonb) AS w(n int, id uuid, subject text, "targetId" uuid, "setId" uuid, start int, "end" int, outcome text, method text, reason text, note text, value jsonb, closes int, replaces uuid[], spans jsonb, settled jsonb)
), mark AS (
  SELECT w.id AS decision_id, x.* FROM wish w, jsonb_to_recordset(w.spans) AS x(id uuid, version int, "memberId" uuid, upheld boolean)
), settled AS (
  SELECT w.id AS decision_id, z.* FROM wish w, jsonb_to_recordset(w.settled) AS z(id uuid, "targetId" uuid, framing text, voice text, attribution text, speaker text, directness text, device text, "labelIds" uuid[], note text, parts jsonb)
), part AS (
  SELECT z.id AS settled_id, p.ordinal::int, (p.j ->> 'start')::int AS s, (p.j ->> 'end')::int AS e, p.j ->> 'quote' AS q FROM settled z, jsonb_array_elements(z.parts) WITH ORDINALITY AS p(j, ordinal)
), gone AS (
  SELECT w.id AS by_id, x.id FROM wish w, unnest(w.replaces) AS x(id)
)`;

/** Parts that cannot stand on the revision `r`: other words than stand there, out of order, or words that nobody can mark. */
export const BAD_PARTS = `
  SELECT part.settled_id, part.ordinal FROM part
  WHERE NOT (part.s >= 0 AND part.s < part.e AND part.e <= r.code_points AND part.q ~ '[^[:space:]]' AND substr(r.text, part.s + 1, part.e - part.s) = part.q)
     OR EXISTS (SELECT FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id AND b.start_offset < part.e AND b.end_offset > part.s AND b.kind IN ('chrome', 'byline'))
     OR EXISTS (SELECT FROM part before WHERE before.settled_id = part.settled_id AND before.ordinal < part.ordinal AND part.s < before.e)`;

// OFFSET keeps the order: from the marks. Left to itself, the planner begins with every decision of the project.
/** Decisions (alias `d`) that stand on what is to be decided and are not among those to be replaced. */
export const IN_THE_WAY = `
  SELECT d.id FROM mark CROSS JOIN LATERAL (SELECT ds.decision_id FROM decision_span ds WHERE ds.project_id = $1 AND ds.span_id = mark.id OFFSET 0) looked_at
  CROSS JOIN LATERAL (SELECT d.id FROM decision d WHERE d.project_id = $1 AND d.id = looked_at.decision_id AND ${STANDS} OFFSET 0) d
  WHERE NOT EXISTS (SELECT FROM gone WHERE gone.id = d.id)
  UNION ALL SELECT d.id FROM wish w JOIN decision d ON d.project_id = $1 AND d.article_id = $3 AND d.subject = w.subject
  WHERE w.subject IN ('judgement', 'answer') AND ${STANDS} AND NOT EXISTS (SELECT FROM gone WHERE gone.id = d.id)
    AND (d.set_id = w."setId" OR w."targetId" = (SELECT coalesce(t.merged_into_id, t.id) FROM target t WHERE t.project_id = $1 AND t.id = d.target_id))`;

/** Decisions to be replaced that are not there, or were replaced before. */
export const ALREADY_GONE = `SELECT gone.id FROM gone WHERE NOT EXISTS (SELECT FROM decision d WHERE d.project_id = $1 AND d.id = gone.id AND d.article_id = $3 AND ${STANDS})`;

// How many of the things that were open a wish closes. What it replaces was closed before where it was about these very marks.
const CLOSED = `(SELECT coalesce(sum(CASE
    WHEN w.subject <> 'cluster' THEN w.closes
    WHEN jsonb_array_length(w.spans) = 0 THEN (SELECT count(*) FROM gone JOIN decision d ON d.project_id = $1 AND d.id = gone.id WHERE gone.by_id = w.id AND d.method <> 'added' AND d.outcome = 'settled')
    WHEN EXISTS (SELECT FROM gone WHERE gone.by_id = w.id AND jsonb_array_length(w.spans) = (SELECT count(*) FROM decision_span ds WHERE ds.project_id = $1 AND ds.decision_id = gone.id)
      AND NOT EXISTS (SELECT FROM mark WHERE mark.decision_id = w.id AND NOT EXISTS (SELECT FROM decision_span ds WHERE ds.project_id = $1 AND ds.decision_id = gone.id AND ds.span_id = mark.id AND ds.version = mark.version))) THEN 0
    ELSE 1 END), 0)::int FROM wish w)`;

const SHOWN = `jsonb_build_object('id', w.id, 'number', place.last + w.n, 'subject', w.subject, 'targetId', w."targetId", 'setId', w."setId", 'start', w.start, 'end', w."end", 'outcome', w.outcome, 'method', w.method,
  'reason', w.reason, 'note', w.note, 'value', nullif(w.value, 'null'), 'at', to_char(now()::timestamptz(3) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'revisionId', place.revision_id, 'by', jsonb_build_object('id', $2::uuid, 'name', place.name),
  'codebookVersion', place.codebook_number, 'replacedBy', null, 'settled', w.settled,
  'spans', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', mark.id, 'version', mark.version) ORDER BY mark.id), '[]') FROM mark WHERE mark.decision_id = w.id))`;

// One statement, one round trip: decisions, what they replace, their marks, the settled marks with their words, the
// counts of the article, operation, audit and outbox stand or fall together. The row of the article's adjudication is
// locked, and is the one that the statement's snapshot shows: where it was changed while the statement waited for it,
// nothing is stored, and it is run again with a snapshot that holds what the others decided.
const RECORD = `
WITH ${WISHES("$9")}, place AS (
  SELECT j.version, j.undecided, r.id AS revision_id, cv.id AS codebook_version_id, cv.number AS codebook_number, me.pseudonym AS name,
         (SELECT coalesce(max(d.number), 0) FROM decision d WHERE d.project_id = $1 AND d.article_id = $3) AS last, ${CLOSED} AS closed
  FROM adjudication j
  JOIN article ar ON ar.project_id = j.project_id AND ar.id = j.article_id AND ar.state <> 'archived' AND ar.version = (SELECT seen.version FROM article seen WHERE seen.project_id = $1 AND seen.id = $3)
  JOIN revision r ON r.project_id = j.project_id AND r.id = ar.current_revision_id AND r.id = $5
  JOIN codebook_version cv ON cv.project_id = j.project_id AND cv.id = ${CODEBOOK_VERSION("$6")}
  JOIN member me ON me.project_id = j.project_id AND me.id = $2
  WHERE j.project_id = $1 AND j.article_id = $3 AND j.version = (SELECT seen.version FROM adjudication seen WHERE seen.project_id = $1 AND seen.article_id = $3)
    AND j.state = 'open' AND NOT ${CLAIMED_BY_OTHER("$2")} AND ${BASIS} = $4
    AND NOT EXISTS (${BAD_PARTS}) AND NOT EXISTS (${IN_THE_WAY}) AND NOT EXISTS (${ALREADY_GONE})
    AND NOT EXISTS (SELECT FROM settled z WHERE NOT EXISTS (SELECT FROM target t WHERE t.project_id = $1 AND t.id = z."targetId" AND t.merged_into_id IS NULL) OR z.speaker IS NOT NULL AND NOT EXISTS (SELECT FROM speaker k WHERE k.project_id = $1 AND k.name_key = z.speaker))
  FOR NO KEY UPDATE OF j FOR SHARE OF ar
), op AS (
  INSERT INTO operation (project_id, member_id, op_id, request_digest, status, answer)
  SELECT $1, $2, $7, $8, 201, jsonb_build_object('version', place.version + 1, 'undecided', greatest(0, place.undecided - place.closed), 'decisions', coalesce((SELECT jsonb_agg(${SHOWN} ORDER BY w.n) FROM wish w), '[]')) || $11::jsonb FROM place
  ON CONFLICT DO NOTHING RETURNING answer
), made AS (
  INSERT INTO decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, target_id, set_id, start_offset, end_offset, outcome, method, reason, note, value, member_id)
  SELECT $1, w.id, $3, place.revision_id, place.codebook_version_id, place.last + w.n, w.subject, w."targetId", w."setId", w.start, w."end", w.outcome, w.method, w.reason, w.note, nullif(w.value, 'null'), $2 FROM wish w, place, op
), replaced AS (
  INSERT INTO decision_replaced (project_id, decision_id, by_id) SELECT $1, gone.id, gone.by_id FROM gone, op
), looked AS (
  INSERT INTO decision_span (project_id, decision_id, span_id, member_id, version, upheld) SELECT $1, mark.decision_id, mark.id, mark."memberId", mark.version, mark.upheld FROM mark, op
), marked AS (
  INSERT INTO settled_span (project_id, id, decision_id, article_id, target_id, codebook_version_id, framing, voice, attribution, speaker_id, directness, device, label_ids, note)
  SELECT $1, z.id, z.decision_id, $3, z."targetId", place.codebook_version_id, z.framing, z.voice, z.attribution, (SELECT k.id FROM speaker k WHERE k.project_id = $1 AND k.name_key = z.speaker), z.directness, z.device, z."labelIds", z.note FROM settled z, place, op
), placed AS (
  INSERT INTO settled_part (project_id, settled_span_id, revision_id, ordinal, start_offset, end_offset, quote) SELECT $1, part.settled_id, place.revision_id, part.ordinal, part.s, part.e, part.q FROM part, place, op
), moved AS (
  UPDATE adjudication j SET version = j.version + 1, undecided = greatest(0, place.undecided - place.closed), basis = rtrim(j.basis, '*') || '*', claimed_until = CASE WHEN j.claimed_by = $2 THEN now() + ${CLAIM} ELSE j.claimed_until END
  FROM place, op WHERE j.project_id = $1 AND j.article_id = $3
), noted AS (
  INSERT INTO audit_entry (project_id, id, member_id, action, subject, subject_id, detail) SELECT $1, gen_random_uuid(), $2, $10, 'article', $3, jsonb_build_object('decisionIds', (SELECT jsonb_agg(w.id ORDER BY w.n) FROM wish w)) FROM op
), told AS (
  INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'adjudication', $3, $2 FROM op
)
SELECT answer FROM op`;

/** What decisions rest on: the marks as they were read, the revision shown, and the codebook version shown (the newest where none is named). */
export type Ground = { readonly basis: string; readonly revisionId: string; readonly codebookVersionId: string | null };

/** Stores decisions on one article, all or none. Null where anything stands against it: the caller finds out what. */
export async function record(actor: MemberActor, op: Op, articleId: string, ground: Ground, entries: readonly Entry[], action: string, aside: unknown): Promise<Recorded | null> {
  const wishes = JSON.stringify(entries.map((entry, i) => ({ ...entry, n: i + 1 })));
  const found = await preparedRow<{ answer: Recorded }>("record-decision", RECORD, [actor.projectId, actor.memberId, articleId, ground.basis, ground.revisionId, ground.codebookVersionId, op.id, op.digest, wishes, action, JSON.stringify({ aside })]);
  return found?.answer ?? null;
}

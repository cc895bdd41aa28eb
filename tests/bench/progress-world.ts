import { sessionCookie } from "@/lib/accounts/server/credential";
import { NO_OUTLET } from "@/lib/assignments/server/progress-counts";
import { rows } from "@/lib/platform/database";
import { PROGRESS_QUESTIONS } from "@/scripts/check/progress-questions";
import { addMember, addOutlet, addTarget, makeProject } from "@/tests/factories/world";

const [ANNOTATORS, OUTLETS, DAYS, MARKS] = [20, 30, 60, 2];
/** Articles written by one statement. */
const SLICE = 5_000;

/** A study in the middle of its work, and the cookie of its coordinator. */
export type Study = { readonly projectId: string; readonly cookie: string };

// Article number n, of two annotators: half are submitted by both, three in ten by one, the rest by nobody.
const MADE = `
WITH made AS MATERIALIZED (
  SELECT n, gen_random_uuid() AS work, gen_random_uuid() AS article, gen_random_uuid() AS revision, format(E'Article %s\\nThe council bungled the closure again, traders said.', n) AS text FROM generate_series($2::int + 1, least($2::int + ${SLICE}, $6::int)) n
), works AS (INSERT INTO work (project_id, id) SELECT $1, work FROM made
), revisions AS (
  INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points) SELECT $1, revision, article, 1, text, sha256(convert_to(text, 'UTF8')), char_length(text) FROM made
), blocks AS (
  INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset)
  SELECT $1, revision, b.ordinal, b.kind, b.start, b.stop FROM made, LATERAL (VALUES (0, 'headline', 0, strpos(text, E'\\n') - 1), (1, 'paragraph', strpos(text, E'\\n'), char_length(text))) b(ordinal, kind, start, stop)
), assigned AS (
  INSERT INTO assignment (project_id, id, article_id, member_id, position, state, due_on, first_submitted_at, submitted_at)
  SELECT $1, gen_random_uuid(), article, ($3::uuid[])[1 + (n + k * (1 + n / $5::int % 7)) % $5::int], n, s.state, CASE WHEN n % 50 = 0 THEN current_date - n % 30 + 10 END,
         CASE WHEN s.state IN ('submitted', 'returned') THEN now() - make_interval(days => (n * 7 + k) % ${DAYS}) END, CASE WHEN s.state = 'submitted' THEN now() - make_interval(days => (n * 7 + k) % ${DAYS}) END
  FROM made CROSS JOIN generate_series(0, 1) k
  CROSS JOIN LATERAL (SELECT CASE WHEN n % 10 < 5 OR n % 10 < 8 AND k = 0 THEN 'submitted' WHEN n % 10 = 7 THEN 'in_progress' WHEN n % 100 = 98 THEN 'returned' ELSE 'assigned' END AS state) s
)
INSERT INTO article (project_id, id, work_id, current_revision_id, title, outlet_id, words, code_points, own_voice_code_points, created_at)
SELECT $1, article, work, revision, format('Article %s', n), ($4::uuid[])[1 + n % array_length($4::uuid[], 1)], 9, char_length(text), char_length(text), now() - make_interval(secs => $6 - n) FROM made`;

const SPANS = `
WITH made AS (
  INSERT INTO span (project_id, id, assignment_id, article_id, member_id, target_id, codebook_version_id, framing, voice, directness, note)
  SELECT a.project_id, gen_random_uuid(), a.id, a.article_id, a.member_id, $2, (SELECT id FROM codebook_version WHERE project_id = $1), (ARRAY['advocacy', 'neutral', 'critical'])[1 + (a.position + k) % 3], 'own', 'direct', ''
  FROM assignment a CROSS JOIN generate_series(1, ${MARKS}) k WHERE a.project_id = $1 AND a.state <> 'assigned' AND a.position > $3::int AND a.position <= $3::int + ${SLICE} RETURNING project_id, id, article_id
)
INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote)
SELECT m.project_id, m.id, r.id, 1, strpos(r.text, 'bungled') - 1, strpos(r.text, 'bungled') + 6, 'bungled' FROM made m JOIN revision r ON r.project_id = m.project_id AND r.article_id = m.article_id`;

const COUNTS = [
  `INSERT INTO rollup_progress (project_id, member_id, outlet_id, phase, state, n) SELECT a.project_id, a.member_id, coalesce(ar.outlet_id, '${NO_OUTLET}'), a.phase, a.state, count(*) FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id WHERE a.project_id = $1 GROUP BY 1, 2, 3, 4, 5`,
  "INSERT INTO article_progress (project_id, article_id, assigned, submitted) SELECT project_id, article_id, count(*), count(*) FILTER (WHERE state = 'submitted') FROM assignment WHERE project_id = $1 GROUP BY 1, 2",
  "INSERT INTO rollup_day (project_id, day, member_id, submitted) SELECT project_id, (first_submitted_at AT TIME ZONE 'UTC')::date, member_id, count(*) FROM assignment WHERE project_id = $1 AND first_submitted_at IS NOT NULL GROUP BY 1, 2, 3",
  "INSERT INTO rollup_label (project_id, member_id, label, n) SELECT s.project_id, s.member_id, s.framing, count(*) FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND a.state = 'submitted' WHERE s.project_id = $1 GROUP BY 1, 2, 3",
];

/** A project with so many articles, two annotators of twenty on each, thirty outlets, sixty days of work and two marks in each begun assignment. */
export async function makeStudy(articles: number): Promise<Study> {
  const projectId = await makeProject({ name: `${articles} articles` });
  const lead = await addMember(projectId, "coordinator");
  const members: string[] = [];
  for (let n = 0; n < ANNOTATORS; n += 1) members.push((await addMember(projectId, "annotator")).memberId);
  const outlets: (string | null)[] = [null];
  for (let n = 1; n < OUTLETS; n += 1) outlets.push(await addOutlet(projectId, `Outlet ${n}`));
  const targetId = await addTarget(projectId, "Town council");
  for (let from = 0; from < articles; from += SLICE) {
    await rows(MADE, [projectId, from, members, outlets, ANNOTATORS, articles]);
    if (from === 0) await rows("ANALYZE");
    await rows(SPANS, [projectId, targetId, from]);
  }
  for (const sql of COUNTS) await rows(sql, [projectId]);
  await rows(
    `INSERT INTO practice_result (project_id, assignment_id, article_id, member_id, kind, score, hits, missed, extra, different)
     SELECT project_id, id, article_id, member_id, 'gold', 0.8, 4, 1, 0, 0 FROM assignment WHERE project_id = $1 AND state = 'submitted' AND position <= 200`,
    [projectId],
  );
  return { projectId, cookie: `${sessionCookie()}=${lead.session}` };
}

/** What a database does by itself some minutes after so much was written; and that the counts are what they should be. */
export async function settle(): Promise<void> {
  await rows("VACUUM (ANALYZE) article, work, assignment, article_progress, rollup_progress, rollup_day, rollup_label, span, practice_result");
  for (const { name, sql } of PROGRESS_QUESTIONS) if ((await rows(`${sql} LIMIT 1`)).length > 0) throw new Error(`not so: ${name}`);
}


import { operator, onBehalfOf, type MemberActor } from "@/lib/accounts/server/actor";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { recountProject } from "@/lib/annotations/server/rollup/recount";
import { invariant } from "@/lib/kernel/errors";
import { row, rows, transaction } from "@/lib/platform/database";
import { BASIS } from "@/lib/stance/server/mentions";
import { addMember, addOutlet, addTarget, makeProject } from "@/tests/factories/world";

const [ANNOTATORS, OUTLETS, TARGETS, CODERS] = [24, 50, 8, 2];
/** Spans of one coder on one article. */
const MARKS = 25;
/** Articles written by one statement. */
const SLICE = 1_000;

/** A finished study, and the cookie of its coordinator. */
export type StanceStudy = { readonly projectId: string; readonly cookie: string; readonly actor: MemberActor; readonly setId: string };

// Every tenth article is a copy of the one before it, put up by the next outlet; every fifth is told of one target less.
const ARTICLES = `
WITH made AS MATERIALIZED (
  SELECT n, gen_random_uuid() AS article, gen_random_uuid() AS revision, format(E'Article %s\\n%s\\nMore from here', n, repeat('The council bungled the closure again and the mayor beamed. ', 20)) AS text FROM generate_series($2::int + 1, $2::int + ${SLICE}) n
), source AS MATERIALIZED (SELECT n, gen_random_uuid() AS work FROM made WHERE n % 10 <> 0
), works AS (INSERT INTO work (project_id, id) SELECT $1, work FROM source
), revisions AS (
  INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points) SELECT $1, revision, article, 1, text, sha256(convert_to(text, 'UTF8')), char_length(text) FROM made
), blocks AS (
  INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset)
  SELECT $1, revision, b.ordinal, b.kind, b.start, b.stop FROM made, LATERAL (SELECT strpos(text, E'\\n') AS head, char_length(text) - 14 AS tail) cut,
    LATERAL (VALUES (0, 'headline', 0, head - 1), (1, 'paragraph', head, 600), (2, 'paragraph', 601, tail - 1), (3, 'chrome', tail, char_length(text))) b(ordinal, kind, start, stop)
)
INSERT INTO article (project_id, id, work_id, current_revision_id, title, outlet_id, publisher_id, genre, published_on, words, code_points, own_voice_code_points)
SELECT $1, article, (SELECT s.work FROM source s WHERE s.n = m.n - CASE WHEN m.n % 10 = 0 THEN 1 ELSE 0 END), revision, format('Article %s', n), ($3::uuid[])[1 + (n - CASE WHEN n % 10 = 0 THEN 1 ELSE 0 END) % ${OUTLETS}], ($3::uuid[])[1 + n % ${OUTLETS}],
       (ARRAY['news', 'news', 'news', 'opinion', 'analysis'])[1 + n % 5], date '2020-01-01' + n % 1000, 200, char_length(text), char_length(text) - 20 FROM made m`;

const ASSIGNED = `
INSERT INTO assignment (project_id, id, article_id, member_id, position, state, first_submitted_at, submitted_at)
SELECT $1, gen_random_uuid(), a.id, ($2::uuid[])[1 + (a.n + k * (1 + a.n % 5)) % ${ANNOTATORS}], a.n, 'submitted', now(), now()
FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM article WHERE project_id = $1) a CROSS JOIN generate_series(0, ${CODERS - 1}) k`;

const SPANS = `
WITH made AS (
  INSERT INTO span (project_id, id, assignment_id, article_id, member_id, target_id, codebook_version_id, framing, voice, attribution, directness, device, source_blind, note)
  SELECT $1, gen_random_uuid(), a.id, a.article_id, a.member_id, ($2::uuid[])[1 + (a.position + k % 4) % ${TARGETS}], $3, (ARRAY['advocacy', 'neutral', 'critical', 'critical', 'advocacy'])[1 + (a.position * 7 + k * k) % 5],
         v.voice, CASE WHEN v.voice = 'quoted' THEN 'direct' END, CASE WHEN k % 9 = 0 THEN 'indirect' ELSE 'direct' END, (ARRAY['words', 'facts', NULL])[1 + (a.position + k) % 3], a.position % 2 = 0, ''
  FROM assignment a CROSS JOIN generate_series(1, ${MARKS}) k CROSS JOIN LATERAL (SELECT (ARRAY['own', 'own', 'quoted', 'own', 'embedded'])[1 + k % 5] AS voice) v
  WHERE a.project_id = $1 AND a.position > $4::int AND a.position <= $4::int + ${SLICE} RETURNING id, article_id
)
INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote)
SELECT $1, m.id, ar.current_revision_id, 1, place.at, place.at + 11, substr(r.text, place.at + 1, 11) FROM made m JOIN article ar ON ar.project_id = $1 AND ar.id = m.article_id JOIN revision r ON r.project_id = $1 AND r.id = ar.current_revision_id
CROSS JOIN LATERAL (SELECT CASE WHEN mod(hashtext(m.id::text), 12) = 0 THEN 0 ELSE 20 + abs(mod(hashtext(m.id::text), 1000)) END AS at) place`;

const JUDGEMENTS = `
INSERT INTO judgement (project_id, assignment_id, target_id, article_id, member_id, codebook_version_id, value, source_blind)
SELECT $1, a.id, t.id, a.article_id, a.member_id, $3, CASE WHEN t.n < 4 THEN ((a.position + t.n) % 5 - 2)::text WHEN t.n = 4 AND a.position % 3 = 0 THEN 'unclear' ELSE 'not_addressed' END, a.position % 2 = 0
FROM assignment a CROSS JOIN LATERAL (SELECT ($2::uuid[])[1 + (a.position + k) % ${TARGETS}] AS id, k AS n FROM generate_series(0, 5) k) t WHERE a.project_id = $1`;

/**
 * A project of so many articles by fifty outlets, two of 24 annotators on each with 25 marks, toward four of eight
 * targets, judged toward six; every tenth article is a copy put up by another outlet. The counts are made by the worker's
 * own code.
 */
export async function makeStanceStudy(articles: number): Promise<StanceStudy> {
  const projectId = await makeProject({ name: "Stance" });
  const lead = await addMember(projectId, "coordinator");
  const [members, outlets, targets]: [string[], string[], string[]] = [[], [], []];
  for (let n = 0; n < ANNOTATORS; n += 1) members.push((await addMember(projectId, "annotator")).memberId);
  for (let n = 0; n < OUTLETS; n += 1) outlets.push(await addOutlet(projectId, `Outlet ${n}`));
  for (let n = 0; n < TARGETS; n += 1) targets.push(await addTarget(projectId, `Target ${n}`));
  await rows("UPDATE target SET parent_id = $2 WHERE project_id = $1 AND id = $3", [projectId, targets[0], targets[1]]);
  const codebook = await row<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1", [projectId]);
  const loading = (sql: string, values: readonly unknown[]) =>
    transaction(async (tx) => {
      // Every row is made from another one of the same statement: the database need not look whether it is there.
      await rows("SET LOCAL session_replication_role = replica; SET LOCAL statement_timeout = 0", [], tx);
      await rows(sql, values, tx);
    });
  for (let from = 0; from < articles; from += SLICE) await loading(ARTICLES, [projectId, from, outlets]);
  await loading(ASSIGNED, [projectId, members]);
  await rows("ANALYZE article, assignment, revision, block");
  for (let from = 0; from < articles; from += SLICE) await loading(SPANS, [projectId, targets, codebook?.id, from]);
  await loading(JUDGEMENTS, [projectId, targets, codebook?.id]);
  const set = await row<{ id: string }>("INSERT INTO article_set (project_id, id, name, name_key) VALUES ($1, gen_random_uuid(), 'Half', 'half') RETURNING id", [projectId]);
  invariant(set, "the set was just made");
  await rows("INSERT INTO article_set_item (project_id, set_id, article_id) SELECT $1, $2, id FROM article WHERE project_id = $1 AND published_on < '2021-05-15'", [projectId, set.id]);
  // Names of targets were looked up in all of them, and stand in none: a worker beside the measurement has nothing to do.
  await loading(`INSERT INTO mention_basis (project_id, article_id, basis) SELECT $1, ar.id, ${BASIS} FROM article ar WHERE ar.project_id = $1`, [projectId]);
  await loading("INSERT INTO article_progress (project_id, article_id, assigned, submitted) SELECT project_id, article_id, count(*), count(*) FROM assignment WHERE project_id = $1 GROUP BY project_id, article_id", [projectId]);
  await rows("VACUUM (ANALYZE) span, span_part, judgement, article, assignment, mention_basis, article_progress, article_set_item");
  const actor = await onBehalfOf(operator(), projectId, lead.memberId);
  invariant(actor, "the coordinator is a member");
  await rows("UPDATE project SET rollup_version = 0 WHERE id = $1", [projectId]);
  await recountProject(actor);
  await rows("VACUUM (ANALYZE) rollup_mark, rollup_coder, rollup_judgement, rollup_article, rollup_outlet");
  return { projectId, cookie: `${sessionCookie()}=${lead.session}`, actor, setId: set.id };
}

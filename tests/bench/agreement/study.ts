import { sessionCookie } from "@/lib/accounts/server/credential";
import { rows } from "@/lib/platform/database";
import { addMember, addTarget, makeProject, type TestMember } from "@/tests/factories/world";

const [ANNOTATORS, TARGETS, MARKS, LENGTH] = [5, 6, 18, 5_000];

/** A finished study, its coordinator, and the cookie of theirs. */
export type AgreementStudy = { readonly projectId: string; readonly lead: TestMember; readonly cookie: string };

// Every article is read by everybody. Marks lie where an article's were placed, a little off for each annotator, so that some agree.
const MADE = `
WITH made AS MATERIALIZED (
  SELECT n, gen_random_uuid() AS work, gen_random_uuid() AS article, gen_random_uuid() AS revision, rpad(format(E'Article %s\\n', n), ${LENGTH}, 'The council bungled the closure again, traders said. ') AS text FROM generate_series(1, $2::int) n
), works AS (INSERT INTO work (project_id, id) SELECT $1, work FROM made
), revisions AS (
  INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points) SELECT $1, revision, article, 1, text, sha256(convert_to(text, 'UTF8')), char_length(text) FROM made
), blocks AS (
  INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset)
  SELECT $1, revision, b.ordinal, b.kind, b.start, b.stop FROM made, LATERAL (VALUES (0, 'headline', 0, strpos(text, E'\\n') - 1), (1, 'paragraph', strpos(text, E'\\n'), char_length(text))) b(ordinal, kind, start, stop)
), articles AS (
  INSERT INTO article (project_id, id, work_id, current_revision_id, title, words, code_points, own_voice_code_points) SELECT $1, article, work, revision, format('Article %s', n), 900, ${LENGTH}, ${LENGTH} FROM made
), assigned AS MATERIALIZED (SELECT gen_random_uuid() AS id, made.*, w.member, w.number FROM made CROSS JOIN unnest($3::uuid[]) WITH ORDINALITY AS w(member, number)
), assignments AS (
  INSERT INTO assignment (project_id, id, article_id, member_id, position, state, first_submitted_at, submitted_at)
  SELECT $1, id, article, member, n, 'submitted', now() - make_interval(days => n % 60), now() - make_interval(days => n % 60) FROM assigned
)
INSERT INTO submission (project_id, id, assignment_id, number, submitted_at, content)
SELECT $1, gen_random_uuid(), a.id, 1, now() - make_interval(days => a.n % 60), jsonb_build_object('revisionId', a.revision, 'answers', '[]'::jsonb, 'notes', '[]'::jsonb,
  'judgements', (SELECT jsonb_agg(jsonb_build_object('targetId', t, 'value', floor(random() * 5)::int - 2, 'confidence', 2, 'note', '', 'codebookVersion', 1)) FROM unnest($4::uuid[]) t),
  'spans', (SELECT jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'version', 1, 'memberId', a.member, 'targetId', ($4::uuid[])[1 + (a.n + k * 7 + CASE WHEN random() < .2 THEN 1 ELSE 0 END) % ${TARGETS}],
    'framing', (ARRAY['critical', 'neutral', 'advocacy'])[1 + (a.n + k + CASE WHEN random() < .3 THEN 1 ELSE 0 END) % 3], 'voice', (ARRAY['own', 'quoted'])[1 + (k + CASE WHEN random() < .1 THEN 1 ELSE 0 END) % 2], 'attribution', NULL, 'speaker', NULL,
    'directness', 'direct', 'device', 'words', 'confidence', 2, 'note', '', 'labelIds', '[]'::jsonb, 'fromSuggestion', false, 'codebookVersion', 1,
    'parts', jsonb_build_array(jsonb_build_object('start', p.start, 'end', p.start + 12 + p.longer, 'quote', substr(a.text, p.start + 1, 12 + p.longer)))))
    FROM generate_series(1, ${MARKS}) k CROSS JOIN LATERAL (SELECT 30 + (a.n * 131 + k * 263) % ${LENGTH - 100} + floor(random() * 4)::int AS start, floor(random() * 30)::int AS longer) p))
FROM assigned a`;

/** A project of so many articles that five annotators have submitted, with 18 marks each. */
export async function makeAgreementStudy(articles: number): Promise<AgreementStudy> {
  const projectId = await makeProject({ name: `${articles} articles by ${ANNOTATORS}` });
  const lead = await addMember(projectId, "coordinator");
  const members: string[] = [];
  for (let n = 0; n < ANNOTATORS; n += 1) members.push((await addMember(projectId, "annotator")).memberId);
  const targets: string[] = [];
  for (let n = 1; n <= TARGETS; n += 1) targets.push(await addTarget(projectId, `Target ${n}`));
  await rows(MADE, [projectId, articles, members, targets]);
  await rows("VACUUM (ANALYZE) article, work, assignment, submission, revision, block");
  return { projectId, lead, cookie: `${sessionCookie()}=${lead.session}` };
}

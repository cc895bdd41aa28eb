import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/** Shorter words stand in many places by chance. */
const LEAST_WORDS = 12;

const IDS = `
  SELECT id::text FROM assignment WHERE project_id = $1 AND member_id = $2
  UNION SELECT id::text FROM span WHERE project_id = $1 AND member_id = $2
  UNION SELECT s.id::text FROM submission s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id WHERE a.project_id = $1 AND a.member_id = $2
  UNION SELECT id::text FROM assignment_note WHERE project_id = $1 AND member_id = $2
  UNION SELECT id::text FROM target_suggestion WHERE project_id = $1 AND member_id = $2
  UNION SELECT id::text FROM message WHERE project_id = $1 AND member_id = $2
  UNION SELECT id::text FROM headline WHERE project_id = $1 AND member_id = $2
  UNION SELECT id::text FROM audit_entry WHERE project_id = $1 AND member_id = $2
  UNION SELECT op_id::text FROM operation WHERE project_id = $1 AND member_id = $2
  UNION SELECT $2::uuid::text`;

const WORDS = `
  SELECT note AS words FROM span WHERE project_id = $1 AND member_id = $2
  UNION SELECT e.after ->> 'note' FROM span_event e WHERE e.project_id = $1 AND e.member_id = $2
  UNION SELECT note FROM judgement WHERE project_id = $1 AND member_id = $2
  UNION SELECT body FROM assignment_note WHERE project_id = $1 AND member_id = $2
  UNION SELECT unnest(ARRAY[skip_reason, flag_note]) FROM assignment WHERE project_id = $1 AND member_id = $2
  UNION SELECT unnest(ARRAY[name, reason, quote]) FROM target_suggestion WHERE project_id = $1 AND member_id = $2
  UNION SELECT unnest(ARRAY[body ->> 'text', body ->> 'comment']) FROM message WHERE project_id = $1 AND member_id = $2
  UNION SELECT unnest(ARRAY[body, reason]) FROM headline WHERE project_id = $1 AND member_id = $2
  UNION SELECT body FROM exit_answer WHERE project_id = $1 AND member_id = $2
  UNION SELECT comment FROM grade WHERE project_id = $1 AND member_id = $2`;

// What also stands in an article, or was written by somebody else, is not a trace of this pupil.
const SOMEBODY_ELSES = `
  SELECT w FROM unnest($3::text[]) w
  WHERE EXISTS (SELECT FROM revision r WHERE strpos(r.text, w) > 0)
     OR EXISTS (SELECT FROM lesson l WHERE l.project_id = $1 AND strpos(l.event || l.exit_question || l.steps::text, w) > 0)
     OR EXISTS (SELECT FROM span s WHERE (s.project_id, s.member_id) <> ($1, $2) AND strpos(s.note, w) > 0)
     OR EXISTS (SELECT FROM headline h WHERE (h.project_id, h.member_id) <> ($1, $2) AND strpos(h.body || ' ' || h.reason, w) > 0)
     OR EXISTS (SELECT FROM exit_answer e WHERE (e.project_id, e.member_id) <> ($1, $2) AND strpos(e.body, w) > 0)
     OR EXISTS (SELECT FROM grade g WHERE (g.project_id, g.member_id) <> ($1, $2) AND strpos(g.comment, w) > 0)
     OR EXISTS (SELECT FROM judgement j WHERE (j.project_id, j.member_id) <> ($1, $2) AND strpos(j.note, w) > 0)
     OR EXISTS (SELECT FROM assignment_note n WHERE (n.project_id, n.member_id) <> ($1, $2) AND strpos(n.body, w) > 0)
     OR EXISTS (SELECT FROM member m WHERE m.project_id = $1 AND m.id <> $2 AND strpos(m.pseudonym, w) > 0)`;

/** By what a pupil can be found. `said` is all that is long enough to be told apart, also where others said the same; `left` says how many of their words were also somebody else's, and are not looked for. */
export type PupilNeedles = { ids: string[]; name: string | null; words: string[]; said: string[]; left: number };

/** Gathers, before anything is erased, everything by which the pupil can be found afterwards. */
export async function pupilNeedles(_actor: Actor, { projectId, memberId, pseudonym }: { projectId: string; memberId: string; pseudonym: string }, tx: Sql): Promise<PupilNeedles> {
  const ids = (await rows<{ id: string }>(IDS, [projectId, memberId], tx)).map(({ id }) => id);
  const all = (await rows<{ words: string | null }>(WORDS, [projectId, memberId], tx)).flatMap(({ words }) => (words === null || words.trim() === "" ? [] : [words]));
  const long = all.filter((words) => [...words].length >= LEAST_WORDS);
  const others = new Set((await rows<{ w: string }>(SOMEBODY_ELSES, [projectId, memberId, [...long, pseudonym]], tx)).map(({ w }) => w));
  const words = long.filter((one) => !others.has(one));
  return { ids, name: others.has(pseudonym) ? null : pseudonym, words, said: long, left: all.length - words.length + (others.has(pseudonym) ? 1 : 0) };
}

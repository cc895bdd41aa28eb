import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_WORK } from "@/lib/annotations/server/rollup";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { AskedQuestion } from "../../around/question";
import { namesFor } from "../names";

type Found = Omit<AskedQuestion, "asked"> & { asked: { assignmentId: string; memberId: string; name: string; answers: AskedQuestion["asked"][number]["answers"] }[] };

// What somebody says in their discussion answers the last question that was asked there before.
const QUESTIONS = `
SELECT q.id, to_json(q.asked_at) #>> '{}' AS at, m.pseudonym AS by, q.start_offset AS start, q.end_offset AS "end", q.span_ids::text[] AS "spanIds", q.text, q.shows_peers AS "showsPeers", q.revision_id = ar.current_revision_id AS current,
  (SELECT coalesce(json_agg(json_build_object('assignmentId', a.id, 'memberId', a.member_id, 'name', n.pseudonym, 'answers', (
      SELECT coalesce(json_agg(json_build_object('id', g.id, 'at', g.created_at, 'text', g.body ->> 'text') ORDER BY g.created_at, g.id), '[]') FROM message g
      WHERE g.project_id = $1 AND g.thread_id = asked.thread_id AND g.member_id = a.member_id AND g.body ? 'text' AND g.created_at > asked.created_at
        AND NOT EXISTS (SELECT FROM question_recipient later JOIN message l ON l.project_id = $1 AND l.id = later.message_id WHERE later.project_id = $1 AND later.assignment_id = a.id AND l.created_at > asked.created_at AND l.created_at <= g.created_at))) ORDER BY a.id), '[]')
   FROM question_recipient r JOIN assignment a ON a.project_id = $1 AND a.id = r.assignment_id JOIN member n ON n.project_id = $1 AND n.id = a.member_id JOIN message asked ON asked.project_id = $1 AND asked.id = r.message_id
   WHERE r.project_id = $1 AND r.question_id = q.id) AS asked
FROM question q JOIN article ar ON ar.project_id = q.project_id AND ar.id = q.article_id LEFT JOIN member m ON m.project_id = q.project_id AND m.id = q.asked_by
WHERE q.project_id = $1 AND q.article_id = $2 ORDER BY q.asked_at, q.id`;

/** What was asked about an article and what came back, in the order of asking. Annotators go by their letter, and by their name where the reader may know it. 404 for no such article. */
export async function articleQuestions(actor: MemberActor, articleId: string): Promise<AskedQuestion[]> {
  const members = await row<{ ids: string[] | null }>(`SELECT (SELECT json_agg(a.member_id ORDER BY a.id) FROM assignment a WHERE a.project_id = ar.project_id AND a.article_id = ar.id AND ${COUNTED_WORK}) AS ids FROM article ar WHERE ar.project_id = $1 AND ar.id = $2`, [actor.projectId, articleId]);
  if (!members) throw notFound();
  const [found, names] = [await rows<Found>(QUESTIONS, [actor.projectId, articleId]), await namesFor(actor, articleId, members.ids ?? [])];
  return found.map((one) => ({ ...one, asked: one.asked.map(({ memberId, name, ...rest }) => ({ ...rest, letter: names.letter(memberId), name: names.hidden ? null : name })) }));
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { Block } from "@/lib/articles/blocks";
import { textMask } from "@/lib/articles/server/source-mask";
import type { Framing } from "@/lib/codebook/framing";
import { invalid, notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { phraseKey, suggestionsFor, type Suggestion, type SuggestionsOf } from "../suggest";

/** Earlier marks that are looked at, the newest first. */
const MOST_BEFORE = 5_000;

type Place = { articleId: string; revisionId: string; text: string; ordinals: number[]; offered: boolean; settled: boolean };
type Earlier = { articleId: string; revisionId: string; start: number; quote: string; targetId: string; framing: Framing; settled?: true };

const PLACE = `
SELECT a.article_id AS "articleId", r.id AS "revisionId", r.text, coalesce(a.block_ordinals, '{}') AS ordinals,
  p.allow_suggestions AND a.state <> 'submitted' AND a.phase <> 'practice' AS offered, p.suggest_settled AS settled
FROM assignment a JOIN project p ON p.id = a.project_id
JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = ar.current_revision_id
WHERE a.project_id = $1 AND a.member_id = $2 AND a.id = $3 AND a.state <> 'withdrawn' AND NOT a.locked`;

// One's own marks of one passage each, in other articles. What was practised is no decision. A target goes by that into which it was merged.
const EARLIER = `
SELECT s.article_id AS "articleId", sp.revision_id AS "revisionId", sp.start_offset AS start, sp.quote, t.id AS "targetId", s.framing
FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND a.phase <> 'practice'
JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id
JOIN span_part sp ON sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id
JOIN target t0 ON t0.project_id = s.project_id AND t0.id = s.target_id JOIN target t ON t.project_id = s.project_id AND t.id = coalesce(t0.merged_into_id, t0.id) AND t.archived_at IS NULL
WHERE s.project_id = $1 AND s.member_id = $2 AND s.article_id <> $3 AND s.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM span_part more WHERE more.project_id = s.project_id AND more.span_id = s.id AND more.revision_id = sp.revision_id AND more.ordinal > 1)
ORDER BY s.created_at DESC, s.id LIMIT ${MOST_BEFORE}`;

// What stands in the settled record of other articles that are settled as a whole: it is what decisions say, whoever marked what.
const SETTLED = `
SELECT z.article_id AS "articleId", sp.revision_id AS "revisionId", sp.start_offset AS start, sp.quote, t.id AS "targetId", z.framing, true AS settled
FROM settled_span z JOIN decision d ON d.project_id = z.project_id AND d.id = z.decision_id AND d.outcome <> 'reopened' AND NOT EXISTS (SELECT FROM decision_replaced gone WHERE gone.project_id = d.project_id AND gone.decision_id = d.id)
JOIN adjudication j ON j.project_id = z.project_id AND j.article_id = z.article_id AND j.state = 'settled'
JOIN article ar ON ar.project_id = z.project_id AND ar.id = z.article_id
JOIN settled_part sp ON sp.project_id = z.project_id AND sp.settled_span_id = z.id AND sp.revision_id = ar.current_revision_id
JOIN target t0 ON t0.project_id = z.project_id AND t0.id = z.target_id JOIN target t ON t.project_id = z.project_id AND t.id = coalesce(t0.merged_into_id, t0.id) AND t.archived_at IS NULL
WHERE z.project_id = $1 AND z.article_id <> $2
  AND NOT EXISTS (SELECT FROM settled_part more WHERE more.project_id = z.project_id AND more.settled_span_id = z.id AND more.revision_id = sp.revision_id AND more.ordinal > sp.ordinal)
  AND sp.ordinal = (SELECT min(first.ordinal) FROM settled_part first WHERE first.project_id = z.project_id AND first.settled_span_id = z.id AND first.revision_id = sp.revision_id)
ORDER BY d.at DESC, z.id LIMIT ${MOST_BEFORE}`;

const STANDING = `
SELECT coalesce(t.merged_into_id, t.id) AS "targetId", json_agg(json_build_object('start', sp.start_offset, 'end', sp.end_offset)) AS parts
FROM span s JOIN span_part sp ON sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = $3 JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id
WHERE s.project_id = $1 AND s.assignment_id = $2 AND s.deleted_at IS NULL GROUP BY s.id, 1`;

/**
 * Phrases of an article that the actor coded before in other articles of the project; never what others coded. Where the
 * project allows it, also phrases that stand in the settled record of other articles whose adjudication is finished. None
 * where the project forbids suggestions, in practice, and on submitted work; an article with a key outside practice is
 * like any other, or its lack of suggestions would give it away. Whom the source is hidden from is matched against the text, and by the quotes, that they are shown. Throws 404 for what is not
 * the actor's own assignment.
 */
export async function suggestions(actor: MemberActor, assignmentId: string): Promise<Suggestion[]> {
  const place = await row<Place>(PLACE, [actor.projectId, actor.memberId, assignmentId]);
  if (!place) throw notFound();
  if (!place.offered) return [];
  const [own, settled, blocks, standing, dismissed] = await Promise.all([
    rows<Earlier>(EARLIER, [actor.projectId, actor.memberId, place.articleId]),
    place.settled ? rows<Earlier>(SETTLED, [actor.projectId, place.articleId]) : [],
    rows<Block>(`SELECT ordinal, kind, start_offset AS start, end_offset AS "end" FROM block WHERE project_id = $1 AND revision_id = $2 ORDER BY ordinal`, [actor.projectId, place.revisionId]),
    rows<SuggestionsOf["standing"][number]>(STANDING, [actor.projectId, assignmentId, place.revisionId]),
    rows<SuggestionsOf["dismissed"][number]>(`SELECT coalesce(t.merged_into_id, t.id) AS "targetId", d.phrase_key AS key FROM dismissed_phrase d JOIN target t ON t.project_id = d.project_id AND t.id = d.target_id WHERE d.project_id = $1 AND d.member_id = $2`, [actor.projectId, actor.memberId]),
  ]);
  const earlier = [...own, ...settled];
  const mask = await textMask(actor, { articleIds: [...new Set([place.articleId, ...earlier.map((one) => one.articleId)])] });
  const before = earlier.map(({ articleId, revisionId, start, quote, ...coded }) => ({ ...coded, quote: mask.quote(articleId, start, quote, revisionId) }));
  return suggestionsFor({ text: mask.text(place.articleId, place.text, place.revisionId), blocks, ordinals: place.ordinals, before, standing, dismissed });
}

/** Suggests a phrase for a target no more to the actor, in whatever article of the project. */
export const dismissPhrase = (actor: MemberActor, op: Op, assignmentId: string, wish: { targetId: string; phrase: string }): Promise<{ dismissed: true }> =>
  runOperation(actor, op, async (tx) => {
    const own = await row("SELECT FROM assignment WHERE project_id = $1 AND member_id = $2 AND id = $3 AND state <> 'withdrawn' AND NOT locked", [actor.projectId, actor.memberId, assignmentId], tx);
    if (!own) throw notFound();
    const key = phraseKey(wish.phrase);
    if (key === "") throw invalid("There are no words in this phrase.", { errors: [{ path: "/phrase", message: "holds no words" }] });
    const known = await row("SELECT FROM target WHERE project_id = $1 AND id = $2", [actor.projectId, wish.targetId], tx);
    if (!known) throw invalid("This target does not exist in the project.", { errors: [{ path: "/targetId", message: "unknown target" }] });
    await rows("INSERT INTO dismissed_phrase (project_id, member_id, target_id, phrase_key) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", [actor.projectId, actor.memberId, wish.targetId, key], tx);
    return { answer: { dismissed: true }, deed: { action: "phrase.dismissed", subject: "assignment", subjectId: assignmentId } };
  });

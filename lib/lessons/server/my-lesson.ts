import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { JUDGEMENT_VALUE } from "@/lib/annotations/server/judgements";
import { CURRENT_REVISION } from "@/lib/annotations/server/span-sql";
import type { JudgementValue } from "@/lib/annotations/span";
import { textMask } from "@/lib/articles/server/source-mask";
import { invariant } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { OPEN_BLOCKS } from "./open-blocks";

/** The actor's own judgement of an article toward a target; version 0 and no value before the first one. */
export type MyJudgement = { targetId: string; value: JudgementValue | null; version: number };
export type MyBlock = { kind: string; text: string };

/** One article of the lesson as its pupil has it: the blocks that are not folded away, and what they did with it. Outlet and byline are null while they are hidden. */
export type MyArticle = {
  articleId: string; assignmentId: string; title: string; outlet: string | null; byline: string | null; blocks: MyBlock[];
  state: "assigned" | "in_progress" | "submitted" | "returned"; marks: number; judgements: MyJudgement[];
};

type Found = Omit<MyArticle, "blocks"> & { revisionId: string; blocks: (MyBlock & { start: number })[] };

const MINE = `
  SELECT s.article_id AS "articleId", s.id AS "assignmentId", a.title, o.name AS outlet, a.byline, s.state, r.id AS "revisionId",
         (SELECT count(*)::int FROM span m WHERE m.project_id = s.project_id AND m.assignment_id = s.id AND m.deleted_at IS NULL
            AND EXISTS (SELECT FROM span_part p WHERE p.project_id = m.project_id AND p.span_id = m.id AND p.revision_id = ${CURRENT_REVISION("m")})) AS marks,
         ${OPEN_BLOCKS} AS blocks,
         (SELECT coalesce(json_agg(json_build_object('targetId', j.target_id, 'value', ${JUDGEMENT_VALUE("j.value")}, 'version', j.version)), '[]') FROM judgement j WHERE j.project_id = s.project_id AND j.assignment_id = s.id) AS judgements
  FROM assignment s JOIN lesson_article x ON x.project_id = s.project_id AND x.article_id = s.article_id JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id
  JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id
  WHERE s.project_id = $1 AND s.member_id = $2 AND s.state <> 'withdrawn' AND NOT s.locked ORDER BY x.position`;

/** The actor's own articles of the lesson, in its order, and what the server's clock says. */
export async function myLesson(actor: MemberActor): Promise<{ now: Date; articles: MyArticle[] }> {
  const [clock, mine] = await Promise.all([row<{ now: Date }>("SELECT now() AS now"), rows<Found>(MINE, [actor.projectId, actor.memberId])]);
  invariant(clock, "the database knows what time it is");
  const mask = await textMask(actor, { articleIds: mine.map(({ articleId }) => articleId) });
  const articles = mine.map(({ revisionId, blocks, ...one }) => {
    const { articleId: id } = one;
    return { ...one, title: mask.title(id, one.title), ...(mask.hidden(id) && { outlet: null, byline: null }), blocks: blocks.map(({ kind, start, text }) => ({ kind, text: mask.quote(id, start, text, revisionId) })) };
  });
  return { now: clock.now, articles };
}

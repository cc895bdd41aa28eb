import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { textMask } from "@/lib/articles/server/source-mask";
import { rows } from "@/lib/platform/database";
import type { Span } from "../span";
import { articleInSight, rememberSight } from "./article-sight";
import { PARTS_JSON, SPAN_JSON } from "./span-sql";
import { peerSight, visibleMarks } from "./visible";

/** A span with whose work it is part of, and the name of its target as it is now. */
export type ShownSpan = Span & { annotator: string; assignmentId: string; target: string };

/** The standing spans of one article that the actor may see, in the order of the text, at most 5,000. */
export async function articleSpans(actor: MemberActor, articleId: string): Promise<ShownSpan[]> {
  const article = await articleInSight(actor, articleId);
  const found = await rows<{ span: Span; annotator: string; assignmentId: string; target: string }>(
    `SELECT ${SPAN_JSON("s", PARTS_JSON("s", "$5::uuid"))} AS span, m.pseudonym AS annotator, s.assignment_id AS "assignmentId", t.name AS target
     FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id
     JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
     JOIN target t0 ON t0.project_id = s.project_id AND t0.id = s.target_id JOIN target t ON t.project_id = s.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)
     JOIN span_part first ON first.project_id = s.project_id AND first.span_id = s.id AND first.revision_id = $5 AND first.ordinal = 1
     WHERE s.project_id = $1 AND s.article_id = $2 AND s.deleted_at IS NULL AND ${visibleMarks("$3", "$4")}
     ORDER BY first.start_offset, first.end_offset, s.id LIMIT 5000`,
    [actor.projectId, articleId, actor.memberId, peerSight(actor), article.revision],
  );
  await rememberSight(actor, articleId, found.map((one) => one.span));
  const mask = await textMask(actor, { articleIds: [articleId] });
  return found.map(({ span, ...rest }) => ({ ...span, ...rest, speaker: mask.name(articleId, span.speaker ?? null), parts: mask.parts(articleId, span.parts) }));
}

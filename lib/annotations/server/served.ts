import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { isAllMask } from "@/lib/articles/source-mask";
import { textMask } from "@/lib/articles/server/source-mask";
import { row } from "@/lib/platform/database";
import type { SpanPart } from "../span";

/** Parts of a span on the revision that they were marked on. */
type Placed = { articleId: string; revisionId: string; parts: SpanPart[] };

/** Words that stand somewhere, as the actor was served them. */
export type Serve = (start: number, quote: string) => string;

/** A quote that no place of a text has. */
const NOWHERE = "";

/**
 * What a blind annotator sent, as the true words that are stored: a quote is compared with the text as it was served
 * to them, so that guessing at what a mask hides is refused like any wrong quote. Everybody else's parts come back as they are.
 */
export async function trueParts(actor: MemberActor, assignmentId: string, span: { revisionId: string; parts: SpanPart[] }): Promise<{ parts: SpanPart[]; serve: Serve }> {
  const mask = await textMask(actor, { assignmentIds: [assignmentId] });
  const text = mask.hidden(assignmentId)?.texts.find((one) => one.id === span.revisionId);
  if (!text) return { parts: span.parts, serve: (_start, quote) => quote };
  const serve: Serve = (start, quote) => mask.quote(assignmentId, start, quote, text.id);
  const chars = [...text.text];
  const parts = span.parts.map(({ start, end, quote }) => {
    const words = chars.slice(start, end).join("");
    return { start, end, quote: quote === serve(start, words) && !isAllMask(quote) ? words : NOWHERE };
  });
  return { parts, serve };
}

/** The parts of one of the actor's own spans as they are served; null, without asking, for whoever is not blind, and where nothing is hidden. */
export async function servedParts(actor: MemberActor, spanId: string): Promise<SpanPart[] | null> {
  if (!actor.sourceBlind) return null;
  const placed = await row<Placed>(
    `SELECT s.article_id AS "articleId", p.revision_id AS "revisionId", json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal) AS parts
     FROM span s JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ar.current_revision_id
     WHERE s.project_id = $1 AND s.id = $2 AND s.member_id = $3 GROUP BY s.article_id, p.revision_id`,
    [actor.projectId, spanId, actor.memberId],
  );
  if (!placed) return null;
  const mask = await textMask(actor, { articleIds: [placed.articleId] });
  return mask.hidden(placed.articleId) ? mask.parts(placed.articleId, placed.parts, placed.revisionId) : null;
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound, type AppError } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { reused } from "@/lib/projects/server/operation";
import { rangeProblem, type Block } from "@/lib/articles/blocks";
import { isAllMask } from "@/lib/articles/source-mask";
import type { SpanPart } from "../span";
import type { Serve } from "./served";

type Place = { state: string; locked: boolean; blocks: number[]; article_id: string; code_points: number | null; current: boolean };

/** Why a span was not stored, looked up only after the one statement stored nothing; null when no reason is left, as after a change of blocks that let it through. */
export async function explainRefusal(actor: MemberActor, op: Op, assignmentId: string, span: { revisionId: string; targetId: string; parts: SpanPart[]; codebookVersionId?: string | undefined }, serve: Serve): Promise<AppError | null> {
  const used = await row("SELECT FROM operation WHERE project_id = $1 AND member_id = $2 AND op_id = $3", [actor.projectId, actor.memberId, op.id]);
  if (used) return reused();
  const place = await row<Place>(
    `SELECT a.state, a.locked, coalesce(a.block_ordinals, ARRAY[]::int[]) AS blocks, a.article_id, r.code_points, r.id = ar.current_revision_id AS current FROM assignment a
     JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id
     LEFT JOIN revision r ON r.project_id = a.project_id AND r.article_id = a.article_id AND r.id = $4
     WHERE a.project_id = $1 AND a.id = $3 AND a.member_id = $2`,
    [actor.projectId, actor.memberId, assignmentId, span.revisionId],
  );
  // What waits for practice is not there yet.
  if (!place || place.locked) return notFound();
  const closed = closedReason(place.state);
  if (closed) return closed;
  if (place.code_points === null) return invalid("This is not a revision of the article in this assignment.", { errors: [{ path: "/revisionId", message: "unknown revision" }] });
  if (!place.current) return corrected(span.parts);
  const target = await row<{ name: string; gone: boolean }>("SELECT name, archived_at IS NOT NULL OR merged_into_id IS NOT NULL AS gone FROM target WHERE project_id = $1 AND id = $2", [actor.projectId, span.targetId]);
  if (!target) return invalid("This target does not exist in the project.", { errors: [{ path: "/targetId", message: "unknown target" }] });
  if (target.gone) return invalid(`The target “${target.name}” is no longer in use.`, { errors: [{ path: "/targetId", message: "archived or merged" }] });
  const version = span.codebookVersionId === undefined || (await row("SELECT FROM codebook_version WHERE project_id = $1 AND id = $2 AND state = 'published'", [actor.projectId, span.codebookVersionId]));
  if (!version) return invalid("This is not a published version of the project's codebook.", { errors: [{ path: "/codebookVersionId", message: "unknown version" }] });
  return explainParts(actor, span, place.blocks, serve);
}

/** The conflict for marking words of a text that was corrected meanwhile; it names them, so that they can be marked again. */
export const corrected = (parts: readonly SpanPart[]): AppError =>
  conflict(`The text of this article was corrected since you opened it, so “${parts.map((part) => part.quote).join(" … ")}” is not marked. Load the page again and mark these words in the new text.`, { reason: "revised" });

/** The conflict for writing to an assignment that is no longer open; undefined where it is. */
export function closedReason(state: string): AppError | undefined {
  if (state === "submitted") return conflict("This article is submitted. Its marks stand as they are unless a reviewer returns it.", { state });
  if (state === "withdrawn") return conflict("This article is no longer assigned to you. Your marks are kept.", { state });
  return undefined;
}

/** Why parts cannot carry a span on a revision, given the blocks that are coded (none named: all); null where they can. */
export async function explainParts(actor: MemberActor, span: { revisionId: string; parts: SpanPart[] }, assigned: readonly number[], serve: Serve): Promise<AppError | null> {
  const blocks = await rows<Block>(
    `SELECT ordinal, kind, start_offset AS start, end_offset AS "end" FROM block WHERE project_id = $1 AND revision_id = $2 ORDER BY ordinal`,
    [actor.projectId, span.revisionId],
  );
  for (const [index, part] of span.parts.entries()) {
    const problem = rangeProblem(part, blocks);
    if (problem) return invalid(`Part ${index + 1}, ${part.start} to ${part.end}: ${problem.message}`, { errors: [{ path: `/parts/${index}`, message: problem.message, code: problem.code }] });
    const outside = assigned.length > 0 && blocks.some((block) => block.start < part.end && part.start < block.end && !assigned.includes(block.ordinal));
    if (outside) return invalid(`Part ${index + 1}, ${part.start} to ${part.end}: these words are not in the blocks that are coded here.`, { errors: [{ path: `/parts/${index}`, message: "outside the blocks of this assignment", code: "not_assigned" }] });
    const stored = await row<{ quote: string; words: boolean }>("SELECT x.quote, x.quote ~ '[^[:space:]]' AS words FROM revision, LATERAL (SELECT substr(text, $3 + 1, $4 - $3) AS quote) x WHERE project_id = $1 AND id = $2", [actor.projectId, span.revisionId, part.start, part.end]);
    const found = stored && serve(part.start, stored.quote);
    if (found !== part.quote)
      return invalid(`Part ${index + 1}, ${part.start} to ${part.end}: the quote is not what stands there.`, { errors: [{ path: `/parts/${index}/quote`, message: "does not match the text", code: "quote_mismatch", found }] });
    if (found !== stored?.quote && isAllMask(found))
      return invalid(`Part ${index + 1}, ${part.start} to ${part.end}: these words are hidden from you. Mark them together with words beside them.`, { errors: [{ path: `/parts/${index}`, message: "holds hidden words only", code: "hidden" }] });
    if (!stored?.words) return invalid(`Part ${index + 1}, ${part.start} to ${part.end}: the range holds no words.`, { errors: [{ path: `/parts/${index}`, message: "The range holds no words.", code: "blank" }] });
    const previous = span.parts[index - 1];
    if (previous && part.start < previous.end) return invalid(`Part ${index + 1} begins before part ${index} ends.`, { errors: [{ path: `/parts/${index}/start`, message: "parts overlap or are out of order" }] });
  }
  return null;
}

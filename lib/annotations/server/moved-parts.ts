import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { SpanPart } from "../span";
import { trueParts, type Serve } from "./served";
import { CURRENT_REVISION, PARTS_FIT, PARTS_JSON } from "./span-sql";

/**
 * What the statement of a change needs so that a span gets other words, given as JSON in $11. They are checked as at
 * its creation, on the revision that it was marked on last, and replace its parts there.
 */
export const MOVES = {
  wished: "part AS (SELECT p.ordinal::int, (p.j ->> 'start')::int AS s, (p.j ->> 'end')::int AS e, p.j ->> 'quote' AS q FROM jsonb_array_elements($11::jsonb) WITH ORDINALITY AS p(j, ordinal))",
  placed: ", r.id AS place_id",
  joined: `JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id AND ar.version = (SELECT seen.version FROM article seen WHERE seen.project_id = s.project_id AND seen.id = s.article_id)
  JOIN revision r ON r.project_id = s.project_id AND r.id = ar.current_revision_id AND ($5::jsonb->>'revisionId' IS NULL OR r.id = ($5::jsonb->>'revisionId')::uuid)`,
  fits: PARTS_FIT,
  written: `written AS (
  INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote)
  SELECT $1, made.id, before.place_id, part.ordinal, part.s, part.e, part.q FROM made, before, part
  ON CONFLICT (project_id, span_id, revision_id, ordinal) DO UPDATE SET start_offset = excluded.start_offset, end_offset = excluded.end_offset, quote = excluded.quote, status = DEFAULT
), gone AS (
  DELETE FROM span_part p USING made, before WHERE p.project_id = $1 AND p.span_id = made.id AND p.revision_id = before.place_id AND p.ordinal > (SELECT count(*) FROM part)
)`,
  was: ` || jsonb_build_object('parts', ${PARTS_JSON("before", "before.place_id")})`,
  is: " || jsonb_build_object('parts', $11::jsonb)",
} as const;

/** Other words for a span: as they are stored, and, where something is hidden from the actor, as they are served. */
export type MovedParts = { parts: SpanPart[]; served: SpanPart[] | null; serve: Serve };

/** What an annotator sent for other words of one of their own spans, as the true words. Asks the database for blind ones only. */
export async function movedParts(actor: MemberActor, spanId: string, parts: SpanPart[]): Promise<MovedParts> {
  if (!actor.sourceBlind) return { parts, served: null, serve: (_start, quote) => quote };
  const place = await row<{ assignmentId: string; revisionId: string | null }>(
    `SELECT s.assignment_id AS "assignmentId", ${CURRENT_REVISION("s")} AS "revisionId" FROM span s WHERE s.project_id = $1 AND s.id = $2 AND s.member_id = $3`,
    [actor.projectId, spanId, actor.memberId],
  );
  if (!place?.revisionId) throw notFound();
  return { ...(await trueParts(actor, place.assignmentId, { revisionId: place.revisionId, parts })), served: parts };
}

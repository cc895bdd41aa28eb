import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import type { Framing } from "../framing";

/** A mark that can stand in the codebook as an example. */
export type SpanExample = { spanId: string; quote: string; articleTitle: string; annotator: string; framing: Framing; note: string };

const MOST = 50;

/** The newest marks with this framing or label whose words hold `q`; others' marks once they were submitted. */
export const spanExamples = (actor: MemberActor, wish: { labelId: string; q?: string | undefined }): Promise<SpanExample[]> =>
  rows<SpanExample>(
    `SELECT s.id AS "spanId", words.quote, ar.title AS "articleTitle", m.pseudonym AS annotator, s.framing, s.note
     FROM span s
     JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND (a.first_submitted_at IS NOT NULL OR s.member_id = $3)
     JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id AND ar.state = 'active'
     JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
     JOIN LATERAL (SELECT string_agg(p.quote, ' … ' ORDER BY p.ordinal) AS quote FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ar.current_revision_id) words ON words.quote IS NOT NULL
     WHERE s.project_id = $1 AND s.deleted_at IS NULL AND (s.framing = $2 OR $2 = ANY(s.label_ids::text[]))
       AND ($4::text IS NULL OR position(lower($4) IN lower(words.quote)) > 0)
     ORDER BY s.id DESC LIMIT ${MOST}`,
    [actor.projectId, wish.labelId, actor.memberId, wish.q === undefined || wish.q.trim() === "" ? null : wish.q.trim()],
  );

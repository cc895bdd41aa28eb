import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, rows } from "@/lib/platform/database";
import type { Framing } from "../framing";

/** A span that a change of meaning asks to look at again. Words and framing are null until its article was submitted once. */
export type Affected = {
  id: string; spanId: string; articleId: string; articleTitle: string; assignmentId: string; assignmentState: string; annotator: string;
  quote: string | null; framing: Framing | null; reason: string; versionNumber: number; settledAt: string | Date | null; outcome: "kept" | "changed" | "deleted" | null;
};
export type AffectedPage = { items: Affected[]; next: string | null; open: number; settled: number };

const FROM = `FROM span_review r JOIN codebook_version v ON v.project_id = r.project_id AND v.id = r.codebook_version_id
  JOIN span s ON s.project_id = r.project_id AND s.id = r.span_id WHERE r.project_id = $1 AND ($2::int IS NULL OR v.number = $2)`;

// Others' marks are seen once they were submitted; that there are some to look at again is seen before.
const SHOWN = "(a.first_submitted_at IS NOT NULL OR s.member_id = $3)";

/** The spans touched by changes of meaning, article by article, a page at a time; `after` is the last review seen. */
export async function affectedSpans(actor: MemberActor, wish: { state: "open" | "settled"; version?: number | undefined; after?: string | undefined; limit: number }): Promise<AffectedPage> {
  const found = await rows<Affected>(
    `SELECT x.id, s.id AS "spanId", ar.id AS "articleId", ar.title AS "articleTitle", a.id AS "assignmentId", a.state AS "assignmentState", m.pseudonym AS annotator,
       CASE WHEN ${SHOWN} THEN (SELECT string_agg(p.quote, ' … ' ORDER BY p.ordinal) FROM span_part p WHERE p.project_id = $1 AND p.span_id = s.id AND p.revision_id = ar.current_revision_id) END AS quote,
       CASE WHEN ${SHOWN} THEN s.framing END AS framing, x.reason, x.number AS "versionNumber", x.settled_at AS "settledAt", x.outcome
     FROM (SELECT r.*, v.number, s.article_id ${FROM} AND (r.settled_at IS NULL) = $4
             AND ($5::uuid IS NULL OR (s.article_id, r.span_id, r.id) > (SELECT last_s.article_id, last_r.span_id, last_r.id FROM span_review last_r JOIN span last_s ON last_s.project_id = $1 AND last_s.id = last_r.span_id WHERE last_r.project_id = $1 AND last_r.id = $5))
           ORDER BY s.article_id, r.span_id, r.id LIMIT $6) x
     JOIN span s ON s.project_id = $1 AND s.id = x.span_id
     JOIN assignment a ON a.project_id = $1 AND a.id = s.assignment_id
     JOIN article ar ON ar.project_id = $1 AND ar.id = s.article_id
     JOIN member m ON m.project_id = $1 AND m.id = s.member_id
     ORDER BY x.article_id, x.span_id, x.id`,
    [actor.projectId, wish.version ?? null, actor.memberId, wish.state === "open", wish.after ?? null, wish.limit + 1],
  );
  const counts = await row<{ open: number; settled: number }>(`SELECT count(*) FILTER (WHERE r.settled_at IS NULL)::int AS open, count(*) FILTER (WHERE r.settled_at IS NOT NULL)::int AS settled ${FROM}`, [actor.projectId, wish.version ?? null]);
  const items = found.slice(0, wish.limit);
  return { items, next: found.length > wish.limit ? (items.at(-1)?.id ?? null) : null, open: counts?.open ?? 0, settled: counts?.settled ?? 0 };
}

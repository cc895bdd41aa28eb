import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNT_LIMIT, type Counted } from "@/lib/articles/server/list-articles";
import { row, rows } from "@/lib/platform/database";
import type { AssignmentState } from "../queue";
import type { Aside } from "../set-aside";

/** An assignment that was skipped or flagged, with what its annotator says about it. */
export type AsideRow = { assignmentId: string; articleId: string; title: string; memberId: string; name: string; state: AssignmentState; skippedAt: Date | null; skipReason: string; flaggedAt: Date | null; flagNote: string };
export type AsidePage = { items: AsideRow[]; next: string | null };

const FIRST = "00000000-0000-0000-0000-000000000000";
/** Each is the condition of a partial index. */
const WHICH: Readonly<Record<Aside, string>> = { skipped: "s.skipped_at IS NOT NULL", flagged: "s.flagged_at IS NOT NULL" };
const STANDS = "s.state <> 'withdrawn' AND EXISTS (SELECT FROM article ar WHERE ar.project_id = s.project_id AND ar.id = s.article_id AND ar.state = 'active')";
const OF = (kind: Aside, limit: string): string => `(SELECT s.id FROM assignment s WHERE s.project_id = $1 AND ${WHICH[kind]} AND s.id > $2::uuid AND ${STANDS} ORDER BY s.id LIMIT ${limit})`;

/** What was put aside, in the order of assignment ids; archived articles and withdrawn work are left out. */
export async function readAside(actor: MemberActor, wish: { kind?: Aside | undefined; after?: string | undefined; limit: number }): Promise<AsidePage> {
  const ids = wish.kind === undefined ? `${OF("skipped", "$3")} UNION ${OF("flagged", "$3")}` : OF(wish.kind, "$3");
  const found = await rows<AsideRow>(
    `SELECT s.id AS "assignmentId", s.article_id AS "articleId", a.title, s.member_id AS "memberId", m.pseudonym AS name, s.state,
            s.skipped_at AS "skippedAt", s.skip_reason AS "skipReason", s.flagged_at AS "flaggedAt", s.flag_note AS "flagNote"
     FROM (SELECT id FROM (${ids}) x ORDER BY id LIMIT $3) i JOIN assignment s ON s.project_id = $1 AND s.id = i.id
     JOIN article a ON a.project_id = $1 AND a.id = s.article_id JOIN member m ON m.project_id = $1 AND m.id = s.member_id ORDER BY s.id`,
    [actor.projectId, wish.after ?? FIRST, wish.limit + 1],
  );
  const items = found.slice(0, wish.limit);
  return { items, next: found.length > wish.limit ? (items.at(-1)?.assignmentId ?? null) : null };
}

/** How many assignments are skipped and how many flagged, each counted up to `COUNT_LIMIT`. */
export async function countAside(actor: MemberActor): Promise<Readonly<Record<Aside, Counted>>> {
  const some = (kind: Aside): string => `(SELECT count(*)::int FROM ${OF(kind, String(COUNT_LIMIT + 1))} x) AS ${kind}`;
  const found = await row<Record<Aside, number>>(`SELECT ${some("skipped")}, ${some("flagged")}`, [actor.projectId, FIRST]);
  const capped = (n = 0): Counted => ({ value: Math.min(n, COUNT_LIMIT), more: n > COUNT_LIMIT });
  return { skipped: capped(found?.skipped), flagged: capped(found?.flagged) };
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import { rows } from "@/lib/platform/database";
import type { Reason } from "../../cluster";
import { wilson, type Upheld } from "../../around/upheld";
import { STANDS } from "../decision-rows";

type Row = { memberId: string; name: string; decided: number; upheld: number; reasons: Partial<Record<Reason | "none", number>> | null };

// Of decisions that stand, whose marks are counted once each: another decision has replaced the one before.
const UPHELD = `
SELECT m.id AS "memberId", m.pseudonym AS name, sum(x.n)::int AS decided, coalesce(sum(x.n) FILTER (WHERE x.upheld), 0)::int AS upheld, json_object_agg(x.reason, x.n) FILTER (WHERE NOT x.upheld) AS reasons
FROM (SELECT s.member_id, s.upheld, CASE WHEN s.upheld THEN 'none' ELSE coalesce(d.reason, 'none') END AS reason, count(*)::int AS n
      FROM decision_span s JOIN decision d ON d.project_id = s.project_id AND d.id = s.decision_id AND d.subject = 'cluster' AND ${STANDS}
      WHERE s.project_id = $1 AND ($3::boolean OR s.member_id = $2) AND $4::boolean GROUP BY 1, 2, 3) x
JOIN member m ON m.project_id = $1 AND m.id = x.member_id GROUP BY m.id, m.pseudonym, m.joined_at ORDER BY m.joined_at, m.id`;

/**
 * How often decisions upheld the marks of each annotator: of all for a coordinator, of oneself for everybody else;
 * annotators after the reveal, since it tells of the record. Nobody's figure is shown to a reviewer but their own.
 */
export async function upheldRates(actor: MemberActor): Promise<Upheld[]> {
  const found = await rows<Row>(UPHELD, [actor.projectId, actor.memberId, actor.role === "coordinator", seesPeers(actor)]);
  return found.map(({ reasons, ...one }) => ({ ...one, rate: wilson(one.upheld, one.decided), reasons: reasons ?? {} }));
}

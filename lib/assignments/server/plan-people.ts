import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { rows, type Sql } from "@/lib/platform/database";

/** Somebody who can get articles. */
export type PlanPerson = { id: string; pseudonym: string; load: number; waits: boolean };

/** Whether a member (alias `m`) must pass practice first: an annotator, where the project (`p`) sets a threshold. */
export const WAITS = "(p.practice_threshold IS NOT NULL AND m.role = 'annotator' AND m.qualified_at IS NULL)";

/** The members that a wish names, or every annotator, by name; with what they have in all. Throws 422 for people who do not annotate here. */
export async function chosenPeople(actor: MemberActor, memberIds: readonly string[] | undefined, tx?: Sql): Promise<PlanPerson[]> {
  const ids = memberIds && [...new Set(memberIds)];
  const found = await rows<PlanPerson>(
    `SELECT m.id, m.pseudonym, ${WAITS} AS waits, coalesce(n.load, 0) AS load FROM member m JOIN project p ON p.id = m.project_id
     LEFT JOIN (SELECT s.member_id, count(*)::int AS load FROM assignment s WHERE s.project_id = $1 AND s.state <> 'withdrawn' GROUP BY 1) n ON n.member_id = m.id
     WHERE m.project_id = $1 AND m.state = 'active' AND m.role <> 'observer' AND ($2::uuid[] IS NULL AND m.role = 'annotator' OR m.id = ANY($2::uuid[]))
     ORDER BY m.pseudonym_key LIMIT 1001`,
    [actor.projectId, ids ?? null],
    tx,
  );
  const wrong = (detail: string, message: string) => invalid(detail, { errors: [{ path: "/memberIds", message }] });
  if (found.length > 1000) throw wrong("At most 1,000 people can be named at once. Nothing was assigned.", "more than 1,000 people");
  if (ids && found.length !== ids.length) throw wrong("Some of these people are not annotating in the project. Nothing was assigned.", "unknown, removed or observing member");
  if (found.length === 0) throw wrong("Nobody annotates in this project yet. Invite people first.", "there is nobody to assign to");
  return found;
}

/** Keeps the chosen people as they are, and from taking anything, until the transaction ends. */
export async function holdPeople(actor: MemberActor, memberIds: readonly string[] | undefined, tx: Sql): Promise<void> {
  await rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
  await rows("SELECT id FROM member WHERE project_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[])) ORDER BY id FOR NO KEY UPDATE", [actor.projectId, memberIds ?? null], tx);
}

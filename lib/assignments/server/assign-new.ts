import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { row, rows, type Sql } from "@/lib/platform/database";
import { ALL_ARTICLES, ASSIGN, EVERYONE } from "./assign-sql";

// A member who joins and an article that is added at the same moment must meet: whoever comes second waits for the
// first and then sees the row.
const assignsEveryone = async (projectId: string, tx: Sql): Promise<boolean> =>
  (await row("SELECT id FROM project WHERE id = $1 AND assign_everyone FOR NO KEY UPDATE", [projectId], tx)) !== undefined;

/** Gives an annotator who just joined (or became one) every article, where the project assigns everything to everyone. Answers with how many. */
export async function assignNewMember(_actor: Actor, tx: Sql, member: { readonly projectId: string; readonly memberId: string }): Promise<number> {
  if (!(await assignsEveryone(member.projectId, tx))) return 0;
  // Submitted work that a coordinator withdrew comes back only when a coordinator says so: it would change figures.
  return (await rows(ASSIGN(ALL_ARTICLES, `${EVERYONE} AND id = $2`, "assignment.state = 'withdrawn' AND assignment.submitted_at IS NULL"), [member.projectId, member.memberId], tx)).length;
}

/** Gives articles that were just added to every annotator, where the project assigns everything to everyone. Answers with how many assignments. */
export async function assignNewArticles(actor: MemberActor, tx: Sql, articleIds: readonly string[]): Promise<number> {
  if (articleIds.length === 0 || !(await assignsEveryone(actor.projectId, tx))) return 0;
  return (await rows(ASSIGN("SELECT unnest($2::uuid[])", EVERYONE), [actor.projectId, articleIds], tx)).length;
}

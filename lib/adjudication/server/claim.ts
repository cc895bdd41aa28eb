import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { HEAD_JSON } from "./head-sql";
import { CLAIM, CLAIMED_BY_OTHER } from "./record";
import { refreshArticle } from "./refresh";

/** Whether an article is open or settled, who works on it, and its version, which every change counts up. */
export type AdjudicationHead = { state: "open" | "settled"; version: number; claimedBy: { id: string; name: string } | null; claimedUntil: string | null; settledBy: { id: string; name: string } | null; settledAt: string | null; settledDecisionId: string | null; undecided: number };

/** The row of an article's adjudication as it is shown; 404 where there is none. */
export async function readHead(actor: MemberActor, articleId: string, tx?: Sql): Promise<AdjudicationHead> {
  const found = await row<{ head: AdjudicationHead }>(`SELECT ${HEAD_JSON} AS head FROM adjudication j WHERE j.project_id = $1 AND j.article_id = $2`, [actor.projectId, articleId], tx);
  if (!found) throw notFound();
  return found.head;
}

/** Makes the row of an article that nobody opened here yet. 404 where the project has no such article. */
export async function ensureRow(actor: MemberActor, articleId: string): Promise<void> {
  const found = await row<{ there: boolean }>("SELECT EXISTS (SELECT FROM adjudication j WHERE j.project_id = $1 AND j.article_id = $2) AS there FROM article ar WHERE ar.project_id = $1 AND ar.id = $2", [actor.projectId, articleId]);
  if (!found) throw notFound();
  if (!found.there) await refreshArticle(actor, articleId);
}

/** The conflict where somebody else works on the article. */
export const claimed = ({ claimedBy, claimedUntil }: Pick<AdjudicationHead, "claimedBy" | "claimedUntil">) =>
  conflict("Somebody else works on this article at this moment. You can take it over.", { reason: "claimed", claimedBy, claimedUntil });

/** The row of an article, locked until the transaction ends. Throws 409 where somebody else has claimed it, and where the article is archived. */
export async function lockRow(actor: MemberActor, articleId: string, tx: Sql): Promise<{ state: "open" | "settled"; version: number }> {
  const found = await row<{ state: "open" | "settled"; version: number; other: boolean; archived: boolean }>(
    `SELECT j.state, j.version, ${CLAIMED_BY_OTHER("$3::uuid")} AS other, ar.state = 'archived' AS archived FROM adjudication j JOIN article ar ON ar.project_id = j.project_id AND ar.id = j.article_id WHERE j.project_id = $1 AND j.article_id = $2 FOR NO KEY UPDATE OF j`,
    [actor.projectId, articleId, actor.memberId],
    tx,
  );
  if (!found) throw notFound();
  if (found.archived) throw conflict("This article is archived. What was decided about it is kept; nothing can be changed.", { reason: "archived" });
  if (found.other) throw claimed(await readHead(actor, articleId, tx));
  return found;
}

/**
 * Keeps the article to the actor for 15 minutes, or for 15 more; each of their decisions does so as well. 409 with who
 * has it where somebody else claimed it, unless it is taken over in so many words.
 */
export async function claim(actor: MemberActor, op: Op, articleId: string, { takeOver }: { takeOver: boolean }): Promise<AdjudicationHead> {
  await ensureRow(actor, articleId);
  return runOperation(actor, op, async (tx) => {
    const taken = await row(
      `UPDATE adjudication j SET claimed_by = $3, claimed_until = now() + ${CLAIM} WHERE j.project_id = $1 AND j.article_id = $2 AND (NOT ${CLAIMED_BY_OTHER("$3::uuid")} OR $4) RETURNING j.version`,
      [actor.projectId, articleId, actor.memberId, takeOver],
      tx,
    );
    const head = await readHead(actor, articleId, tx);
    if (!taken) throw claimed(head);
    await tell(actor, articleId, tx);
    return { answer: head, deed: { action: takeOver ? "adjudication.taken_over" : "adjudication.claimed", subject: "article", subjectId: articleId } };
  });
}

/** Gives the article back before the time is over. Another's claim stays. */
export async function unclaim(actor: MemberActor, op: Op, articleId: string): Promise<AdjudicationHead> {
  await ensureRow(actor, articleId);
  return runOperation(actor, op, async (tx) => {
    await rows("UPDATE adjudication SET claimed_by = NULL, claimed_until = NULL WHERE project_id = $1 AND article_id = $2 AND claimed_by = $3", [actor.projectId, articleId, actor.memberId], tx);
    await tell(actor, articleId, tx);
    return { answer: await readHead(actor, articleId, tx), deed: { action: "adjudication.unclaimed", subject: "article", subjectId: articleId } };
  });
}

/** Tells whoever may hear it that the adjudication of an article changed. */
export const tell = (actor: MemberActor, articleId: string, tx: Sql): Promise<unknown> => rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'adjudication', $2, $3)", [actor.projectId, articleId, actor.memberId], tx);

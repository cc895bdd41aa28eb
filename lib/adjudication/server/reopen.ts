import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { Decision } from "../decision";
import { readState, type ArticleState } from "./article-state";
import { lockRow, readHead, tell, type AdjudicationHead } from "./claim";
import { decisionOf } from "./refusal";
import { takeBack } from "./take-back";

/**
 * Takes a decision back: what it was about is undecided again, and an article that was settled is open again. The
 * decision itself stays on record, and so does who took it back and why. 409 where another one has replaced it, or
 * somebody else has claimed the article.
 */
export async function reopen(actor: MemberActor, op: Op, decisionId: string, { note }: { note: string }): Promise<AdjudicationHead> {
  const { articleId, ...decision } = await decisionOf(actor, decisionId);
  const state = await readState(actor, articleId);
  return runOperation(actor, op, async (tx) => {
    await lockRow(actor, articleId, tx);
    const replaced = await row("SELECT FROM decision_replaced WHERE project_id = $1 AND decision_id = $2", [actor.projectId, decisionId], tx);
    if (replaced || decision.outcome === "reopened") throw conflict("This decision does not stand any more. Load the article again.", { reason: "decided" });
    await takeBack(actor, articleId, { decisionId, note, memberId: actor.memberId, opened: closedBy(decision, state) }, tx);
    await tell(actor, articleId, tx);
    return { answer: await readHead(actor, articleId, tx), deed: { action: "decision.reopened", subject: "article", subjectId: articleId, detail: { decisionId } } };
  });
}

/** How many things a decision closes that stands: none where marks changed since, where it only added a mark, or where its marks are gone (that one waits itself, until it is taken back). */
function closedBy(decision: Decision, { standing, said }: ArticleState): -1 | 0 | 1 {
  if (standing.detached.some(({ id }) => id === decision.id)) return -1;
  const closed = [...standing.clusters.values(), ...said.judgements, ...said.answers].some((one) => one.decision?.id === decision.id && !one.changedSince);
  return closed ? 1 : 0;
}

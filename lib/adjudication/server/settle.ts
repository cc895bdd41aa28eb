import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { isOpen } from "../answers";
import { isDecided } from "../standing";
import { readState, type ArticleState } from "./article-state";
import { ensureRow, lockRow, readHead, tell, type AdjudicationHead } from "./claim";
import { BASIS } from "./marks";

const SETTLE = `
WITH made AS (
  INSERT INTO decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, outcome, method, member_id)
  SELECT $1, $4, $2, ar.current_revision_id, v.id, (SELECT coalesce(max(number), 0) + 1 FROM decision WHERE project_id = $1 AND article_id = $2), 'article', 'settled', 'merged', $3
  FROM article ar, (SELECT id FROM codebook_version WHERE project_id = $1 AND state = 'published' ORDER BY number DESC LIMIT 1) v WHERE ar.project_id = $1 AND ar.id = $2
)
UPDATE adjudication SET state = 'settled', settled_by = $3, settled_at = now(), claimed_by = NULL, claimed_until = NULL, undecided = 0, version = version + 1 WHERE project_id = $1 AND article_id = $2`;

/** What nobody has decided yet: clusters by key and number, questions by target and set, decisions whose marks are gone. */
export type Undecided = { clusters: { key: string; number: number }[]; targetIds: string[]; setIds: string[]; detached: string[] };

function undecidedOf({ marks, standing, said }: ArticleState): Undecided {
  return {
    clusters: marks.clusters.flatMap(({ key }, i) => (isDecided(standing.clusters.get(key)) ? [] : [{ key, number: i + 1 }])),
    targetIds: said.judgements.filter(isOpen).map(({ targetId }) => targetId),
    setIds: said.answers.filter(isOpen).map(({ setId }) => setId),
    detached: standing.detached.map(({ id }) => id),
  };
}

/**
 * Settles an article: its record stands until somebody reopens it. 409 while anything is undecided (`undecided` names
 * it), where nobody's work counts, where the article changed since `version`, and where somebody else has claimed it.
 */
export async function settle(actor: MemberActor, op: Op, articleId: string, { version }: { version: number }): Promise<AdjudicationHead> {
  await ensureRow(actor, articleId);
  const state = await readState(actor, articleId);
  return runOperation(actor, op, async (tx) => {
    const locked = await lockRow(actor, articleId, tx);
    const now = await row<{ basis: string; settledBefore: boolean }>(`SELECT ${BASIS} AS basis, EXISTS (SELECT FROM decision d WHERE d.project_id = $1 AND d.article_id = $2 AND d.subject = 'article' AND d.outcome = 'settled') AS "settledBefore" FROM article ar WHERE ar.project_id = $1 AND ar.id = $2`, [actor.projectId, articleId], tx);
    if (locked.version !== version) throw conflict("This article was changed since you looked at it. Load it again.", { reason: "version", current: await readHead(actor, articleId, tx) });
    if (now?.basis !== state.marks.basis) throw conflict("Marks were changed since you looked at them. Load the article again.", { reason: "changed" });
    if (locked.state === "settled") throw conflict("This article is settled already.", { reason: "settled" });
    // The record of a study that was taken in has no annotators, and can be settled again where it was opened.
    if (state.marks.annotators.length === 0 && !now?.settledBefore) throw conflict("Nobody has submitted this article, so there is nothing to settle.", { reason: "nothing" });
    if (state.undecided > 0) throw conflict(`${state.undecided === 1 ? "One thing is" : `${state.undecided} things are`} undecided. Decide them first.`, { reason: "undecided", undecided: undecidedOf(state) });
    await rows(SETTLE, [actor.projectId, articleId, actor.memberId, newId()], tx);
    await refreshArticles(actor, [articleId], tx);
    await tell(actor, articleId, tx);
    return { answer: await readHead(actor, articleId, tx), deed: { action: "article.settled", subject: "article", subjectId: articleId } };
  });
}

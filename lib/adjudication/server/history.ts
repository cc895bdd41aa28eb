import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { Decision } from "../decision";
import { DECISION_JSON } from "./decision-rows";

const PAGE = 100;

/** Everything that was ever decided about an article, the newest first, each with the words as they were settled then; `before` is a number of a page's last. */
export async function decisionHistory(actor: MemberActor, articleId: string, before: number | null): Promise<{ items: Decision[]; next: number | null }> {
  if (!(await row("SELECT FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, articleId]))) throw notFound();
  const found = await rows<{ decision: Decision }>(
    `SELECT ${DECISION_JSON("d.revision_id")} AS decision FROM decision d WHERE d.project_id = $1 AND d.article_id = $2 AND ($3::int IS NULL OR d.number < $3) ORDER BY d.number DESC LIMIT ${PAGE + 1}`,
    [actor.projectId, articleId, before],
  );
  const items = found.slice(0, PAGE).map(({ decision }) => decision);
  return { items, next: found.length > PAGE ? (items.at(-1)?.number ?? null) : null };
}

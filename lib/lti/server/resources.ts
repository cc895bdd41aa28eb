import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Ticket } from "./launch";
import { markedLesson } from "./seal";

/** The lesson behind a link in a course. */
export type Linked = { readonly projectId: string; readonly state: string; readonly over: boolean };

const FIND = `SELECT l.project_id AS "projectId", l.state, l.state = 'ended' OR p.archived_at IS NOT NULL AS over FROM lesson l JOIN project p ON p.id = l.project_id`;

/** Ties a link in a course to a lesson, for good: the first to say so is right. Keeps where its scores go. */
export async function tieResource(_actor: Actor, ticket: Ticket, projectId: string, tx: Sql): Promise<void> {
  await rows(
    `INSERT INTO lti_resource (project_id, id, platform_id, resource_link_id, context_id, line_item_url) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (platform_id, resource_link_id) DO NOTHING`,
    [projectId, newId(), ticket.platform, ticket.resourceLink, ticket.context, ticket.lineItem],
    tx,
  );
}

/** The lesson that a launch's link leads to: the one it is tied to, or the one that its teacher picked by deep linking. Null for a link that nobody has given a lesson. */
export async function lessonOf(actor: Actor, ticket: Ticket, tx: Sql): Promise<Linked | null> {
  const tied = await row<Linked & { lineItem: string | null }>(`${FIND.replace("l.state,", `l.state, r.line_item_url AS "lineItem",`)} JOIN lti_resource r ON r.project_id = l.project_id WHERE r.platform_id = $1 AND r.resource_link_id = $2`, [ticket.platform, ticket.resourceLink], tx);
  if (tied) {
    if (ticket.lineItem !== null && ticket.lineItem !== tied.lineItem) await rows("UPDATE lti_resource SET line_item_url = $3 WHERE platform_id = $1 AND resource_link_id = $2", [ticket.platform, ticket.resourceLink, ticket.lineItem], tx);
    return tied;
  }
  const marked = ticket.lesson === null ? null : markedLesson(actor, ticket.platform, ticket.lesson);
  const picked = marked === null ? undefined : await row<Linked>(`${FIND} WHERE l.project_id = $1`, [marked], tx);
  if (!picked) return null;
  await tieResource(actor, ticket, picked.projectId, tx);
  return picked;
}

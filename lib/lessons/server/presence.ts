import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";

/** A stream says every 15 seconds that it lives; twice that and a breath, and it does not. */
export const AWAY = "interval '40 seconds'";
const RECENT = "interval '10 seconds'";

/**
 * Remembers that a pupil's page of the lesson is open now, unless that was remembered a moment ago: whenever their
 * stream of changes opens, tells something or says that it still lives. A closed lid, or a page out of sight, has no
 * stream, and is away half a minute later. Whoever is back is told to the teacher. Nothing else is written of the
 * device. In a study, and for teachers, it does nothing.
 */
export async function touchPresence(actor: MemberActor): Promise<void> {
  if (actor.projectKind !== "class" || actor.role !== "annotator") return;
  await rows(
    `WITH before AS (SELECT seen_at FROM lesson_presence WHERE project_id = $1 AND member_id = $2),
     seen AS (INSERT INTO lesson_presence (project_id, member_id)
       SELECT $1, $2 WHERE EXISTS (SELECT FROM lesson WHERE project_id = $1) AND NOT EXISTS (SELECT FROM before WHERE seen_at > now() - ${RECENT})
       ON CONFLICT (project_id, member_id) DO UPDATE SET seen_at = now() RETURNING member_id)
     INSERT INTO outbox (project_id, kind, member_id) SELECT $1, 'presence', member_id FROM seen WHERE NOT EXISTS (SELECT FROM before WHERE seen_at > now() - ${AWAY})`,
    [actor.projectId, actor.memberId],
  );
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";

/** The speaker of project $1 whose name a placeholder holds; null where nobody has written that name yet. */
export const SPEAKER_NAMED = (name: string): string => `(SELECT k.id FROM speaker k WHERE k.project_id = $1 AND k.name_key = ${name}::text)`;

/**
 * Adds a speaker of whom nobody has written before. Its own statement, run only after a save that lacked nothing else:
 * inside the save, two people who write the same new name at once would wait for each other's locks.
 */
export async function addSpeaker(actor: MemberActor, name: string): Promise<void> {
  await rows("INSERT INTO speaker (project_id, id, name, name_key) VALUES ($1, gen_random_uuid(), $2, $2) ON CONFLICT DO NOTHING", [actor.projectId, name]);
}

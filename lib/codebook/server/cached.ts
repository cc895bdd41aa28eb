import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row } from "@/lib/platform/database";
import type { CodebookContent } from "../content";

/** A published version, which never changes. */
export type Published = { readonly id: string; readonly number: number; readonly content: CodebookContent };

// What is published never changes under its id, so a copy in memory is as good as the row.
const MOST = 100;
const kept = new Map<string, Published>();

function keep(key: string, version: Published): Published {
  kept.delete(key);
  kept.set(key, version);
  const oldest = kept.size > MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return version;
}

/** A published version of the actor's project, from memory where it was read before; null where there is none of this id. */
export async function codebookOf(actor: MemberActor, versionId: string): Promise<Published | null> {
  const key = `${actor.projectId} ${versionId}`;
  const found = kept.get(key) ?? (await row<Published>("SELECT id, number, content FROM codebook_version WHERE project_id = $1 AND id = $2 AND state = 'published'", [actor.projectId, versionId]));
  return found ? keep(key, found) : null;
}

/** The newest published version of the actor's project: a look-up of its id, and the content from memory. */
export async function currentCodebook(actor: MemberActor): Promise<Published> {
  const newest = await row<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1 AND state = 'published' ORDER BY number DESC LIMIT 1", [actor.projectId]);
  const found = newest && (await codebookOf(actor, newest.id));
  if (!found) throw new Error("a project has a published codebook");
  return found;
}

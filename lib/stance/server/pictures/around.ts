import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { annotatorLetters } from "@/lib/adjudication/letters";
import { rows } from "@/lib/platform/database";
import type { StanceChoice } from "../../choice";
import type { Named } from "../../pictures/picture";
import { targetsOfChoice } from "../targets";

/** Targets to show: those of the choice, merged ones as what took them in, or all in use, focus targets first. */
export async function targetsFor(actor: MemberActor, { targetIds }: Pick<StanceChoice, "targetIds">): Promise<Named[]> {
  const ids = targetIds.length === 0 ? null : await targetsOfChoice(actor, { targetIds });
  return rows<Named>(
    `SELECT id, name FROM target WHERE project_id = $1 AND merged_into_id IS NULL AND CASE WHEN $2::uuid[] IS NULL THEN archived_at IS NULL ELSE id = ANY($2::uuid[]) END
     ORDER BY is_focus DESC, position, created_at, id LIMIT 1000`,
    [actor.projectId, ids],
  );
}

/** Names of outlets (or publishers). */
export const outletsNamed = (actor: MemberActor, ids: readonly string[]): Promise<Named[]> =>
  rows<Named>("SELECT id, name FROM outlet WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY name_key, id", [actor.projectId, ids]);

/** What of an article the pictures split by. */
export type Split = { readonly id: string; readonly day: string | null; readonly genre: string | null };

/** Day of publication (YYYY-MM-DD) and genre of articles; null where they are not known. */
export const splitsOf = (actor: MemberActor, ids: readonly string[]): Promise<Split[]> =>
  rows<Split>("SELECT id, published_on::text AS day, genre FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, ids]);

/**
 * Everybody whose work counts, in the order in which they joined; or, with names hidden, by letters that follow
 * neither names nor the order, and are the same whatever else is chosen.
 */
export async function annotatorsOf(actor: MemberActor, hideNames: boolean): Promise<Named[]> {
  const people = await rows<Named>(
    `SELECT m.id, m.pseudonym AS name FROM member m WHERE m.project_id = $1 AND m.id IN (SELECT coder_id FROM rollup_coder WHERE project_id = $1 AND layer = 'raw') ORDER BY m.joined_at, m.id`,
    [actor.projectId],
  );
  if (!hideNames) return people;
  const letters = annotatorLetters(actor.projectId, people.map(({ id }) => id));
  return people.map(({ id }) => ({ id, name: letters.get(id) ?? "?" })).sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}

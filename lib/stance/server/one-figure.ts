import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row } from "@/lib/platform/database";
import type { StanceChoice } from "../choice";
import type { Whose } from "../report";
import type { Observation } from "../sums";
import { readObservations } from "./observations";

/** What coders made of the articles of one outlet (a merged one under the outlet that took it in), or of one work of unknown outlet, as marked. */
export async function observationsOf(actor: MemberActor, choice: StanceChoice, whose: Whose, targetId: string): Promise<Observation[]> {
  if (whose.groupId === undefined) return (await readObservations(actor, choice, { targetId, groupId: null })).filter((one) => one.workId === whose.workId);
  return readObservations(actor, choice, { targetId, groupId: await groupOf(actor, whose.groupId) });
}

/** An outlet, or the one that it was merged into. */
export async function groupOf(actor: MemberActor, outletId: string): Promise<string> {
  const found = await row<{ id: string }>("SELECT coalesce(merged_into_id, id) AS id FROM outlet WHERE project_id = $1 AND id = $2", [actor.projectId, outletId]);
  return found?.id ?? outletId;
}

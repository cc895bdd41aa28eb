import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { adjustedGroups } from "../adjust";
import type { StanceDifference } from "../behind";
import { scaleOf } from "../cells";
import type { StanceChoice } from "../choice";
import { difference, type Told } from "../differences";
import type { WorkPoint } from "../estimate";
import { fromObservations } from "../from-observations";
import { checkStanceChoice, refuseParam } from "./check-choice";
import { readObservations } from "./observations";
import { groupOf, observationsOf } from "./one-figure";
import { targetsOfChoice } from "./targets";

/**
 * How two outlets differ toward a target under a choice, the first minus the second: over the same events (sets of
 * articles on one event) or the same works from three shared ones up, else over all works of each. Throws 404 for an
 * annotator before the reveal; 422 naming the field for what the project does not have, for one outlet twice, and where
 * leanings are to be taken off and cannot be.
 */
export async function readDifference(actor: MemberActor, choice: StanceChoice, targetId: string, pair: { readonly first: string; readonly second: string }): Promise<StanceDifference> {
  if (!seesFigures(actor)) throw notFound();
  await checkStanceChoice(actor, { ...choice, targetIds: [targetId] }, { outlet: [pair.first, pair.second] });
  const [first, second] = [await groupOf(actor, pair.first), await groupOf(actor, pair.second)];
  if (first === second) refuseParam("other", "is the same outlet; name another one");
  const [resolved = targetId] = await targetsOfChoice(actor, { targetIds: [targetId] });
  const [ours, theirs] = await worksOf(actor, choice, resolved, [first, second]);
  const events = await eventsOf(actor, [...ours, ...theirs].map((work) => work.workId));
  const told = (works: readonly WorkPoint[]): Told[] => works.map((work) => ({ ...work, eventId: events.get(work.workId) ?? null }));
  return { targetId: resolved, first, second, ...difference(told(ours), told(theirs), scaleOf(choice.measured)) };
}

async function worksOf(actor: MemberActor, choice: StanceChoice, targetId: string, groups: readonly [string, string]): Promise<[readonly WorkPoint[], readonly WorkPoint[]]> {
  if (choice.adjust === "none") {
    const of = async (groupId: string) => fromObservations(await observationsOf(actor, choice, { groupId }, targetId))[0]?.works ?? [];
    return [await of(groups[0]), await of(groups[1])];
  }
  const found = adjustedGroups(await readObservations(actor, choice, { targetId }), scaleOf(choice.measured));
  if (found.value === null) return refuseParam("adjust", found.reason === "annotators_do_not_overlap" ? "cannot be done: annotators do not overlap" : "cannot be done: annotators overlap too little");
  const of = (groupId: string) => found.value!.groups.find((one) => one.groupId === groupId)?.points ?? [];
  return [of(groups[0]), of(groups[1])];
}

/** The event of each work that is in a set of articles on one event; of several, the one that was made first. */
async function eventsOf(actor: MemberActor, workIds: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ workId: string; setId: string }>(
    `SELECT DISTINCT ON (ar.work_id) ar.work_id AS "workId", s.id AS "setId" FROM article ar JOIN article_set_item i ON i.project_id = ar.project_id AND i.article_id = ar.id
     JOIN article_set s ON s.project_id = i.project_id AND s.id = i.set_id AND s.kind = 'event' WHERE ar.project_id = $1 AND ar.work_id = ANY($2::uuid[]) ORDER BY ar.work_id, s.created_at, s.id`,
    [actor.projectId, [...new Set(workIds)]],
  );
  return new Map(found.map(({ workId, setId }) => [workId, setId]));
}

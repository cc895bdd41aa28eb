import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row } from "@/lib/platform/database";
import { isStored, type StanceChoice } from "../choice";
import type { AllJudgementSums, Sums } from "../sums";
import { countsHold, rowsFromCounts, rowsFromMarks } from "./counts";
import { JUDGEMENTS_UNDER } from "./judgement-sums-sql";
import { choiceValues, STORED_SUMS, SUMS_UNDER } from "./sums-sql";
import { targetsOfChoice } from "./targets";

const NOTHING = { groups: [], singles: [], singleWorks: 0 };

/** Sums over works under a choice of spans, every voice at once: as stored for each outlet under the default choice, else from the counts per article. */
export async function readSums(actor: MemberActor, choice: StanceChoice): Promise<Sums> {
  const values = choiceValues(actor.projectId, choice, await targetsOfChoice(actor, choice));
  if (isStored(choice) && (await countsHold(actor))) return (await row<Sums>(`WITH ${STORED_SUMS(choice)}`, values)) ?? NOTHING;
  return (await rowsFromCounts<Sums>(actor, SUMS_UNDER(choice), values))[0] ?? NOTHING;
}

/** The same as one statement over every mark, without any stored count: what the stored ones are checked against. */
export async function recompute(actor: MemberActor, choice: StanceChoice): Promise<Sums> {
  return (await rowsFromMarks<Sums>(actor, SUMS_UNDER(choice), choiceValues(actor.projectId, choice, await targetsOfChoice(actor, choice))))[0] ?? NOTHING;
}

/** Sums over works under a choice of judgements. Voice, device, directness and children do not apply to them. */
export async function readJudgementSums(actor: MemberActor, choice: StanceChoice): Promise<AllJudgementSums> {
  return (await rowsFromCounts<AllJudgementSums>(actor, JUDGEMENTS_UNDER(choice), choiceValues(actor.projectId, choice, await targetsOfChoice(actor, choice))))[0] ?? NOTHING;
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row } from "@/lib/platform/database";
import type { StanceChoice } from "../choice";
import type { AllJudgementSums, Sums } from "../sums";
import { JUDGEMENTS_UNDER } from "./judgement-sums-sql";
import { choiceValues, SUMS_UNDER } from "./sums-sql";
import { targetsOfChoice } from "./targets";

/** Sums over works under a choice of spans, every voice at once. */
export async function readSums(actor: MemberActor, choice: StanceChoice): Promise<Sums> {
  const targetIds = await targetsOfChoice(actor, choice);
  const found = await row<Sums>(`WITH ${SUMS_UNDER(choice)}`, choiceValues(actor.projectId, choice, targetIds));
  return found ?? { groups: [], singles: [], singleWorks: 0 };
}

/** Sums over works under a choice of judgements. Voice, device, directness and children do not apply to them. */
export async function readJudgementSums(actor: MemberActor, choice: StanceChoice): Promise<AllJudgementSums> {
  const targetIds = await targetsOfChoice(actor, choice);
  const found = await row<AllJudgementSums>(`WITH ${JUDGEMENTS_UNDER(choice)}`, choiceValues(actor.projectId, choice, targetIds));
  return found ?? { groups: [], singles: [], singleWorks: 0 };
}

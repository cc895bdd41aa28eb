import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";

/** Whether the actor may compare articles: others' marks stand beside the words, and outlets above them. */
export const mayCompare = (actor: MemberActor): boolean => seesPeers(actor) && !actor.sourceBlind;

/** Throws 404 for whoever may not compare yet, as if nothing were there. */
export function checkCompares(actor: MemberActor): void {
  if (!mayCompare(actor)) throw notFound();
}

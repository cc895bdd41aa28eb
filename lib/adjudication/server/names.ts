import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row } from "@/lib/platform/database";
import { annotatorLetters } from "../letters";

/** How annotators are called to somebody who adjudicates an article. */
export type Names = {
  readonly hidden: boolean;
  /** Their letter on this article. */
  readonly letter: (memberId: string) => string;
  /** What stands for their id: where names are hidden, the letter. */
  readonly id: (memberId: string) => string;
};

/** Whether names of annotators are kept from the actor: the project says so, and they do not coordinate it. */
export async function hidesNames(actor: MemberActor): Promise<boolean> {
  if (actor.role === "coordinator") return false;
  return (await row<{ hidden: boolean }>("SELECT hide_annotators AS hidden FROM project WHERE id = $1", [actor.projectId]))?.hidden ?? true;
}

/** How the annotators of an article are called to the actor. Letters do not follow names; those who see names see both. */
export async function namesFor(actor: MemberActor, articleId: string, memberIds: readonly string[]): Promise<Names> {
  const letters = annotatorLetters(articleId, memberIds);
  const hidden = await hidesNames(actor);
  const letter = (memberId: string): string => letters.get(memberId) ?? "?";
  return { hidden, letter, id: hidden ? letter : (memberId) => memberId };
}

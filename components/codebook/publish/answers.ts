import type { ChangeGroup } from "../compare/group-changes";

/** What the coordinator says of each changed thing: does it change what marks mean? */
export type Answers = Readonly<Record<string, boolean>>;

/** Whether a change is one of meaning; null while nobody has said. */
export function meaningOf(group: ChangeGroup, answers: Answers): boolean | null {
  if (group.alwaysMeaning) return true;
  return group.mayChangeMeaning ? (answers[group.labelId] ?? null) : false;
}

/** How many changes still wait for an answer. */
export const unanswered = (groups: readonly ChangeGroup[], answers: Answers): number => groups.filter((group) => meaningOf(group, answers) === null).length;

/** The ids to send: what the coordinator calls a change of meaning. */
export const meaningIds = (groups: readonly ChangeGroup[], answers: Answers): string[] => groups.filter((group) => group.mayChangeMeaning && meaningOf(group, answers) === true).map((group) => group.labelId);

/** At most so many marks are listed for a look; a mark that several changes touch is counted with each. */
export const sentToReview = (groups: readonly ChangeGroup[], answers: Answers, affected: Readonly<Record<string, number>>): number =>
  groups.filter((group) => meaningOf(group, answers) === true).reduce((sum, group) => sum + (affected[group.labelId] ?? 0), 0);

/** Every open question answered with "only wording". */
export const restIsWording = (groups: readonly ChangeGroup[], answers: Answers): Answers => ({ ...answers, ...Object.fromEntries(groups.filter((group) => meaningOf(group, answers) === null).map((group) => [group.labelId, false])) });

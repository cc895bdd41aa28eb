import { COMPARED_PHASES, type Choice, type ComparedPhase } from "../choice";
import type { LeftOut } from "../report";
import type { AssignmentRow } from "./kept-rows";

/** Why each assignment that is left out is, and which phases were looked at. */
export type Chosen = { readonly taken: readonly AssignmentRow[]; readonly left: readonly { readonly assignment: AssignmentRow; readonly reason: LeftOut["reason"] }[]; readonly phases: readonly ComparedPhase[] };

/**
 * The assignments whose work the choice compares, as far as can be told without reading it. The filters by annotator
 * and article are part of what is asked for and count as nothing left out; `articles` is null where all are asked for.
 */
export function chosenAssignments(assignments: readonly AssignmentRow[], choice: Choice, articles: ReadonlySet<string> | null): Chosen {
  const annotators = choice.annotatorIds.length > 0 ? new Set(choice.annotatorIds) : null;
  // What was taken back before anything of it was submitted is missing in nothing.
  const asked = assignments.filter((one) => (one.state !== "withdrawn" || one.firstSubmittedAt !== null) && (articles === null || articles.has(one.articleId)) && (annotators === null || annotators.has(one.memberId)));
  const phases = phasesOf(asked, choice);
  const left: { assignment: AssignmentRow; reason: LeftOut["reason"] }[] = [];
  const fit: AssignmentRow[] = [];
  for (const assignment of asked) {
    const reason = why(assignment, choice, phases);
    if (reason === null) fit.push(assignment);
    else left.push({ assignment, reason });
  }
  const readers = new Map<string, number>();
  for (const { articleId } of fit) readers.set(articleId, (readers.get(articleId) ?? 0) + 1);
  const alone = (one: AssignmentRow): boolean => (readers.get(one.articleId) ?? 0) < 2;
  return { taken: fit.filter((one) => !alone(one)), left: [...left, ...fit.filter(alone).map((assignment) => ({ assignment, reason: "one_annotator_only" as const }))], phases };
}

/** The phases asked for; where none are, reliability if anything of it counts, else all. */
function phasesOf(assignments: readonly AssignmentRow[], choice: Choice): readonly ComparedPhase[] {
  if (choice.phases.length > 0) return choice.phases;
  const reliability: readonly ComparedPhase[] = ["reliability"];
  return assignments.some((one) => why(one, choice, reliability) === null) ? reliability : COMPARED_PHASES;
}

function why(one: AssignmentRow, choice: Choice, phases: readonly string[]): LeftOut["reason"] | null {
  if (one.state === "withdrawn") return "withdrawn_member";
  if (one.phase === "practice") return "practice";
  if (one.archived) return "archived";
  if (one.keyed) return "key_article";
  if (one.round !== choice.round) return "other_round";
  if (!phases.includes(one.phase)) return "other_phase";
  if (one.firstSubmittedAt === null) return "not_submitted";
  if (choice.peers === "unseen" && one.peersSeen) return "peers_seen";
  if (choice.source !== "any" && one.sourceHidden !== (choice.source === "hidden")) return "source";
  return null;
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Choice } from "../choice";
import { chosenAssignments } from "../material/chosen-assignments";
import type { ArticleRow, AssignmentRow, LaterPlace, Names, SubmissionRow } from "../material/kept-rows";
import { newTally } from "../material/left-out";
import type { Kept } from "../material/material-of";
import type { LeftOut } from "../report";
import { ARTICLES, ASKED_ARTICLES, ASSIGNMENTS, LATER_PLACES, MARKS, NAMES, SUBMISSIONS } from "./agreement-sql";

/** So many submissions are read at a time, so that nobody else of this process waits long for their text to arrive. */
const SLICE = 400;

/** All that a choice rests on, submissions still as JSON text, and what was left out without reading it. */
export type KeptOfChoice = { readonly kept: Kept; readonly leftOut: readonly LeftOut[] };

/** Reads what a choice rests on; the caller's transaction is one snapshot, so that it belongs together. */
export async function readKept(actor: MemberActor, choice: Choice, tx: Sql): Promise<KeptOfChoice> {
  const { projectId } = actor;
  const latest = choice.submissions === "latest";
  const narrowed = choice.articleSetId !== null || choice.genre !== null || choice.articleIds.length > 0;
  const asked = narrowed ? new Set((await rows<{ id: string }>(ASKED_ARTICLES, [projectId, choice.articleSetId, choice.genre, choice.articleIds], tx)).map(({ id }) => id)) : null;
  const { taken, left, phases } = chosenAssignments(await rows<AssignmentRow>(ASSIGNMENTS, [projectId, latest, choice.source !== "any"], tx), choice, asked);
  const submissions: SubmissionRow[] = [];
  for (let at = 0; at < taken.length; at += SLICE) submissions.push(...(await rows<SubmissionRow>(SUBMISSIONS, [projectId, latest, taken.slice(at, at + SLICE).map(({ id }) => id)], tx)));
  const articles = await rows<ArticleRow>(ARTICLES, [projectId, [...new Set(taken.map(({ articleId }) => articleId))]], tx);
  const older = submissions.filter((one) => one.older).map(({ assignmentId }) => assignmentId);
  const later = older.length > 0 ? await rows<LaterPlace>(LATER_PLACES, [projectId, latest, older], tx) : [];
  const names = await row<Names>(NAMES, [projectId], tx);
  if (!names) throw new Error("a project has names");
  const read = [...taken, ...left.filter(({ reason }) => reason === "one_annotator_only").map(({ assignment }) => assignment)];
  const [articlesRead, annotatorsRead] = [new Set(read.map(({ articleId }) => articleId)).size, new Set(read.map(({ memberId }) => memberId)).size];
  return { kept: { choice, phases, taken, submissions, articles, later, names, articlesRead, annotatorsRead }, leftOut: await countLeft(actor, latest, left, tx) };
}

async function countLeft(actor: MemberActor, latest: boolean, left: ReturnType<typeof chosenAssignments>["left"], tx: Sql): Promise<LeftOut[]> {
  const submitted = left.filter(({ assignment }) => assignment.firstSubmittedAt !== null).map(({ assignment }) => assignment.id);
  const marks = new Map(submitted.length === 0 ? [] : (await rows<{ id: string; spans: number }>(MARKS, [actor.projectId, latest, submitted], tx)).map(({ id, spans }) => [id, spans]));
  const tally = newTally();
  for (const { assignment, reason } of left) tally.add(reason, 1, marks.get(assignment.id) ?? 0);
  return tally.list();
}

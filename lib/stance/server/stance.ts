import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/database";
import { cellsOf } from "../cells";
import type { StanceChoice } from "../choice";
import type { NamedOutlet, NamedTarget, SingleWork, Stance, StanceCell, StanceFilters, StanceTable } from "../report";
import { readCellSums } from "./cell-sums";
import { checkStanceChoice } from "./check-choice";
import { readFilters } from "./filters";
import { readNamesPending } from "./names-pending";
import { remembered, versionSeen } from "./remember";
import { targetsOfChoice } from "./targets";

/**
 * Stance per outlet (or publisher) × target under a choice, with what else there is to choose. Throws 404 for an
 * annotator before the reveal, 422 naming the field for a target, set or codebook version that the project does not have.
 */
export async function readStance(actor: MemberActor, choice: StanceChoice): Promise<Stance> {
  const table = await readStanceTable(actor, choice);
  return { ...table, filters: await filtersNow(actor) };
}

/** What there is to choose from, for whoever `seesFigures`. */
export const filtersNow = async (actor: MemberActor): Promise<StanceFilters> => remembered(actor, await versionSeen(actor), "filters", () => readFilters(actor));

/** The same without what else there is to choose: for files, and for what is kept. */
export async function readStanceTable(actor: MemberActor, choice: StanceChoice): Promise<StanceTable> {
  if (!seesFigures(actor)) throw notFound();
  await checkStanceChoice(actor, choice);
  const version = await versionSeen(actor);
  // Whoever submits, and whatever looks names up in what was submitted, moves the version.
  const [table, namesPending] = await Promise.all([remembered(actor, version, ["table", choice], () => compute(actor, choice)), remembered(actor, version, "names", () => readNamesPending(actor))]);
  return { ...table, dataVersion: version, namesPending, at: now().toISOString() };
}

async function compute(actor: MemberActor, choice: StanceChoice): Promise<Omit<StanceTable, "dataVersion" | "namesPending" | "at">> {
  const targetIds = await targetsOfChoice(actor, choice);
  const { sums, singles, singleWorks, notAdjusted } = await readCellSums(actor, choice, targetIds);
  const { cells, toward } = cellsOf(choice, targetIds, sums);
  const [targets, outlets, workTitles] = await Promise.all([namesOf(actor, targetIds), outletNames(actor, cells), titlesOf(actor, cells)]);
  return {
    choice: { ...choice, targetIds: choice.targetIds.length === 0 ? [] : targetIds }, targets, outlets, cells, singles: inOrder(singles, targetIds), singleWorks, workTitles,
    toward: toward.map((one) => ({ ...one, notAdjusted: notAdjusted.get(one.targetId) ?? null })),
  };
}

const inOrder = (singles: readonly SingleWork[], targetIds: readonly string[]): SingleWork[] => targetIds.flatMap((id) => singles.filter((one) => one.targetId === id));

/** Targets by id, in the order of the ids. */
export const namesOf = (actor: MemberActor, ids: readonly string[]): Promise<NamedTarget[]> =>
  rows<NamedTarget>(`SELECT t.id, t.name, t.is_focus AS "isFocus" FROM unnest($2::uuid[]) WITH ORDINALITY AS x(id, i) JOIN target t ON t.project_id = $1 AND t.id = x.id ORDER BY x.i`, [actor.projectId, ids]);

const outletNames = (actor: MemberActor, cells: readonly StanceCell[]): Promise<NamedOutlet[]> =>
  rows<NamedOutlet>("SELECT id, name FROM outlet WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY name_key, id", [actor.projectId, [...new Set(cells.map((cell) => cell.groupId))]]);

/** Titles of the works that are shown by themselves: those of their first copies. */
async function titlesOf(actor: MemberActor, cells: readonly StanceCell[]): Promise<Record<string, string>> {
  const ids = new Set(cells.flatMap((cell) => [...cell.points, ...cell.quotedPoints].map((point) => point.workId)));
  if (ids.size === 0) return {};
  const found = await rows<{ workId: string; title: string }>(
    `SELECT DISTINCT ON (work_id) work_id AS "workId", title FROM article WHERE project_id = $1 AND work_id = ANY($2::uuid[]) ORDER BY work_id, created_at, id`,
    [actor.projectId, [...ids]],
  );
  return Object.fromEntries(found.map(({ workId, title }) => [workId, title]));
}

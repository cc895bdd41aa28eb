import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import { adjustedGroups } from "../adjust";
import { alternatives, type Alternative } from "../alternatives";
import { assess } from "../assessed";
import type { Sensitivity, SensitivityRow } from "../behind";
import { figureFrom } from "../card-parts";
import { scaleOf } from "../cells";
import type { StanceChoice } from "../choice";
import type { Assessed, StanceCell, Whose } from "../report";
import { movesOf, sensitivity, spanWeighted } from "../sensitivity";
import { checkStanceChoice, namedIn } from "./check-choice";
import { readObservations } from "./observations";
import { groupOf, observationsOf } from "./one-figure";
import { readCardBody } from "./read-card";
import { remembered, versionSeen } from "./remember";
import { filtersNow } from "./stance";

/**
 * How one outlet's figure moves under each of the other choices that matter with this data, one thing changed at a
 * time. Throws 404 for an annotator before the reveal, and where there is no such figure or it is a single work; 422
 * naming the field for what the project does not have.
 */
export async function readSensitivity(actor: MemberActor, choice: StanceChoice, whose: Whose, targetId: string): Promise<Sensitivity> {
  if (!seesFigures(actor)) throw notFound();
  const asked = { ...choice, targetIds: [targetId] };
  await checkStanceChoice(actor, asked, namedIn(whose));
  const version = await versionSeen(actor);
  const found = await remembered(actor, version, ["sensitivity", asked, whose], () => compute(actor, asked, whose));
  if (found === null) throw notFound();
  return { ...found, dataVersion: version };
}

async function compute(actor: MemberActor, asked: StanceChoice, named: Whose): Promise<Omit<Sensitivity, "dataVersion"> | null> {
  if (named.groupId === undefined) return null;
  const groupId = await groupOf(actor, named.groupId);
  const body = await readCardBody(actor, asked, { groupId }, asked.targetIds[0] ?? "");
  if (body.cell === null) return null;
  const { target, cell } = body;
  const filters = await filtersNow(actor);
  const children = await hasChildren(actor, target.id);
  const others = alternatives(asked, { ...filters, children, genres: filters.genres.map((one) => one.genre) });
  const base = { measured: asked.measured, ...cell.figure };
  const figures: { key: string; choice: StanceChoice; figure: Figured }[] = [];
  for (const other of others) figures.push({ key: other.key, choice: other.choice, figure: await figured(actor, other, cell, target.id) });
  const shifted = sensitivity(base, figures);
  const rows = shifted.map(({ key, figure, shift, turns, clear, clearChanges }, i): SensitivityRow => ({
    key, choice: figures[i]!.choice, works: figure.works, mean: figure.mean, interval: figure.interval, status: figure.status, shift, turns, clear, clearChanges,
  }));
  return { choice: asked, whose: body.whose, target, figure: cell.figure, rows, moves: movesOf(base, shifted) };
}

async function hasChildren(actor: MemberActor, targetId: string): Promise<boolean> {
  return (await row("SELECT 1 FROM target t JOIN target p ON p.project_id = t.project_id AND p.id = t.parent_id WHERE t.project_id = $1 AND t.merged_into_id IS NULL AND coalesce(p.merged_into_id, p.id) = $2 LIMIT 1", [actor.projectId, targetId])) !== undefined;
}

type Figured = ReturnType<typeof spanWeighted> & { readonly works: number; readonly status: Assessed["status"] | null };

async function figured(actor: MemberActor, { change, choice }: Alternative, cell: StanceCell, targetId: string): Promise<Figured> {
  if (change.kind === "weighing") return { ...spanWeighted(ofVoice(choice, cell)), works: cell.works, status: null };
  const { measured } = choice;
  if (choice.adjust === "none") return { measured, ...figureFrom(measured, await observationsOf(actor, choice, { groupId: cell.groupId }, targetId)).figure };
  const found = adjustedGroups(await readObservations(actor, choice, { targetId }), scaleOf(measured));
  if (found.value === null) return { measured, works: 0, status: null, mean: { value: null, reason: found.reason }, interval: { value: null, reason: found.reason } };
  const group = found.value.groups.find((one) => one.groupId === cell.groupId);
  return { measured, ...assess(group?.moments ?? null, group?.sharedWorks ?? 0, scaleOf(measured)) };
}

function ofVoice(choice: StanceChoice, { counts }: StanceCell): StanceCell["counts"]["own"] {
  if (choice.voice !== "all") return counts[choice.voice];
  const { own, quoted, embedded, none } = counts;
  const sum = (framing: keyof typeof own) => own[framing] + quoted[framing] + embedded[framing] + none[framing];
  return { advocacy: sum("advocacy"), neutral: sum("neutral"), critical: sum("critical") };
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { AdjustedGroup } from "../adjust";
import { adjustedGroups } from "../adjust";
import { type CellSums, ofJudgements, ofSpans, scaleOf, singleOfJudgements, singleOfSpans } from "../cells";
import type { StanceChoice } from "../choice";
import { WORKS_FOR_INTERVAL } from "../estimate";
import type { NoAdjustment, SingleWork } from "../report";
import { readObservations } from "./observations";
import { readJudgementSums, readSums } from "./sums";

/** All that the cells of a choice are made of; `notAdjusted` by target. */
export type ReadCells = { readonly sums: readonly CellSums[]; readonly singles: readonly SingleWork[]; readonly singleWorks: number; readonly notAdjusted: ReadonlyMap<string, NoAdjustment> };

/**
 * The sums of every outlet (or publisher) and target, with annotators' leanings taken off where that was asked for and
 * can be done. The rate and counts are never adjusted: they are what was marked.
 * @param targetIds as `targetsOfChoice` resolved them
 */
export async function readCellSums(actor: MemberActor, choice: StanceChoice, targetIds: readonly string[]): Promise<ReadCells> {
  const raw = choice.measured === "spans" ? await ofMarks(actor, choice) : await ofWhole(actor, choice);
  if (choice.adjust === "none") return { ...raw, notAdjusted: new Map() };
  const notAdjusted = new Map<string, NoAdjustment>();
  let { sums, singles } = raw;
  for (const targetId of targetIds) {
    const found = await adjustedToward(actor, choice, targetId);
    if (found.figure.value === null) {
      notAdjusted.set(targetId, found.figure.reason);
      continue;
    }
    const [figure, quoted] = [byGroup(found.figure.value.groups), found.quoted === null || found.quoted.value === null ? null : byGroup(found.quoted.value.groups)];
    sums = sums.map((one) => (one.targetId === targetId ? withAdjusted(one, figure.get(one.groupId), quoted?.get(one.groupId)) : one));
    const works = new Map(figure.get(null)?.points.map((point) => [point.workId, point.value]) ?? []);
    singles = singles.map((one) => (one.targetId === targetId && works.has(one.workId) ? { ...one, value: { value: works.get(one.workId)! } } : one));
  }
  return { sums, singles, singleWorks: raw.singleWorks, notAdjusted };
}

type Raw = Omit<ReadCells, "notAdjusted">;

async function ofMarks(actor: MemberActor, choice: StanceChoice): Promise<Raw> {
  const { groups, singles, singleWorks } = await readSums(actor, choice);
  return { sums: groups.flatMap((one) => ofSpans(choice, one) ?? []), singles: singles.map((one) => singleOfSpans(choice, one)), singleWorks };
}

async function ofWhole(actor: MemberActor, choice: StanceChoice): Promise<Raw> {
  const { groups, singles, singleWorks } = await readJudgementSums(actor, choice);
  return { sums: groups.flatMap((one) => ofJudgements(one) ?? []), singles: singles.map(singleOfJudgements), singleWorks };
}

/** The groups of one target with leanings taken off: the figure, and beside own voice those whom outlets quote. */
async function adjustedToward(actor: MemberActor, choice: StanceChoice, targetId: string) {
  const scale = scaleOf(choice.measured);
  const figure = adjustedGroups(await readObservations(actor, choice, { targetId }), scale);
  const beside = choice.measured === "spans" && choice.voice === "own" && figure.value !== null;
  return { figure, quoted: beside ? adjustedGroups(await readObservations(actor, { ...choice, voice: "quoted" }, { targetId }), scale) : null };
}

const byGroup = (groups: readonly AdjustedGroup[]): Map<string | null, AdjustedGroup> => new Map(groups.map((group) => [group.groupId, group]));

function withAdjusted(sums: CellSums, figure: AdjustedGroup | undefined, quoted: AdjustedGroup | undefined): CellSums {
  const few = (group: AdjustedGroup | undefined) => (group !== undefined && group.points.length < WORKS_FOR_INTERVAL ? group.points : []);
  return {
    ...sums, figure: figure?.moments ?? null, points: few(figure),
    ...(sums.quoted === null ? {} : { quoted: quoted?.moments ?? null, quotedPoints: few(quoted) }),
  };
}

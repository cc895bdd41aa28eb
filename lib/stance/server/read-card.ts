import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { randomFrom } from "@/lib/kernel/random";
import { now } from "@/lib/platform/clock";
import { row } from "@/lib/platform/database";
import { adjustedGroups } from "../adjust";
import { assess } from "../assessed";
import { byGenre, datesOf, inCommon, shareOf } from "../card-parts";
import { cellsOf, scaleOf } from "../cells";
import type { StanceChoice } from "../choice";
import { estimandOf } from "../estimand";
import { labelUncertainty } from "../label-uncertainty";
import { methodsOf } from "../methods-of";
import type { NamedTarget, ReportCard, SingleWork, StanceCell, Whose } from "../report";
import type { Observation } from "../sums";
import { readCardAgreement } from "./card-agreement";
import { articleFacts, type Figure, readFacts, readSpeakers, readVersions } from "./card-facts";
import { readCellSums } from "./cell-sums";
import { checkStanceChoice, namedIn } from "./check-choice";
import { readNamesPending } from "./names-pending";
import { readObservations } from "./observations";
import { groupOf, observationsOf } from "./one-figure";
import { remembered, versionSeen } from "./remember";
import { namesOf } from "./stance";
import { targetsOfChoice } from "./targets";

/** The label uncertainty of a figure is drawn from this seed, so that the same data give the same interval. */
const SEED = 1n;

/** A card without what waits for agreement, which may take a while the first time. */
export type CardBody = Omit<ReportCard, "agreement" | "methods">;

/**
 * Everything under one figure: whose (an outlet, publisher or single work) toward which target, under a choice. Throws
 * 404 for an annotator before the reveal, and where nothing of theirs that counts addresses the target; 422 naming the
 * field for what the project does not have.
 */
export async function readCard(actor: MemberActor, choice: StanceChoice, whose: Whose, targetId: string): Promise<ReportCard> {
  const [body, agreement] = await Promise.all([readCardBody(actor, choice, whose, targetId), seesFigures(actor) ? agreementOf(actor, choice, targetId) : Promise.reject(notFound())]);
  return { ...body, agreement, methods: methodsOf(body, agreement) };
}

async function agreementOf(actor: MemberActor, choice: StanceChoice, targetId: string) {
  await checkStanceChoice(actor, { ...choice, targetIds: [targetId] });
  return readCardAgreement(actor, choice, targetId);
}

/** The same without agreement, for a page that shows it as soon as it is there. */
export async function readCardBody(actor: MemberActor, choice: StanceChoice, whose: Whose, targetId: string): Promise<CardBody> {
  if (!seesFigures(actor)) throw notFound();
  const asked = { ...choice, targetIds: [targetId] };
  await checkStanceChoice(actor, asked, namedIn(whose));
  const version = await versionSeen(actor);
  const body = await remembered(actor, version, ["card", asked, whose], () => compute(actor, asked, whose));
  if (body === null) throw notFound();
  return { ...body, dataVersion: version, namesPending: await readNamesPending(actor), at: now().toISOString() };
}

async function compute(actor: MemberActor, asked: StanceChoice, named: Whose): Promise<Omit<CardBody, "dataVersion" | "namesPending" | "at"> | null> {
  const targetIds = await targetsOfChoice(actor, asked);
  const [target] = await namesOf(actor, targetIds);
  if (!target) return null;
  const whose: Whose = named.groupId === undefined ? named : { groupId: await groupOf(actor, named.groupId) };
  const choice = { ...asked, targetIds };
  const found = await figureOf(actor, choice, whose, target);
  if (found === null) return null;
  const shown = found.cell ?? found.single;
  const figure: Figure = { choice, whose, targetIds };
  const everyone = await readObservations(actor, choice, { targetId: target.id });
  const everyGenre = choice.genre === null ? ofWhose(everyone, whose) : await observationsOf(actor, { ...choice, genre: null }, whose, target.id);
  const facts = new Map((await articleFacts(actor, [...new Set(everyGenre.map((one) => one.articleId))])).map((one) => [one.articleId, one]));
  const observations = ofWhose(everyone, whose);
  const [around, speakers, codebook, project] = await Promise.all([readFacts(actor, figure), readSpeakers(actor, figure), readVersions(actor, figure), projectFacts(actor, choice)]);
  return {
    choice: asked, target, whose: found.whose, cell: found.cell, single: found.single, speakers, codebook, adjusted: adjustedOf(choice, everyone, whose, shown.sharedWorks),
    estimand: estimandOf(choice, { whose: found.whose.name, target: target.name, articleSet: project.articleSet }),
    articleSet: project.articleSet, sampling: project.sampling, addressedBy: project.addressedBy,
    genres: byGenre(choice.measured, everyGenre, facts), copies: shown.articles - shown.works, inCommon: inCommon(observations), dates: datesOf(observations, facts),
    settledShare: shareOf(shown.settledArticles, shown.articles, "no_articles"), notAddressing: around.notAddressing, blindShare: shareOf(around.hidden, around.hidden + around.shown, "no_annotators"),
    labelUncertainty: labelsOf(choice, observations),
    pooled: found.pooled,
  };
}

type Found = { readonly whose: ReportCard["whose"]; readonly pooled: ReportCard["pooled"] } & ({ readonly cell: StanceCell; readonly single: null } | { readonly cell: null; readonly single: SingleWork });

async function figureOf(actor: MemberActor, choice: StanceChoice, whose: Whose, target: NamedTarget): Promise<Found | null> {
  const { sums, singles } = await readCellSums(actor, choice, [target.id]);
  const { cells, toward } = cellsOf(choice, [target.id], sums);
  const pooled = toward[0]?.pooled ?? undefinedFor("fewer_than_five_outlets");
  if (whose.groupId === undefined) {
    const single = singles.find((one) => one.workId === whose.workId);
    return single === undefined ? null : { whose: { kind: "work", id: single.workId, name: single.title }, cell: null, single, pooled };
  }
  const cell = cells.find((one) => one.groupId === whose.groupId);
  const outlet = await row<{ name: string }>("SELECT name FROM outlet WHERE project_id = $1 AND id = $2", [actor.projectId, whose.groupId]);
  return cell === undefined || !outlet ? null : { whose: { kind: "group", id: cell.groupId, name: outlet.name }, cell, single: null, pooled };
}

const ofWhose = (observations: readonly Observation[], whose: Whose): Observation[] =>
  observations.filter((one) => (whose.groupId === undefined ? one.groupId === null && one.workId === whose.workId : one.groupId === whose.groupId));

type ProjectFacts = Pick<ReportCard, "sampling" | "addressedBy" | "articleSet">;

async function projectFacts(actor: MemberActor, choice: StanceChoice): Promise<ProjectFacts> {
  const found = await row<ProjectFacts>(`SELECT sampling, addressed_by AS "addressedBy", (SELECT name FROM article_set WHERE project_id = $1 AND id = $2) AS "articleSet" FROM project WHERE id = $1`, [actor.projectId, choice.articleSetId]);
  return found ?? { sampling: "", addressedBy: "evidence", articleSet: null };
}

/** The figure with leanings taken off, whatever was chosen; of a single work there is nothing to take a mean of. */
function adjustedOf(choice: StanceChoice, everyone: readonly Observation[], whose: Whose, sharedWorks: number): ReportCard["adjusted"] {
  const scale = scaleOf(choice.measured);
  const found = adjustedGroups(everyone, scale);
  if (found.value === null) return undefinedFor(found.reason);
  const group = found.value.groups.find((one) => one.groupId === (whose.groupId ?? null));
  const { severity } = found.value;
  return defined({ figure: assess(whose.groupId === undefined ? null : (group?.moments ?? null), sharedWorks, scale), annotators: severity.shifts.length, articles: severity.articles, most: Math.max(0, ...severity.shifts.map((one) => Math.abs(one.shift))) });
}

const labelsOf = (choice: StanceChoice, observations: readonly Observation[]): ReportCard["labelUncertainty"] => labelUncertainty(observations, scaleOf(choice.measured), randomFrom(SEED));

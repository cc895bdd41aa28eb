import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesFigures } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import type { ArticleRow, CoderRow, WorkRow, Works } from "../behind";
import type { StanceChoice } from "../choice";
import type { AllCounts, Whose } from "../report";
import { NO_ONE, type Observation } from "../sums";
import { placeInWorks, readWorkCursor, type WorkOfGroup, writeWorkCursor, worksOfGroup } from "../work-rows";
import { checkStanceChoice, namedIn, refuseParam } from "./check-choice";
import { namesBehind } from "./marks-behind";
import { MARK } from "./marks-sql";
import { observationsOf } from "./one-figure";
import { versionSeen } from "./remember";
import { choiceValues } from "./sums-sql";
import { targetsOfChoice } from "./targets";

type At = { cursor?: string | undefined; limit?: number | undefined };
type Facts = Omit<ArticleRow, "value" | "settled" | "coders">;

/**
 * The works behind a figure, the most critical first, each with its articles, and these with what every coder made of
 * them. The values are as marked, also where adjustment is asked for. Throws 404 for an annotator before the reveal; 422
 * naming the field for what the project does not have, and for a cursor that cannot be read.
 */
export async function readWorks(actor: MemberActor, choice: StanceChoice, whose: Whose, targetId: string, { cursor, limit = 20 }: At = {}): Promise<Works> {
  if (!seesFigures(actor)) throw notFound();
  const at = cursor === undefined ? null : readWorkCursor(cursor);
  if (cursor !== undefined && at === null) refuseParam("cursor", "is not a place in this list; open the list from its beginning");
  await checkStanceChoice(actor, { ...choice, targetIds: [targetId] }, namedIn(whose));
  const works = worksOfGroup(await observationsOf(actor, choice, whose, targetId));
  const rest = at === null ? works : works.slice(placeInWorks(works, at));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { items: await described(actor, choice, targetId, shown), total: works.length, next: rest.length > limit && last ? writeWorkCursor(last) : null };
}

/** All works behind a figure with what they are about, for a file. Throws as `readWorks`. */
export async function everyWork(actor: MemberActor, choice: StanceChoice, whose: Whose, targetId: string): Promise<{ choice: StanceChoice; works: WorkRow[]; about: Record<string, string> }> {
  if (!seesFigures(actor)) throw notFound();
  await checkStanceChoice(actor, { ...choice, targetIds: [targetId] }, namedIn(whose));
  const names = await namesBehind(actor, { groupId: whose.groupId ?? null, workId: whose.workId ?? null, articleId: null, coderId: null, targetId });
  const works = await described(actor, choice, targetId, worksOfGroup(await observationsOf(actor, choice, whose, targetId)));
  return { choice: { ...choice, targetIds: [targetId] }, works, about: { whose: names.whose, target: names.target, data_version: await versionSeen(actor) } };
}

async function described(actor: MemberActor, choice: StanceChoice, targetId: string, works: readonly WorkOfGroup[]): Promise<WorkRow[]> {
  const articleIds = works.flatMap((work) => work.articles.map((article) => article.articleId));
  const coderIds = [...new Set(works.flatMap((work) => work.articles.flatMap((article) => article.observations.map((one) => one.coderId))))];
  const [facts, counts, names] = await Promise.all([factsOf(actor, articleIds), choice.measured === "spans" ? countsOf(actor, choice, targetId, articleIds) : new Map<string, AllCounts>(), namesOf(actor, coderIds)]);
  const coder = (one: Observation): CoderRow => ({ coderId: one.coderId, name: names.get(one.coderId) ?? null, value: one.value, spans: one.spans, counts: counts.get(`${one.articleId} ${one.coderId}`) ?? noCounts() });
  return works.map((work): WorkRow => {
    const articles = work.articles.map(({ articleId, value, observations }): ArticleRow => ({ ...known(facts, articleId), value, settled: observations.some((one) => one.coderId === NO_ONE), coders: observations.map(coder) }));
    return { workId: work.workId, title: articles[0]?.title ?? "", value: work.value, spans: work.spans, articles };
  });
}

const known = (facts: ReadonlyMap<string, Facts>, articleId: string): Facts => facts.get(articleId) ?? { articleId, title: "", outlet: null, publisher: null, publishedOn: null, genre: null };

async function factsOf(actor: MemberActor, ids: readonly string[]): Promise<Map<string, Facts>> {
  const found = await rows<Facts>(
    `SELECT ar.id AS "articleId", ar.title, o.name AS outlet, p.name AS publisher, ar.published_on::text AS "publishedOn", ar.genre FROM article ar
     LEFT JOIN outlet ox ON ox.project_id = ar.project_id AND ox.id = ar.outlet_id LEFT JOIN outlet o ON o.project_id = ar.project_id AND o.id = coalesce(ox.merged_into_id, ox.id)
     LEFT JOIN outlet px ON px.project_id = ar.project_id AND px.id = ar.publisher_id LEFT JOIN outlet p ON p.project_id = ar.project_id AND p.id = coalesce(px.merged_into_id, px.id)
     WHERE ar.project_id = $1 AND ar.id = ANY($2::uuid[])`,
    [actor.projectId, ids],
  );
  return new Map(found.map((one) => [one.articleId, one]));
}

const noCounts = (): AllCounts => ({ own: { advocacy: 0, neutral: 0, critical: 0 }, quoted: { advocacy: 0, neutral: 0, critical: 0 }, embedded: { advocacy: 0, neutral: 0, critical: 0 }, none: { advocacy: 0, neutral: 0, critical: 0 } });

type Counted = { articleId: string; coderId: string; voice: keyof AllCounts | "publisher"; framing: keyof AllCounts["own"]; n: number };

/** Marks under the choice by article and coder; what a publisher set above a copy is its own voice by publisher, and nobody's by outlet. */
async function countsOf(actor: MemberActor, choice: StanceChoice, targetId: string, articleIds: readonly string[]): Promise<Map<string, AllCounts>> {
  const targetIds = await targetsOfChoice(actor, { targetIds: [targetId] });
  const found = await rows<Counted>(
    `WITH ${MARK(choice, "AND ar.id = ANY($13::uuid[])")} SELECT article_id AS "articleId", coder_id AS "coderId", voice, framing, count(*)::int AS n FROM mark GROUP BY 1, 2, 3, 4`,
    [...choiceValues(actor.projectId, choice, targetIds), null, null, null, articleIds],
  );
  const counts = new Map<string, { -readonly [voice in keyof AllCounts]: { -readonly [framing in keyof AllCounts["own"]]: number } }>();
  for (const { articleId, coderId, voice, framing, n } of found) {
    if (voice === "publisher" && choice.by === "outlet") continue;
    const key = `${articleId} ${coderId}`;
    const mine = counts.get(key) ?? (noCounts() as never);
    counts.set(key, mine);
    mine[voice === "publisher" ? "own" : voice][framing] += n;
  }
  return counts;
}

async function namesOf(actor: MemberActor, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ id: string; name: string }>("SELECT id, pseudonym AS name FROM member WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

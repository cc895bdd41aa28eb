import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { randomFrom } from "@/lib/kernel/random";
import { row, type Sql } from "@/lib/platform/database";
import { byHand } from "../plan/by-hand";
import { plan, type PlanWork } from "../plan/plan";
import { warningsOf, type Preview } from "../plan/preview";
import { readSeed, writeSeed } from "../plan/strategy";
import type { PlanWish } from "../plan/wish";
import { chosenArticles, titlesOf, type ChosenArticle } from "./plan-articles";
import { blocksMeant } from "./plan-blocks";
import { chosenPeople, type PlanPerson } from "./plan-people";
import { sharedPairs, standingOf } from "./plan-standing";

/** A plan with everything that writing it needs. */
export type MadePlan = {
  readonly preview: Preview;
  readonly people: readonly PlanPerson[];
  /** Each article with its people, by their number. */
  readonly given: readonly { readonly articleId: string; readonly people: readonly number[] }[];
  readonly places: readonly { readonly articleId: string; readonly workId: string; readonly n: number }[];
};

const TABLE = 40;
const NAMED = 50;
const MOST = 4_000_000;

/** Reads what stands and plans what is wished; changes nothing. Throws 422 for what cannot be. */
export async function makePlan(actor: MemberActor, wish: PlanWish, tx?: Sql): Promise<MadePlan> {
  const seed = wish.seed ?? writeSeed(randomBytes(6));
  const chosen = await chosenArticles(actor, wish.pairs ? { ids: wish.pairs.map(({ articleId }) => articleId) } : wish.articles, tx);
  const people = await chosenPeople(actor, wish.pairs ? wish.pairs.map(({ memberId }) => memberId) : wish.memberIds, tx);
  if (chosen.length * people.length > MOST) throw invalid("That is too much at once. Choose fewer articles or fewer people.", { errors: [{ path: "/articles", message: "too many articles for so many people" }] });
  const { kept, without } = await withBlocks(actor, wish, chosen, tx);
  const works = worksOf(kept);
  const ids = people.map(({ id }) => id);
  const standing = new Map((await standingOf(actor, wish, works.map(({ workId }) => workId), ids, tx)).map((one) => [one.workId, one]));
  const pairs = await sharedPairs(actor, wish, ids, tx);
  const planWorks = works.map(({ workId, articleId, outletId }): PlanWork => {
    const { holders = [], others = 0, barred = [] } = standing.get(workId) ?? {};
    return { articleId, outletId, holders, others, barred: barred.filter((person) => !holders.includes(person)) };
  });
  refuseTooMany(wish, planWorks, people.length);
  const input = { works: planWorks, loads: people.map(({ load }) => load), pairs, perWork: wish.perWork, share: wish.share, random: randomFrom(readSeed(seed)) };
  const named = pairsByNumber(wish, kept, works, ids);
  const made = wish.strategy === "by_hand" ? byHand(planWorks, pairs, named) : plan({ ...input, strategy: wish.strategy });
  const given = givenArticles(made.given, works, (work, person) => (wish.pairs ? named.find((pair) => pair.work === work && pair.person === person) : standing.get(works[work]?.workId ?? "")?.copies.find((copy) => copy.person === person))?.articleId);
  const places = works.flatMap(({ workId, articleId }, at) => ((made.places[at] ?? 0) > 0 ? [{ articleId, workId, n: made.places[at] ?? 0 }] : []));

  const added = people.map(() => 0);
  for (const one of given) for (const person of one.people) added[person] = (added[person] ?? 0) + 1;
  const missing = works.flatMap(({ articleId }, at) => ((made.missing[at] ?? 0) > 0 ? [{ articleId, missing: made.missing[at] ?? 0 }] : []));
  const titles = await titlesOf(actor, missing.slice(0, NAMED).map(({ articleId }) => articleId), tx);
  const range = pairs.range();
  const draft = {
    strategy: wish.strategy, phase: wish.phase, round: wish.round, seed,
    works: works.length, given: works.filter((_, at) => (made.given[at]?.length ?? 0) + (made.places[at] ?? 0) > 0).length, copies: wish.pairs ? 0 : kept.length - works.length, withoutBlocks: without,
    assignments: added.reduce((sum, n) => sum + n, 0), places: places.reduce((sum, { n }) => sum + n, 0),
    people: people.map(({ id, pseudonym, load, waits }, person) => ({ memberId: id, pseudonym, added: added[person] ?? 0, total: load + (added[person] ?? 0), locked: waits && wish.phase !== "practice" })),
    overlap: range && { ...range, none: pairs.rows().flatMap((line, a) => line.filter((n, b) => b > a && n === 0)).length, table: people.length <= TABLE ? pairs.rows() : null },
    short: { count: missing.length, items: missing.slice(0, NAMED).map((one) => ({ ...one, title: titles.get(one.articleId) ?? "" })) },
  };
  const overdue = (await row<{ past: boolean }>("SELECT $1::date < (now() AT TIME ZONE 'UTC')::date AS past", [wish.dueOn ?? null], tx))?.past ?? false;
  const facts = { strategy: wish.strategy, perWork: wish.perWork, round: wish.round, inPractice: wish.phase === "practice", withKey: works.filter(({ hasKey }) => hasKey).length, overdue, standing: standing.size };
  const digest = digestOf(wish, seed, people, given, places);
  return { preview: { ...draft, digest, warnings: warningsOf(draft, facts) }, people, given, places };
}

async function withBlocks(actor: MemberActor, wish: PlanWish, chosen: readonly ChosenArticle[], tx?: Sql): Promise<{ kept: readonly ChosenArticle[]; without: number }> {
  const wrong = (detail: string, path: string, message: string) => invalid(detail, { errors: [{ path, message }] });
  if (chosen.length === 0) throw wrong("There is no such article to assign. Choose others.", "/articles", "names no article");
  if (!wish.blocks) return { kept: chosen, without: 0 };
  const meant = await blocksMeant(actor, wish.blocks, chosen.map(({ articleId }) => articleId), tx);
  if (meant.size === 0) throw wrong("None of these articles has the named parts. Nothing was assigned.", "/blocks", "names parts that no article has");
  return { kept: chosen.filter(({ articleId }) => meant.has(articleId)), without: chosen.length - meant.size };
}

/** One work for all its copies, under the oldest. */
function worksOf(chosen: readonly ChosenArticle[]): readonly ChosenArticle[] {
  const first = new Map<string, ChosenArticle>();
  for (const article of chosen) if (!first.has(article.workId)) first.set(article.workId, article);
  return [...first.values()];
}

function refuseTooMany(wish: PlanWish, works: readonly PlanWork[], people: number): void {
  const asks = wish.strategy === "balanced" || wish.strategy === "strata" || wish.strategy === "reliability";
  if (!asks || wish.perWork <= people || works.some(({ others }) => others + people >= wish.perWork)) return;
  throw invalid(`You chose ${people} ${people === 1 ? "person" : "people"}, so ${wish.perWork} per article cannot be. Choose more people or fewer per article.`, { errors: [{ path: "/perWork", message: "is larger than the number of people" }] });
}

type NamedPair = { readonly work: number; readonly person: number; readonly articleId: string };

function pairsByNumber(wish: PlanWish, chosen: readonly ChosenArticle[], works: readonly ChosenArticle[], ids: readonly string[]): NamedPair[] {
  const workAt = new Map(works.map(({ workId }, at) => [workId, at]));
  const workOf = new Map(chosen.map(({ articleId, workId }) => [articleId, workAt.get(workId)]));
  const personOf = new Map(ids.map((id, at) => [id, at]));
  return (wish.pairs ?? []).flatMap(({ articleId, memberId }) => {
    const [work, person] = [workOf.get(articleId), personOf.get(memberId)];
    return work === undefined || person === undefined ? [] : [{ work, person, articleId }];
  });
}

/** The articles that people get: the copy that `own` names for a person (by hand; or one that they had before), the oldest otherwise. */
function givenArticles(given: readonly (readonly number[])[], works: readonly ChosenArticle[], own: (work: number, person: number) => string | undefined): MadePlan["given"] {
  const articles = new Map<string, number[]>();
  works.forEach(({ articleId }, work) => {
    for (const person of given[work] ?? []) {
      const copy = own(work, person) ?? articleId;
      const list = articles.get(copy);
      if (list) list.push(person);
      else articles.set(copy, [person]);
    }
  });
  return [...articles].map(([articleId, people]) => ({ articleId, people }));
}

function digestOf(wish: PlanWish, seed: string, people: readonly PlanPerson[], given: MadePlan["given"], places: MadePlan["places"]): string {
  const hash = createHash("sha256");
  const { strategy, perWork, share, phase, round, blocks, dueOn } = wish;
  hash.update(JSON.stringify([strategy, perWork, share, phase, round, blocks ?? null, dueOn ?? null, seed, people.map(({ id, waits }) => [id, waits])]));
  for (const one of given) hash.update(`${one.articleId} ${one.people.join(" ")}\n`);
  for (const one of places) hash.update(`${one.articleId} +${one.n}\n`);
  return hash.digest("base64url");
}

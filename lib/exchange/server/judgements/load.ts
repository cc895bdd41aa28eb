import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { pseudonymKey } from "@/lib/accounts/pseudonyms";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { nameKey } from "@/lib/articles/name-key";
import { lockNames, resolveOutlet } from "@/lib/articles/server/resolve-outlet";
import type { TableError } from "@/lib/articles/small-table";
import { insertTarget, lockTargets } from "@/lib/codebook/server/target-rows";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, transaction, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { type JudgementTable, readJudgementTable } from "../../judgement-table";
import { missingNames } from "../named";
import { type Known, knownOf, readingKey } from "./known";
import { writeToldArticles } from "./write-articles";
import { writeReadings } from "./write-readings";

/** What a table of judgements brings: what is new, and what the project had. */
export type LoadedJudgements = {
  readonly articles: { readonly made: number; readonly known: number };
  readonly outlets: readonly string[];
  readonly targets: readonly string[];
  readonly annotators: readonly string[];
  readonly readings: { readonly made: number; readonly known: number };
  readonly judgements: number;
  /** Lines that said again what another line had said. */
  readonly repeated: number;
};

/** What a table of judgements would bring. Writes nothing; refuses (422) line by line what `loadJudgements` would. */
export const checkJudgements = (actor: MemberActor, csv: string): Promise<LoadedJudgements> => transaction(async (tx) => summary(read(csv), await checked(actor, read(csv), tx)));

/**
 * Takes in judgements of somebody else's study, so that its tables can be reproduced: articles of which only the title is
 * known, annotators without an account, and a submitted reading for each. All or nothing; the same table twice changes
 * nothing. Throws 422 with every line that is wrong or contradicts the project.
 */
export const loadJudgements = (actor: MemberActor, op: Op, csv: string): Promise<LoadedJudgements> =>
  runOperation(actor, op, async (tx) => {
    const table = read(csv);
    await lockNames(actor, tx);
    await lockTargets(actor, tx);
    const known = await checked(actor, table, tx);
    const answer = summary(table, known);
    const targets = new Map(known.targets);
    for (const name of answer.targets) targets.set(nameKey(name), (await insertTarget(actor, { name }, tx)).id);
    const outlets = new Map(known.outlets);
    for (const name of answer.outlets) outlets.set(nameKey(name), (await resolveOutlet(actor, { name }, "outlet", tx)) ?? "");
    const articles = await writeToldArticles(actor, table.articles.filter(({ key }) => !known.articles.has(key)), outlets, tx);
    for (const [key, { id }] of known.articles) articles.set(key, id);
    const annotators = await writeAnnotators(actor, answer.annotators, tx);
    for (const [key, id] of known.annotators) annotators.set(key, id);
    const fresh = table.readings.filter((one) => !known.readings.has(readingKey(one.articleKey, one.annotator)));
    const touched = await writeReadings(actor, fresh.map((one) => ({
      articleId: articles.get(one.articleKey) ?? "", memberId: annotators.get(pseudonymKey(one.annotator)) ?? "", blind: one.blind,
      judgements: one.judgements.map(({ target, value }) => ({ targetId: targets.get(nameKey(target)) ?? "", value: String(value) })),
    })), tx);
    await refreshArticles(actor, touched, tx);
    return { answer, deed: { action: "judgements.loaded", subject: "project", subjectId: actor.projectId, detail: { ...answer, outlets: answer.outlets.length, targets: answer.targets.length, annotators: answer.annotators.length } } };
  });

function read(csv: string): JudgementTable {
  const table = readJudgementTable(csv);
  if (!table.ok) throw refused(table.error);
  return table.value;
}

async function checked(actor: MemberActor, table: JudgementTable, tx: Sql): Promise<Known> {
  const known = await knownOf(actor, table, tx);
  if (known.errors.length > 0) throw refused(known.errors);
  return known;
}

const refused = (errors: readonly TableError[]) => invalid(`Line ${errors[0]?.line ?? 1}: ${errors[0]?.message ?? ""}`, { errors: errors.slice(0, 50).map(({ line, message }) => ({ path: "/csv", line, message })) });

function summary(table: JudgementTable, known: Known): LoadedJudgements {
  const fresh = table.readings.filter((one) => !known.readings.has(readingKey(one.articleKey, one.annotator)));
  return {
    articles: { made: table.articles.length - known.articles.size, known: known.articles.size },
    outlets: missingNames(table.articles.flatMap(({ outlet, publisher }) => [outlet, publisher]), known.outlets),
    targets: missingNames(table.targets, known.targets),
    annotators: table.annotators.filter((name) => !known.annotators.has(pseudonymKey(name))),
    readings: { made: fresh.length, known: table.readings.length - fresh.length },
    judgements: fresh.reduce((sum, one) => sum + one.judgements.length, 0),
    repeated: table.repeated,
  };
}

async function writeAnnotators(actor: MemberActor, names: readonly string[], tx: Sql): Promise<Map<string, string>> {
  const made = names.map((name) => ({ name, key: pseudonymKey(name), id: newId() }));
  await rows(
    `INSERT INTO member (project_id, id, role, pseudonym, pseudonym_key, imported, state, removed_at) SELECT $1, x.id, 'annotator', x.name, x.key, true, 'removed', now() FROM unnest($2::uuid[], $3::text[], $4::text[]) AS x(id, name, key)`,
    [actor.projectId, made.map((one) => one.id), made.map((one) => one.name), made.map((one) => one.key)], tx,
  );
  return new Map(made.map(({ key, id }) => [key, id]));
}

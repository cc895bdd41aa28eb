import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { pseudonymKey } from "@/lib/accounts/pseudonyms";
import { nameKey } from "@/lib/articles/name-key";
import type { TableError } from "@/lib/articles/small-table";
import { rows, type Sql } from "@/lib/platform/database";
import type { JudgementTable } from "../../judgement-table";
import { namedOutlets, namedTargets } from "../named";

/** An article that the project has under a key of the table. */
type KnownArticle = { key: string; id: string; title: string; outletId: string | null };
type KnownReading = { articleKey: string; annotator: string; assignmentId: string; judgements: { targetId: string; value: string }[] };

/** What of a table the project has already, and what of it contradicts the project, line by line. */
export type Known = {
  readonly articles: ReadonlyMap<string, KnownArticle>;
  /** By `nameKey`; what is missing has to be made. */
  readonly outlets: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<string, string>;
  /** By `pseudonymKey`. */
  readonly annotators: ReadonlyMap<string, string>;
  /** Readings (article key and pseudonym key, as JSON) that are there, all of their judgements the same. */
  readonly readings: ReadonlySet<string>;
  readonly errors: readonly TableError[];
};

/** The place of a reading in `Known.readings`. */
export const readingKey = (articleKey: string, annotator: string): string => JSON.stringify([articleKey, pseudonymKey(annotator)]);

/** Looks up what a table of judgements is about. Reads only. */
export async function knownOf(actor: MemberActor, table: JudgementTable, tx: Sql): Promise<Known> {
  const errors: TableError[] = [];
  const outlets = await namedOutlets(actor, table.articles.flatMap(({ outlet, publisher }) => [outlet, publisher]), tx);
  const targets = await namedTargets(actor, table.targets, (name, message) => errors.push({ line: lineOf(table, name), message }), tx);
  const articles = new Map((await rows<KnownArticle>(
    `SELECT ar.external_key AS key, ar.id, ar.title, coalesce(o.merged_into_id, o.id) AS "outletId" FROM article ar LEFT JOIN outlet o ON o.project_id = ar.project_id AND o.id = ar.outlet_id WHERE ar.project_id = $1 AND ar.external_key = ANY($2::text[])`,
    [actor.projectId, table.articles.map((one) => one.key)], tx,
  )).map((one) => [one.key, one]));
  for (const { key, outlet, line } of table.articles) {
    const known = articles.get(key);
    if (known && known.outletId !== (outlet === null ? null : (outlets.get(nameKey(outlet)) ?? ""))) errors.push({ line, message: `The project has article “${key.slice(0, 60)}” (“${known.title}”) already, of another outlet.` });
  }
  const annotators = await namedAnnotators(actor, table, errors, tx);
  return { articles, outlets, targets, annotators, readings: await sameReadings(actor, table, targets, errors, tx), errors };
}

const lineOf = (table: JudgementTable, target: string): number => table.readings.find((one) => one.judgements.some((judgement) => nameKey(judgement.target) === nameKey(target)))?.line ?? 1;

async function namedAnnotators(actor: MemberActor, table: JudgementTable, errors: TableError[], tx: Sql): Promise<Map<string, string>> {
  const found = await rows<{ key: string; id: string; imported: boolean }>("SELECT pseudonym_key AS key, id, imported FROM member WHERE project_id = $1 AND pseudonym_key = ANY($2::text[])", [actor.projectId, table.annotators.map(pseudonymKey)], tx);
  for (const { key } of found.filter((one) => !one.imported)) {
    const reading = table.readings.find((one) => pseudonymKey(one.annotator) === key);
    errors.push({ line: reading?.line ?? 1, message: `“${reading?.annotator ?? key}” is a member of this project. Give the annotator of the table another name, so that nobody's words are taken for theirs.` });
  }
  return new Map(found.map(({ key, id }) => [key, id]));
}

async function sameReadings(actor: MemberActor, table: JudgementTable, targets: ReadonlyMap<string, string>, errors: TableError[], tx: Sql): Promise<Set<string>> {
  const found = await rows<KnownReading>(
    `SELECT ar.external_key AS "articleKey", m.pseudonym AS annotator, a.id AS "assignmentId",
            (SELECT coalesce(json_agg(json_build_object('targetId', coalesce(t.merged_into_id, t.id), 'value', j.value)), '[]') FROM judgement j JOIN target t ON t.project_id = j.project_id AND t.id = j.target_id WHERE j.project_id = a.project_id AND j.assignment_id = a.id) AS judgements
     FROM article ar JOIN assignment a ON a.project_id = ar.project_id AND a.article_id = ar.id AND a.round = 1 JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id AND m.imported
     WHERE ar.project_id = $1 AND ar.external_key = ANY($2::text[]) AND m.pseudonym_key = ANY($3::text[])`,
    [actor.projectId, table.articles.map((one) => one.key), table.annotators.map(pseudonymKey)], tx,
  );
  const known = new Map(found.map((one) => [readingKey(one.articleKey, one.annotator), one]));
  const same = new Set<string>();
  for (const { articleKey, annotator, judgements, line } of table.readings) {
    const there = known.get(readingKey(articleKey, annotator));
    if (there === undefined) continue;
    same.add(readingKey(articleKey, annotator));
    const differs = judgements.find(({ target, value }) => !there.judgements.some((one) => one.targetId === targets.get(nameKey(target)) && one.value === String(value)));
    if (differs) errors.push({ line, message: `The project has this reading by “${annotator}” already, with another judgement toward “${differs.target}”. Nothing is changed by a table; delete the article first.` });
  }
  return same;
}

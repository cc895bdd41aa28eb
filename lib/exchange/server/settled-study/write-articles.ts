import "server-only";
import { setImmediate } from "node:timers/promises";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { nameKey } from "@/lib/articles/name-key";
import { type Prepared, prepareArticle } from "@/lib/articles/server/prepare-article";
import { addItems } from "@/lib/articles/server/sets/items";
import type { NewArticle } from "@/lib/articles/server/write-articles";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import type { StudyArticle } from "../../settled-study";
import { writeKeys, writeWorks } from "../write-works";

/** Articles that are written in one statement. */
const SLICE = 200;

/**
 * Reads the texts of those articles of a study of which the project has no key yet: what takes long and needs no lock.
 * Others are served between two articles. Throws 422 naming the line of a text that cannot be stored.
 */
export async function prepareStudy(actor: MemberActor, articles: readonly StudyArticle[]): Promise<Map<string, Prepared>> {
  const there = new Set((await rows<{ key: string }>("SELECT external_key AS key FROM article WHERE project_id = $1 AND external_key = ANY($2::text[])", [actor.projectId, articles.map((one) => one.key)])).map(({ key }) => key));
  const prepared = new Map<string, Prepared>();
  for (const one of articles.filter(({ key }) => !there.has(key))) {
    prepared.set(one.key, prepare(one));
    await setImmediate();
  }
  return prepared;
}

function prepare({ text, title, language, line }: StudyArticle): Prepared {
  const made = prepareArticle({ text, title: title ?? undefined, language });
  if (!made.ok) throw invalid(`Line ${line}, text: ${made.error.message}`, { errors: [{ path: "/jsonl", line, field: "text", message: made.error.message }] });
  return made.value;
}

/** Writes articles of a study with their texts, each as a work of its own; those that are not `prepared` are read here. Gives back their ids by key. */
export async function writeStudyArticles(actor: MemberActor, articles: readonly StudyArticle[], prepared: ReadonlyMap<string, Prepared>, outlets: ReadonlyMap<string, string>, tx: Sql): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const idOf = (name: string | null): string | null => (name === null ? null : (outlets.get(nameKey(name)) ?? null));
  for (let at = 0; at < articles.length; at += SLICE) {
    const slice = articles.slice(at, at + SLICE).map((one): NewArticle => {
      const id = newId();
      ids.set(one.key, id);
      const { url, publishedOn, genre, language } = one;
      return { articleId: id, revisionId: newId(), workId: newId(), prepared: prepared.get(one.key) ?? prepare(one), outletId: idOf(one.outlet), publisherId: idOf(one.publisher), byline: null, url, publishedOn, capturedAt: null, genre, language, evidence: {} };
    });
    await writeWorks(actor, slice, tx);
  }
  await writeKeys(actor, ids, tx);
  return ids;
}

/** Puts articles into the set of their event; sets that are not there are made. */
export async function writeEvents(actor: MemberActor, articles: readonly StudyArticle[], ids: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>, tx: Sql): Promise<void> {
  const events = new Map<string, { name: string; articleIds: string[] }>();
  for (const { key, event } of articles) {
    if (event === null) continue;
    const set = events.get(nameKey(event)) ?? { name: event, articleIds: [] };
    events.set(nameKey(event), set);
    set.articleIds.push(ids.get(key) ?? "");
  }
  const made = [...events].filter(([key]) => !known.has(key)).map(([key, { name }]) => ({ key, name, id: newId() }));
  await rows("INSERT INTO article_set (project_id, id, name, name_key, kind, created_by) SELECT $1, x.id, x.name, x.key, 'event', $2 FROM unnest($3::uuid[], $4::text[], $5::text[]) AS x(id, name, key)", [actor.projectId, actor.memberId, made.map((one) => one.id), made.map((one) => one.name), made.map((one) => one.key)], tx);
  const setIds = new Map([...known, ...made.map(({ key, id }): [string, string] => [key, id])]);
  for (const [key, { articleIds }] of events) await addItems(actor, tx, setIds.get(key) ?? "", articleIds);
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { type NewArticle, writeArticles } from "@/lib/articles/server/write-articles";
import { rows, type Sql } from "@/lib/platform/database";

/** Writes articles of which each is a work of its own, in one statement for each table. */
export async function writeWorks(actor: MemberActor, articles: readonly NewArticle[], tx: Sql): Promise<void> {
  await rows("INSERT INTO work (project_id, id) SELECT $1, unnest($2::uuid[])", [actor.projectId, articles.map((one) => one.workId)], tx);
  await writeArticles(actor, tx, articles);
}

/** Writes what a study calls its articles: ids by key. */
export const writeKeys = (actor: MemberActor, ids: ReadonlyMap<string, string>, tx: Sql): Promise<unknown> =>
  rows("UPDATE article ar SET external_key = x.key FROM unnest($2::uuid[], $3::text[]) AS x(id, key) WHERE ar.project_id = $1 AND ar.id = x.id", [actor.projectId, [...ids.values()], [...ids.keys()]], tx);

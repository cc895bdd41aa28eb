import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { ArticleFilters } from "../../filters";
import { articleFilter, searchesOf, type Searches } from "../article-filter-sql";
import { binder } from "../visible";

/** Articles that one request adds at most. */
export const MOST_ADDED = 10_000;

/** Which articles: named ones, or all that a list shows under these filters. */
export type Which = { readonly articleIds: readonly string[] } | { readonly filters: ArticleFilters };

/** Adds articles to a set. `added` is how many were not in it yet, `all` how many were meant; of filters at most 10,000. */
export async function addToSet(actor: MemberActor, op: Op, setId: string, which: Which): Promise<{ added: number; all: number }> {
  // Before the transaction: one that waits for a second connection while it holds its own can lock up the pool.
  const searches = "filters" in which ? await searchesOf(actor, which.filters) : null;
  return runOperation(actor, op, async (tx) => {
    await hold(actor, setId, tx);
    const ids = "articleIds" in which ? which.articleIds : await found(actor, which.filters, searches!, tx);
    const added = await addItems(actor, tx, setId, ids);
    return { answer: { added, all: ids.length }, deed: { action: "article_set.added", subject: "article_set", subjectId: setId, detail: { added, ...("filters" in which ? { filters: which.filters } : {}) } } };
  });
}

/** Takes articles out of a set; those that are not in it are passed over. */
export const removeFromSet = (actor: MemberActor, op: Op, setId: string, articleIds: readonly string[]): Promise<{ removed: number }> =>
  runOperation(actor, op, async (tx) => {
    await hold(actor, setId, tx);
    const removed = (await rows("DELETE FROM article_set_item WHERE project_id = $1 AND set_id = $2 AND article_id = ANY($3::uuid[]) RETURNING article_id", [actor.projectId, setId, articleIds], tx)).length;
    await touch(actor, setId, tx);
    return { answer: { removed }, deed: { action: "article_set.removed", subject: "article_set", subjectId: setId, detail: { removed } } };
  });

/** Writes articles behind those that are in the set, inside the caller's transaction. Refuses (422) an article that the project does not have. */
export async function addItems(actor: MemberActor, tx: Sql, setId: string, articleIds: readonly string[]): Promise<number> {
  const known = await row<{ n: number }>("SELECT count(*)::int AS n FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, articleIds], tx);
  if (known?.n !== new Set(articleIds).size) throw invalid("Not all of these articles are in the project.", { errors: [{ path: "/articleIds", message: "names an unknown article" }] });
  const made = await rows(
    `INSERT INTO article_set_item (project_id, set_id, article_id, position)
     SELECT $1, $2, x.id, x.n + coalesce((SELECT max(position) FROM article_set_item WHERE project_id = $1 AND set_id = $2), 0)
     FROM unnest($3::uuid[]) WITH ORDINALITY AS x(id, n) ON CONFLICT DO NOTHING RETURNING article_id`,
    [actor.projectId, setId, articleIds],
    tx,
  );
  await touch(actor, setId, tx);
  return made.length;
}

// The row of a set is written with every change of what is in it, so that caches need not look at the articles of all sets. Its version is that of its name and note.
const touch = (actor: MemberActor, setId: string, tx: Sql): Promise<unknown> => rows("UPDATE article_set SET version = version WHERE project_id = $1 AND id = $2", [actor.projectId, setId], tx);

async function hold(actor: MemberActor, setId: string, tx: Sql): Promise<void> {
  if (!(await row("SELECT id FROM article_set WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, setId], tx))) throw notFound();
}

async function found(actor: MemberActor, filters: ArticleFilters, searches: Searches, tx: Sql): Promise<string[]> {
  const { values, bind } = binder();
  const filter = articleFilter(actor, filters, searches, bind);
  return (await rows<{ id: string }>(`SELECT a.id FROM article a WHERE ${filter} ORDER BY a.created_at, a.id LIMIT ${MOST_ADDED}`, values, tx)).map((one) => one.id);
}

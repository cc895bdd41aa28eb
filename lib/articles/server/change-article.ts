import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { ArticleHead } from "./article-sql";
import { joinWorks, splitWork, type WorksMoved } from "./copies/works";
import type { Provenance } from "./insert-article";
import { articleHead } from "./read-article";
import { readArticle } from "./reading";
import { resolveOutlet } from "./resolve-outlet";
import { urlDigest } from "./url-digest";

export type ProvenanceChange = Provenance & { version: number; title?: string | undefined };

/** Brings the figures of articles up to date; of a domain to the right, so the caller hands it in. */
export type Refresh = (actor: MemberActor, articleIds: readonly string[], tx: Sql) => Promise<void>;

/** Runs a change of an article's outlet or state and brings along what counts its assignments; of a domain to the right too. */
export type MovingArticle = <T>(actor: Actor, tx: Sql, projectId: string, articleId: string, change: () => Promise<T>) => Promise<T>;

/** Locks the article's row and answers with it; 404 or, for a stale version, 409 with the article as it stands. */
export async function lockArticle(actor: MemberActor, articleId: string, version: number, tx: Sql): Promise<ArticleHead> {
  await rows("SELECT id FROM article WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
  const current = await articleHead(actor, articleId, tx);
  if (current.version !== version) throw conflict("Somebody changed this article since you opened it.", { current });
  return current;
}

/** Changes what is said of an article; fields that are left out stay, null says unknown. The text never changes. */
export const changeProvenance = (actor: MemberActor, op: Op, articleId: string, change: ProvenanceChange, refresh: Refresh, moving: MovingArticle, worksMoved: WorksMoved): Promise<ArticleHead> =>
  runOperation(actor, op, async (tx) => {
    const write = async (): Promise<Record<string, unknown>> => {
      // What assignments of named blocks count hangs on the language; they come before the article, as in a submission.
      if (change.language !== undefined) await rows("SELECT id FROM assignment WHERE project_id = $1 AND article_id = $2 ORDER BY id FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
      await lockArticle(actor, articleId, change.version, tx);
      const sets = await columns(actor, change, tx);
      await rows(
        `UPDATE article SET ${[...Object.keys(sets).map((name, i) => `${name} = $${i + 3}`), "version = version + 1"].join(", ")} WHERE project_id = $1 AND id = $2`,
        [actor.projectId, articleId, ...Object.values(sets)],
        tx,
      );
      return sets;
    };
    const sets = change.outletId === undefined && change.outletName === undefined ? await write() : await moving(actor, tx, actor.projectId, articleId, write);
    const moved = "language" in sets && (await readArticle(actor, articleId, tx));
    if (change.workOf) await joinWorks(actor, tx, articleId, change.workOf, false, worksMoved);
    else if (change.workOf === null) await splitWork(actor, tx, articleId, [], worksMoved);
    // Whose words a headline is depends on outlet and publisher; how much of a text is own voice, on its language. Genre and day decide in which figures it is.
    if (moved || ["outlet_id", "publisher_id", "genre", "published_on"].some((name) => name in sets)) await refresh(actor, [articleId], tx);
    return { answer: await articleHead(actor, articleId, tx), deed: { action: "article.changed", subject: "article", subjectId: articleId, detail: change } };
  });

async function columns(actor: MemberActor, change: ProvenanceChange, tx: Sql): Promise<Record<string, unknown>> {
  const { url } = change;
  const plain = {
    title: change.title,
    byline: change.byline,
    url,
    url_digest: url === undefined ? undefined : urlDigest(url),
    published_on: change.publishedOn,
    captured_at: change.capturedAt,
    genre: change.genre,
    language: change.language,
    outlet_id: await resolveOutlet(actor, { id: change.outletId, name: change.outletName }, "outlet", tx),
    publisher_id: await resolveOutlet(actor, { id: change.publisherId, name: change.publisherName }, "publisher", tx),
  };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
}

/** Takes an article out of lists and queues, or puts it back; its marks and history stay. */
export const archiveArticle = (actor: MemberActor, op: Op, articleId: string, wish: { version: number; archived: boolean }, refresh: Refresh, moving: MovingArticle): Promise<ArticleHead> =>
  runOperation(actor, op, async (tx) => {
    await moving(actor, tx, actor.projectId, articleId, async () => {
      await lockArticle(actor, articleId, wish.version, tx);
      await rows("UPDATE article SET state = $3, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, articleId, wish.archived ? "archived" : "active"], tx);
    });
    await refresh(actor, [articleId], tx);
    return { answer: await articleHead(actor, articleId, tx), deed: { action: wish.archived ? "article.archived" : "article.restored", subject: "article", subjectId: articleId } };
  });

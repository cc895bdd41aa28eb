import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, type Sql } from "@/lib/platform/database";
import type { KindChange } from "../compose";
import type { ArticleHead } from "./article-sql";
import { joinCopies } from "./copies/join";
import { insertWork, joinWorks } from "./copies/works";
import { prepareArticle } from "./prepare-article";
import { articleHead } from "./read-article";
import { resolveOutlet } from "./resolve-outlet";
import { writeArticles } from "./write-articles";

/** What may be said of an article beside its words. Null says "unknown". */
export type Provenance = {
  outletName?: string | null | undefined;
  outletId?: string | null | undefined;
  publisherName?: string | null | undefined;
  publisherId?: string | null | undefined;
  byline?: string | null | undefined;
  /** http or https, in the form of `webAddress`. */
  url?: string | null | undefined;
  /** YYYY-MM-DD */
  publishedOn?: string | null | undefined;
  capturedAt?: string | undefined;
  genre?: string | null | undefined;
  language?: string | null | undefined;
  /** An article that carries the same words. */
  workOf?: string | null | undefined;
};
export type ArticleDraft = Provenance & { id?: string | undefined; text: string; title?: string | undefined; blocks?: readonly KindChange[] | undefined };

/** An article just added; `sameText` names an earlier one of exactly these words, whose work it joined. */
export type AddedArticle = ArticleHead & { sameText: { id: string; title: string } | null };

/**
 * Adds an article inside the caller's transaction: work, article, first revision, blocks, and outlets that nobody
 * has named yet. Refuses (422) a text that cannot be stored, naming the place, and (409) an id that is taken.
 */
export async function insertArticle(actor: MemberActor, tx: Sql, draft: ArticleDraft): Promise<AddedArticle> {
  const made = prepareArticle({ text: draft.text, title: draft.title, language: draft.language, kinds: draft.blocks });
  if (!made.ok) {
    const { message, ...place } = made.error;
    throw invalid(place.path === "/text" ? message : `${place.path}: ${message}`, { errors: [{ ...place, message }] });
  }
  const articleId = draft.id ?? newId();
  const written = await writeArticles(actor, tx, [
    {
      articleId, revisionId: newId(), workId: await insertWork(actor, tx), prepared: made.value,
      outletId: (await resolveOutlet(actor, { id: draft.outletId, name: draft.outletName }, "outlet", tx)) ?? null,
      publisherId: (await resolveOutlet(actor, { id: draft.publisherId, name: draft.publisherName }, "publisher", tx)) ?? null,
      byline: draft.byline ?? null, url: draft.url ?? null, publishedOn: draft.publishedOn ?? null, capturedAt: draft.capturedAt ?? null, genre: draft.genre ?? null, language: draft.language ?? null, evidence: {},
    },
  ]);
  if (written.length === 0) throw conflict("An article with this id exists already.");
  // Nothing hangs on the work of a new article yet, so there is nothing to bring along.
  if (draft.workOf) await joinWorks(actor, tx, articleId, draft.workOf, false, async () => undefined);
  const [joined] = draft.workOf ? [] : await joinCopies(actor, tx, [articleId]);
  const sameText = joined?.how === "exact" ? await row<{ id: string; title: string }>("SELECT id, title FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, joined.withId], tx) : undefined;
  return { ...(await articleHead(actor, articleId, tx)), sameText: sameText ?? null };
}

import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { composeArticle, type Composed, type KindChange } from "../compose";
import type { ArticleHead } from "./article-sql";
import { joinCopies } from "./copies/join";
import { insertWork, joinWorks } from "./copies/works";
import { articleHead } from "./read-article";
import { readArticle } from "./reading";
import { resolveOutlet } from "./resolve-outlet";

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
  const composed = composeArticle({ text: draft.text, title: draft.title, language: draft.language, kinds: draft.blocks });
  if (!composed.ok) {
    const { message, ...place } = composed.error;
    throw invalid(place.path === "/text" ? message : `${place.path}: ${message}`, { errors: [{ ...place, message }] });
  }
  const article = composed.value;
  const sha256 = createHash("sha256").update(article.text, "utf8").digest();
  const [articleId, revisionId] = [draft.id ?? newId(), newId()];
  await insertRow(actor, { articleId, revisionId, workId: await insertWork(actor, tx) }, draft, article, tx);
  await insertRevision(actor, { articleId, revisionId }, article, sha256, tx);
  await readArticle(actor, articleId, tx);
  // Nothing hangs on the work of a new article yet, so there is nothing to bring along.
  if (draft.workOf) await joinWorks(actor, tx, articleId, draft.workOf, async () => undefined);
  const [joined] = draft.workOf ? [] : await joinCopies(actor, tx, [articleId]);
  const sameText = joined?.how === "exact" ? await row<{ id: string; title: string }>("SELECT id, title FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, joined.withId], tx) : undefined;
  return { ...(await articleHead(actor, articleId, tx)), sameText: sameText ?? null };
}

/** The fingerprint under which an address is looked up; null for none. */
export const urlDigest = (url: string | null): string | null => (url === null ? null : createHash("sha256").update(url).digest("base64url"));

async function insertRow(actor: MemberActor, ids: { articleId: string; revisionId: string; workId: string }, draft: ArticleDraft, article: Composed, tx: Sql): Promise<void> {
  const outletId = (await resolveOutlet(actor, { id: draft.outletId, name: draft.outletName }, "outlet", tx)) ?? null;
  const publisherId = (await resolveOutlet(actor, { id: draft.publisherId, name: draft.publisherName }, "publisher", tx)) ?? null;
  const url = draft.url ?? null;
  const made = await row(
    `INSERT INTO article (project_id, id, work_id, current_revision_id, title, outlet_id, publisher_id, byline, url, url_digest, published_on, captured_at, genre, language, words, code_points, own_voice_code_points, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12, now()), $13, $14, $15, $16, $17, $18) ON CONFLICT DO NOTHING RETURNING id`,
    [
      actor.projectId, ids.articleId, ids.workId, ids.revisionId, article.title, outletId, publisherId, draft.byline ?? null, url, urlDigest(url), draft.publishedOn ?? null,
      draft.capturedAt ?? null, draft.genre ?? null, draft.language ?? null, article.words, article.codePoints, article.ownVoice, actor.memberId,
    ],
    tx,
  );
  if (!made) throw conflict("An article with this id exists already.");
}

async function insertRevision(actor: MemberActor, ids: { articleId: string; revisionId: string }, article: Composed, sha256: Buffer, tx: Sql): Promise<void> {
  await rows(
    "INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points, created_by) VALUES ($1, $2, $3, 1, $4, $5, $6, $7)",
    [actor.projectId, ids.revisionId, ids.articleId, article.text, sha256, article.codePoints, actor.memberId],
    tx,
  );
  await rows(
    `INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset, reason)
     SELECT $1, $2, x.* FROM unnest($3::int[], $4::text[], $5::int[], $6::int[], $7::text[]) AS x(ordinal, kind, s, e, reason)`,
    [
      actor.projectId, ids.revisionId, article.blocks.map((b) => b.ordinal), article.blocks.map((b) => b.kind), article.blocks.map((b) => b.start), article.blocks.map((b) => b.end),
      article.blocks.map((b) => b.reason),
    ],
    tx,
  );
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import type { Evidence } from "../extract/understood";
import { writePrints } from "./copies/print";
import type { Prepared } from "./prepare-article";
import { READING_VERSION } from "./reading";
import { writeSearch } from "./search/write";
import { writeSpeech } from "./speech-rows";
import { urlDigest } from "./url-digest";

/** An article that is about to be written, with what is said of it. Null says "unknown". */
export type NewArticle = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly workId: string;
  readonly prepared: Prepared;
  readonly outletId: string | null;
  readonly publisherId: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly capturedAt: string | null;
  readonly genre: string | null;
  readonly language: string | null;
  /** From what each of these was read, where it was read and not typed. */
  readonly evidence: Readonly<Record<string, { readonly from: Evidence; readonly quote: string }>>;
};

/**
 * Writes articles with their first revision, blocks, who says what, prints and what is searched; one or many, the same rows. Inside the caller's
 * transaction, after their works. Answers with the ids that were written: one that is taken already is not.
 */
export async function writeArticles(actor: MemberActor, tx: Sql, articles: readonly NewArticle[]): Promise<string[]> {
  const made = await rows<{ id: string }>(
    `INSERT INTO article (project_id, id, work_id, current_revision_id, title, outlet_id, publisher_id, byline, url, url_digest, published_on, captured_at, genre, language, words, code_points, own_voice_code_points, evidence, created_by)
     SELECT $1, x.id, x.work, x.revision, x.title, x.outlet, x.publisher, x.byline, x.url, x.digest, x.published, coalesce(x.captured, now()), x.genre, x.language, x.words, x.points, x.own, x.evidence, $2
     FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::date[], $13::timestamptz[], $14::text[], $15::text[], $16::int[], $17::int[], $18::int[], $19::jsonb[])
       AS x(id, work, revision, title, outlet, publisher, byline, url, digest, published, captured, genre, language, words, points, own, evidence)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      actor.projectId, actor.memberId, articles.map((one) => one.articleId), articles.map((one) => one.workId), articles.map((one) => one.revisionId), articles.map((one) => one.prepared.title),
      articles.map((one) => one.outletId), articles.map((one) => one.publisherId), articles.map((one) => one.byline), articles.map((one) => one.url), articles.map((one) => urlDigest(one.url)), articles.map((one) => one.publishedOn),
      articles.map((one) => one.capturedAt), articles.map((one) => one.genre), articles.map((one) => one.language), articles.map((one) => one.prepared.words), articles.map((one) => one.prepared.codePoints), articles.map((one) => one.prepared.ownVoice),
      articles.map((one) => JSON.stringify(one.evidence)),
    ],
    tx,
  );
  const ids = new Set(made.map(({ id }) => id));
  const written = articles.filter((one) => ids.has(one.articleId));
  await writeRevisions(actor, tx, written);
  await writeBlocks(actor, tx, written);
  await writeSpeech(actor, tx, actor.projectId, written.map(({ revisionId, prepared }) => ({ revisionId, speech: prepared.speech })));
  await writePrints(actor, tx, actor.projectId, written.map(({ articleId, revisionId, prepared }) => ({ articleId, revisionId, print: prepared.print })));
  await writeSearch(actor, tx, actor.projectId, written.map(({ articleId, prepared }) => ({ articleId, chunks: prepared.chunks })));
  return written.map((one) => one.articleId);
}

const writeRevisions = (actor: MemberActor, tx: Sql, articles: readonly NewArticle[]): Promise<unknown> =>
  rows(
    `INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points, tokens, sentences, reading_version, created_by)
     SELECT $1, x.id, x.article, 1, x.text, x.sha256, x.points, x.tokens, x.sentences, $3, $2
     FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::bytea[], $8::int[], $9::text[], $10::text[]) AS x(id, article, text, sha256, points, tokens, sentences)`,
    [
      actor.projectId, actor.memberId, READING_VERSION, articles.map((one) => one.revisionId), articles.map((one) => one.articleId), articles.map((one) => one.prepared.text),
      articles.map((one) => Buffer.from(one.prepared.sha256)), articles.map((one) => one.prepared.codePoints), articles.map((one) => one.prepared.tokens), articles.map((one) => one.prepared.sentences),
    ],
    tx,
  );

function writeBlocks(actor: MemberActor, tx: Sql, articles: readonly NewArticle[]): Promise<unknown> {
  const blocks = articles.flatMap(({ revisionId, prepared }) => prepared.blocks.map((block) => ({ revisionId, ...block })));
  return rows(
    `INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset, reason)
     SELECT $1, x.* FROM unnest($2::uuid[], $3::int[], $4::text[], $5::int[], $6::int[], $7::text[]) AS x(revision, ordinal, kind, s, e, reason)`,
    [actor.projectId, blocks.map((block) => block.revisionId), blocks.map((block) => block.ordinal), blocks.map((block) => block.kind), blocks.map((block) => block.start), blocks.map((block) => block.end), blocks.map((block) => block.reason)],
    tx,
  );
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { isAnnotatable, type Block, type BlockKind } from "../blocks";
import { kindToEnd, measure, titleOf, withKinds, type KindChange } from "../compose";
import type { ArticleHead } from "./article-sql";
import { lockArticle, type Refresh } from "./change-article";
import { articleHead, blocksOf, type ReasonedBlock, type StoredBlock } from "./read-article";
import { readArticle as readAgain } from "./reading";

/** Which blocks get which kind: named ones, or every block from one to the end. */
export type BlocksWish = { version: number; confirm?: boolean | undefined } & ({ changes: readonly KindChange[] } | { fromOrdinal: number; kind: BlockKind });
export type ChangedBlocks = ArticleHead & { blocks: ReasonedBlock[] };
/** A mark that a change of kinds would cover. */
export type AffectedSpan = { spanId: string; quote: string; pseudonym: string };

const LISTED = 100;
const inCodePoints = (block: StoredBlock): StoredBlock & Block => ({ ...block, start: codePoint(block.start), end: codePoint(block.end) });

/**
 * Gives blocks other kinds; the text stays. A change that would cover standing marks with chrome or byline is
 * refused (409 with `affected`, the first 100, and `affectedCount`) unless `confirm` is true; the marks stay then, too.
 */
export const changeBlocks = (actor: MemberActor, op: Op, articleId: string, wish: BlocksWish, refresh: Refresh): Promise<ChangedBlocks> =>
  runOperation(actor, op, async (tx) => {
    // A mark that is being saved at this moment holds its assignment; waiting for it means seeing it. Assignments come
    // before the article, in the order in which a submission takes them.
    await rows("SELECT id FROM assignment WHERE project_id = $1 AND article_id = $2 ORDER BY id FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
    const article = await lockArticle(actor, articleId, wish.version, tx);
    const revision = await row<{ id: string; text: string }>(
      "SELECT r.id, r.text FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = $2",
      [actor.projectId, articleId],
      tx,
    );
    invariant(revision, "an article has a revision");
    const before = (await blocksOf(actor, revision.id, tx)).map(inCodePoints);
    const changes = read(before, wish);
    if (changes.length > 0) {
      if (!wish.confirm) await refuseCovering(actor, { articleId, revisionId: revision.id }, before, changes, tx);
      await writeKinds(actor, revision.id, before, changes, tx);
      await writeMeasures(actor, article, new TextIndex(revision.text), before, changes, tx);
      await readAgain(actor, articleId, tx);
      await refresh(actor, [articleId], tx);
    }
    const answer = { ...(await articleHead(actor, articleId, tx)), blocks: await blocksOf(actor, revision.id, tx) };
    return { answer, deed: { action: "article.blocks_changed", subject: "article", subjectId: articleId, detail: { changes: changes.slice(0, LISTED), count: changes.length, confirmed: wish.confirm ?? false } } };
  });

/** The changes that change something; refuses ordinals that the article does not have. */
function read(before: readonly Block[], wish: BlocksWish): KindChange[] {
  const unknown = (path: string) => invalid(`This article has ${before.length} blocks, counted from 0.`, { errors: [{ path, message: "names a block that is not there" }] });
  if ("changes" in wish) {
    if (!withKinds(before, wish.changes)) throw unknown("/changes");
    const last = new Map(wish.changes.map((change) => [change.ordinal, change]));
    return [...last.values()].filter(({ ordinal, kind }) => before[ordinal]?.kind !== kind);
  }
  if (!before[wish.fromOrdinal]) throw unknown("/fromOrdinal");
  return kindToEnd(before, wish.fromOrdinal, wish.kind);
}

async function refuseCovering(actor: MemberActor, at: { articleId: string; revisionId: string }, before: readonly Block[], changes: readonly KindChange[], tx: Sql): Promise<void> {
  const covered = changes.flatMap(({ ordinal, kind }) => {
    const block = before[ordinal];
    return block && isAnnotatable(block.kind) && !isAnnotatable(kind) ? [block] : [];
  });
  if (covered.length === 0) return;
  const found = await rows<AffectedSpan & { n: number }>(
    `SELECT s.id AS "spanId", min(p.quote) AS quote, m.pseudonym, count(*) OVER ()::int AS n
     FROM span s JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = $3
     JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
     WHERE s.project_id = $1 AND s.article_id = $2 AND s.deleted_at IS NULL
       AND EXISTS (SELECT FROM unnest($4::int[], $5::int[]) AS b(s, e) WHERE b.s < p.end_offset AND p.start_offset < b.e)
     GROUP BY s.id, m.pseudonym ORDER BY min(p.start_offset), s.id LIMIT ${LISTED}`,
    [actor.projectId, at.articleId, at.revisionId, covered.map((b) => b.start), covered.map((b) => b.end)],
    tx,
  );
  const n = found[0]?.n ?? 0;
  if (n === 0) return;
  throw conflict(n === 1 ? "1 mark stands in these blocks. It is kept, but will count in no figure." : `${n} marks stand in these blocks. They are kept, but will count in no figure.`, {
    affected: found.map(({ spanId, quote, pseudonym }) => ({ spanId, quote, pseudonym })),
    affectedCount: n,
  });
}

async function writeKinds(actor: MemberActor, revisionId: string, before: readonly Block[], changes: readonly KindChange[], tx: Sql): Promise<void> {
  const [ordinals, kinds] = [changes.map((change) => change.ordinal), changes.map((change) => change.kind)];
  await rows(
    `UPDATE block b SET kind = x.kind, reason = 'by_hand', version = b.version + 1 FROM unnest($3::int[], $4::text[]) AS x(ordinal, kind)
     WHERE b.project_id = $1 AND b.revision_id = $2 AND b.ordinal = x.ordinal`,
    [actor.projectId, revisionId, ordinals, kinds],
    tx,
  );
  await rows(
    `INSERT INTO block_change (project_id, id, revision_id, ordinal, from_kind, to_kind, member_id)
     SELECT $1, x.id, $2, x.ordinal, x.was, x.kind, $3 FROM unnest($4::uuid[], $5::int[], $6::text[], $7::text[]) AS x(id, ordinal, was, kind)`,
    [actor.projectId, revisionId, actor.memberId, changes.map(() => newId()), ordinals, changes.map(({ ordinal }) => before[ordinal]?.kind ?? ""), kinds],
    tx,
  );
}

async function writeMeasures(actor: MemberActor, article: ArticleHead, index: TextIndex, before: readonly Block[], changes: readonly KindChange[], tx: Sql): Promise<void> {
  const after = withKinds(before, changes) ?? [];
  const { words, ownVoice } = measure(index, after, article.language);
  const headline = titleOf(index, after);
  // A title that a person gave stays; one that was the headline follows it.
  const title = headline !== null && headline !== titleOf(index, before) ? headline : article.title;
  await rows(
    "UPDATE article SET words = $3, own_voice_code_points = $4, title = $5, version = version + 1 WHERE project_id = $1 AND id = $2",
    [actor.projectId, article.id, words, ownVoice, title],
    tx,
  );
}

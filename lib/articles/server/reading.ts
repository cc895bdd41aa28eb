import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { now } from "@/lib/platform/clock";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { snapsOf } from "../reading";

/** Counted up when the program comes to read texts differently; what was read before is read again by the worker. */
export const READING_VERSION = 1;
const SLICE_MS = 20_000;

type Place = { projectId: string; articleId: string };
type Read = { id: string; text: string; language: string | null; blocks: { start: number; end: number }[] };

/**
 * Reads the text of an article and stores what was found: the words and sentences to which selections snap. Called
 * inside the transaction in which an article comes in, or in which something changes that the reading hangs on.
 */
export const readArticle = (actor: MemberActor, articleId: string, tx: Sql): Promise<void> => read({ projectId: actor.projectId, articleId }, tx);

/** Reads again what an older version of the program read: one article in a transaction, for about 20 seconds. Answers how many. */
export async function readArticles(actor: Actor): Promise<number> {
  if (actor.kind !== "job" && actor.kind !== "operator") return 0;
  const end = now().getTime() + SLICE_MS;
  let count = 0;
  while (now().getTime() < end && (await readNext())) count += 1;
  return count;
}

const readNext = (): Promise<boolean> =>
  transaction(async (tx) => {
    // With the article's lock, a change of its blocks or language goes first, or waits.
    const next = await row<Place>(
      `SELECT r.project_id AS "projectId", r.article_id AS "articleId" FROM revision r JOIN article a ON a.project_id = r.project_id AND a.id = r.article_id
       WHERE r.reading_version < $1 ORDER BY r.reading_version, r.project_id, r.id LIMIT 1 FOR NO KEY UPDATE OF a SKIP LOCKED`,
      [READING_VERSION],
      tx,
    );
    if (next) await read(next, tx);
    return next !== undefined;
  });

async function read({ projectId, articleId }: Place, tx: Sql): Promise<void> {
  const revisions = await rows<Read>(
    `SELECT r.id, r.text, a.language, coalesce((SELECT json_agg(json_build_object('start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal) FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id), '[]') AS blocks
     FROM revision r JOIN article a ON a.project_id = r.project_id AND a.id = r.article_id WHERE r.project_id = $1 AND r.article_id = $2`,
    [projectId, articleId],
    tx,
  );
  for (const { id, text, language, blocks } of revisions) {
    const { tokens, sentences } = snapsOf(text, blocks, language);
    await rows("UPDATE revision SET tokens = $3, sentences = $4, reading_version = $5 WHERE project_id = $1 AND id = $2", [projectId, id, tokens, sentences, READING_VERSION], tx);
  }
}

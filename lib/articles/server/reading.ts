import "server-only";
import { onBehalfOf, type Actor, type MemberActor } from "@/lib/accounts/server/actor";
import { now } from "@/lib/platform/clock";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { textRange } from "@/lib/text/units";
import { ownVoiceCodePoints } from "../own-voice";
import { type PlainBlock, snapsOf, speechOf } from "../reading";
import { searchChunks } from "../search/chunks";
import { printOf, writePrints } from "./copies/print";
import { writeSearch } from "./search/write";
import { writeSpeech } from "./speech-rows";

/** Counted up when the program comes to read texts differently; what was read before is read again by the worker. */
export const READING_VERSION = 3;
const SLICE_MS = 20_000;

/** Brings the figures of articles up to date; of a domain to the right, so the caller hands it in. */
type Refresh = (actor: MemberActor, articleIds: readonly string[], tx: Sql) => Promise<void>;
type Place = { projectId: string; articleId: string };
type Outdated = Place & { memberId: string | null };
type Read = { id: string; text: string; language: string | null; current: boolean; blocks: PlainBlock[] };

/**
 * Reads the text of an article and stores what was found: the words and sentences to which selections snap, who says
 * what, how much the outlet says itself, what copies are found by, and what is searched. Called inside the transaction in which an article comes in, or in which
 * something changes that the reading hangs on. Of earlier texts, only those that an older program read are read again. Answers whether the own-voice code points moved, on which rates hang.
 */
export const readArticle = (actor: MemberActor, articleId: string, tx: Sql): Promise<boolean> => read(actor, { projectId: actor.projectId, articleId }, tx);

/**
 * Reads again what an older version of the program read: one article in a transaction, for about 20 seconds. An article
 * that cannot be read is left for the next run, and holds up no other. Answers how many were read.
 */
export async function readArticles(actor: Actor, refresh: Refresh): Promise<number> {
  if (actor.kind !== "job" && actor.kind !== "operator") return 0;
  const end = now().getTime() + SLICE_MS;
  const failed: string[] = [];
  let count = 0;
  while (now().getTime() < end) {
    const next = await outdated(failed);
    if (!next) break;
    try {
      await readAgain(actor, next, refresh);
      count += 1;
    } catch (error) {
      failed.push(next.articleId);
      log.error({ err: error, projectId: next.projectId, articleId: next.articleId }, "an article could not be read again");
    }
  }
  return count;
}

const outdated = (except: readonly string[]): Promise<Outdated | undefined> =>
  row(
    `SELECT r.project_id AS "projectId", r.article_id AS "articleId", (SELECT m.id FROM member m WHERE m.project_id = r.project_id ORDER BY m.id LIMIT 1) AS "memberId"
     FROM revision r WHERE r.reading_version < $1 AND r.article_id <> ALL($2::uuid[]) ORDER BY r.reading_version, r.project_id, r.id LIMIT 1`,
    [READING_VERSION, except],
  );

const readAgain = (actor: Actor, { memberId, ...place }: Outdated, refresh: Refresh): Promise<void> =>
  transaction(async (tx) => {
    // Assignments before the article, in the order of a submission; a change of its blocks or language goes first, or waits.
    await rows("SELECT id FROM assignment WHERE project_id = $1 AND article_id = $2 ORDER BY id FOR NO KEY UPDATE", [place.projectId, place.articleId], tx);
    await rows("SELECT id FROM article WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [place.projectId, place.articleId], tx);
    const moved = await read(actor, place, tx);
    const member = moved && memberId !== null ? await onBehalfOf(actor, place.projectId, memberId) : null;
    if (member) await refresh(member, [place.articleId], tx);
  });

async function read(actor: Actor, { projectId, articleId }: Place, tx: Sql): Promise<boolean> {
  const revisions = await rows<Read>(
    `SELECT r.id, r.text, a.language, r.id = a.current_revision_id AS current, coalesce((SELECT json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal) FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id), '[]') AS blocks
     FROM revision r JOIN article a ON a.project_id = r.project_id AND a.id = r.article_id WHERE r.project_id = $1 AND r.article_id = $2 AND (r.id = a.current_revision_id OR r.reading_version < $3)`,
    [projectId, articleId, READING_VERSION],
    tx,
  );
  let moved = false;
  for (const { id, text, language, current, blocks } of revisions) {
    const { tokens, sentences } = snapsOf(text, blocks, language);
    const speech = speechOf(text, blocks, language);
    await rows("UPDATE revision SET tokens = $3, sentences = $4, reading_version = $5 WHERE project_id = $1 AND id = $2", [projectId, id, tokens, sentences, READING_VERSION], tx);
    await rows("DELETE FROM speech WHERE project_id = $1 AND revision_id = $2", [projectId, id], tx);
    await writeSpeech(actor, tx, projectId, [{ revisionId: id, speech }]);
    if (!current) continue;
    await writePrints(actor, tx, projectId, [{ articleId, revisionId: id, print: printOf(text, blocks) }]);
    await writeSearch(actor, tx, projectId, [{ articleId, chunks: searchChunks(text, blocks, language) }]);
    const own = ownVoiceCodePoints(blocks.map((block) => ({ ...block, ...textRange(block.start, block.end) })), speech);
    moved = (await rows("UPDATE article SET own_voice_code_points = $3 WHERE project_id = $1 AND id = $2 AND own_voice_code_points <> $3 RETURNING id", [projectId, articleId, own], tx)).length > 0;
  }
  return moved;
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { articleHead } from "./read-article";
import { seesProgress } from "./visible";

/** The bytes from which an article was made, without the bytes. */
export type Capture = { id: string; revisionId: string; mediaType: string; fileName: string; url: string | null; sha256: string; bytes: number; createdAt: Date };

/** 404 for an article that one may not see, for anyone from whom its source is kept (the page would tell it), and for all who only work on what is assigned to them or look on: a page holds more than its article. */
async function mustSeeSource(actor: MemberActor, articleId: string): Promise<void> {
  if (!seesProgress(actor)) throw notFound();
  if ((await articleHead(actor, articleId)).sourceHidden === true) throw notFound();
}

/** What an article was made from, oldest first. */
export async function listCaptures(actor: MemberActor, articleId: string): Promise<Capture[]> {
  await mustSeeSource(actor, articleId);
  return rows<Capture>(
    `SELECT id, revision_id AS "revisionId", media_type AS "mediaType", file_name AS "fileName", url, encode(sha256, 'hex') AS sha256, length(bytes) AS bytes, created_at AS "createdAt" FROM capture WHERE project_id = $1 AND article_id = $2 ORDER BY created_at, id LIMIT 1000`,
    [actor.projectId, articleId],
  );
}

/** The bytes as they came. */
export async function captureBytes(actor: MemberActor, articleId: string, captureId: string): Promise<{ fileName: string; bytes: Buffer }> {
  await mustSeeSource(actor, articleId);
  const found = await row<{ fileName: string; bytes: Buffer }>(`SELECT file_name AS "fileName", bytes FROM capture WHERE project_id = $1 AND article_id = $2 AND id = $3`, [actor.projectId, articleId, captureId]);
  if (!found) throw notFound();
  return found;
}

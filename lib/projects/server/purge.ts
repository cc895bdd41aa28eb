import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { operatorOnly } from "@/lib/accounts/server/admin";
import { notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { log } from "@/lib/platform/log";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";

/** Runs what deletes an article and takes its assignments out of what counts them; of a domain to the right, so the caller hands it in. */
export type LeavingArticle = <T>(actor: Actor, tx: Sql, projectId: string, articleId: string, change: () => Promise<T>) => Promise<T>;

/** Every project with its size, for whoever runs the machine. */
export async function listAllProjects(actor: Actor): Promise<{ id: string; name: string; kind: string; members: number; articles: number; createdAt: Date }[]> {
  operatorOnly(actor);
  return rows(
    `SELECT p.id, p.name, p.kind, p.created_at AS "createdAt", (SELECT count(*)::int FROM member m WHERE m.project_id = p.id AND m.state = 'active') AS members,
            (SELECT count(*)::int FROM article a WHERE a.project_id = p.id) AS articles FROM project p ORDER BY p.created_at, p.id`,
  );
}

/** Deletes a project with everything in it, the log included. Accounts of its members stay, but those of pupils without another project go. */
export async function purgeProject(actor: Actor, projectId: string): Promise<{ name: string }> {
  operatorOnly(actor);
  const gone = await transaction(async (tx) => {
    const pupils = await rows<{ id: string }>("SELECT u.id FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $1 AND u.kind = 'pupil'", [projectId], tx);
    const deleted = await row<{ name: string }>("DELETE FROM project WHERE id = $1 RETURNING name", [projectId], tx);
    if (!deleted) throw notFound();
    await rows("DELETE FROM app_user u WHERE u.id = ANY($1) AND NOT EXISTS (SELECT 1 FROM member m WHERE m.user_id = u.id)", [pupils.map((p) => p.id)], tx);
    return deleted;
  });
  log.info({ event: "project_purged", projectId }, "purge");
  return gone;
}

/** Deletes an article with its text, marks, judgements and discussions, and blanks what stored answers say of it. A line in the project's log stays. */
export async function purgeArticle(actor: Actor, articleId: string, leaving: LeavingArticle): Promise<{ projectId: string; title: string }> {
  operatorOnly(actor);
  return transaction(async (tx) => {
    const found = await row<{ projectId: string; title: string }>('SELECT project_id AS "projectId", title FROM article WHERE id = $1', [articleId], tx);
    if (!found) throw notFound();
    const { projectId } = found;
    await leaving(actor, tx, projectId, articleId, () => deleteArticle(projectId, articleId, tx));
    await rows("DELETE FROM work w WHERE w.project_id = $1 AND NOT EXISTS (SELECT 1 FROM article a WHERE a.project_id = w.project_id AND a.work_id = w.id)", [projectId], tx);
    await rows("INSERT INTO audit_entry (project_id, id, action, subject, subject_id) VALUES ($1, $2, 'article.purged', 'article', $3)", [projectId, newId(), articleId], tx);
    log.info({ event: "article_purged", projectId, articleId }, "purge");
    return found;
  });
}

async function deleteArticle(projectId: string, articleId: string, tx: Sql): Promise<void> {
  const parts = await rows<{ id: string }>(
    `SELECT id::text FROM span WHERE project_id = $1 AND article_id = $2 UNION ALL SELECT id::text FROM assignment WHERE project_id = $1 AND article_id = $2
     UNION ALL SELECT id::text FROM revision WHERE project_id = $1 AND article_id = $2 UNION ALL SELECT $2::uuid::text`,
    [projectId, articleId],
    tx,
  );
  const ids = parts.map((part) => part.id);
  await rows("DELETE FROM thread WHERE project_id = $1 AND subject_id = ANY($2::uuid[])", [projectId, ids], tx);
  await rows("UPDATE operation SET answer = 'null' WHERE project_id = $1 AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS t(id) WHERE strpos(answer::text, t.id) > 0)", [projectId, ids], tx);
  await rows("UPDATE audit_entry SET detail = NULL WHERE project_id = $1 AND subject_id = ANY($2::uuid[])", [projectId, ids], tx);
  if (!(await row("DELETE FROM article WHERE project_id = $1 AND id = $2 RETURNING id", [projectId, articleId], tx))) throw notFound();
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";

/** A place in the current text of an article, in code points. */
export type TextPlace = { readonly articleId: string; readonly revisionId: string; readonly start: number; readonly end: number };

/** The words of a place in an article of a set, inside the caller's transaction. Refuses (404) an article that is not in the set, (409) a text that was corrected since, (422) a place without words of the article's own. */
export async function wordsAt(actor: MemberActor, setId: string, { articleId, revisionId, start, end }: TextPlace, tx: Sql): Promise<string> {
  const found = await row<{ current: string; quote: string; within: boolean; masked: boolean }>(
    `SELECT a.current_revision_id AS current, substr(r.text, $4::int + 1, greatest($5::int - $4::int, 0)) AS quote, $4::int < $5::int AND $5::int <= r.code_points AS within,
       EXISTS (SELECT FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id AND b.start_offset < $5::int AND b.end_offset > $4::int AND b.kind IN ('chrome', 'byline')) AS masked
     FROM article a JOIN article_set_item i ON i.project_id = a.project_id AND i.article_id = a.id AND i.set_id = $2
     JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = $3 AND a.state = 'active'`,
    [actor.projectId, setId, articleId, start, end],
    tx,
  );
  if (!found) throw notFound();
  if (found.current !== revisionId) throw conflict("The text of this article was corrected since you opened it. Look at it again.", { current: { articleId, revisionId: found.current } });
  if (!found.within || found.masked || found.quote.trim() === "") throw invalid("A place has to lie in the article's own words.", { errors: [{ path: "/told", message: "lies outside of the text, in page chrome or in a byline" }] });
  return found.quote;
}

/** Locks a set for whoever writes about it, so that two who say something of it come one after the other. 404 where there is none. */
export async function holdSet(actor: MemberActor, setId: string, tx: Sql): Promise<void> {
  if (!(await row("SELECT id FROM article_set WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, setId], tx))) throw notFound();
}

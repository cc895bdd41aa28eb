import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { beginOf, readFinishedCursor, writeFinishedCursor, type FinishedCursor } from "../finished-cursor";
import { hitFinder, searchedNames } from "../target-names";
import { hitsInArticles, MAY_HOLD, needlesOf, targetNames } from "./name-texts";
import { rootOf } from "./target-hits";

/** An assignment that was submitted before the target was there to be marked; `hits` counts unambiguous names of it. */
export type FinishedItem = { assignmentId: string; articleId: string; title: string; annotator: string; phase: string; round: number; submittedAt: Date; hits: number };
/** `since` is when the target (or its newest accepted name) came; a page may be short or empty while `next` goes on. */
export type Finished = { target: { id: string; name: string }; since: Date; items: FinishedItem[]; next: string | null };

/** One answer goes through at most so many assignments, and reads the texts of so many articles at a time. */
const WINDOW = 400;
const SLICE = 25;

// In the order of the unique key of assignments, so that each page begins where the last one ended.
const WINDOW_SQL = `
SELECT a.id AS "assignmentId", a.article_id AS "articleId", ar.title, m.pseudonym AS annotator, a.member_id AS "memberId", a.phase, a.round, a.submitted_at AS "submittedAt", ${MAY_HOLD("r.text", "$6")} AS candidate
FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.state = 'active'
JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id
WHERE a.project_id = $1 AND a.state = 'submitted' AND a.phase <> 'practice' AND a.submitted_at < $2 AND (a.article_id, a.member_id, a.round) > ($3::uuid, $4::uuid, $5::int)
ORDER BY a.article_id, a.member_id, a.round LIMIT ${WINDOW}`;

type Row = Omit<FinishedItem, "hits"> & { memberId: string; candidate: boolean };

/**
 * Work that was finished without the target: first the articles whose text names it, which a coordinator may want
 * back, then the others. Practice is left out.
 */
export async function finishedBefore(actor: MemberActor, id: string, wish: { after?: string | undefined; limit?: number | undefined } = {}): Promise<Finished> {
  const target = await rootOf(actor, id);
  const cursor = wish.after === undefined ? beginOf("named") : readFinishedCursor(wish.after);
  if (!cursor) throw invalid("The place in the list (after) cannot be read. Open the list from its beginning.", { errors: [{ path: "/after", message: "not a cursor of this list" }] });
  const since = (await row<{ since: Date }>(
    "SELECT coalesce((SELECT max(s.decided_at) FROM target_suggestion s WHERE s.project_id = $1 AND s.target_id = t.id AND s.state = 'accepted'), t.created_at) AS since FROM target t WHERE t.project_id = $1 AND t.id = $2",
    [actor.projectId, target.id],
  ))?.since ?? new Date(0);
  const all = await targetNames(actor, target.id);
  const needles = needlesOf(searchedNames(all, target.id).filter((name) => !name.isAmbiguous));
  const window = await rows<Row>(WINDOW_SQL, [actor.projectId, since, cursor.articleId, cursor.memberId, cursor.round, needles]);
  const { items, last } = await pick(actor, window, cursor.stage, hitFinder(all, target.id, false), wish.limit ?? 50);
  return { target, since, items, next: nextOf(cursor, last, last === window.at(-1) && window.length < WINDOW) };
}

async function pick(actor: MemberActor, window: readonly Row[], stage: FinishedCursor["stage"], find: ReturnType<typeof hitFinder>, limit: number): Promise<{ items: FinishedItem[]; last: Row | undefined }> {
  const items: FinishedItem[] = [];
  const counted = new Map<string, number>();
  for (let at = 0; at < window.length; at += SLICE) {
    const slice = window.slice(at, at + SLICE);
    const unread = [...new Set(slice.filter((one) => one.candidate && !counted.has(one.articleId)).map((one) => one.articleId))];
    const found = unread.length > 0 ? await hitsInArticles(actor, unread, find) : null;
    for (const id of unread) counted.set(id, found?.get(id)?.certain ?? 0);
    for (const one of slice) {
      const hits = counted.get(one.articleId) ?? 0;
      if (hits > 0 !== (stage === "named")) continue;
      const { memberId: _member, candidate: _candidate, ...item } = one;
      items.push({ ...item, hits });
      if (items.length === limit) return { items, last: one };
    }
  }
  return { items, last: window.at(-1) };
}

function nextOf(cursor: FinishedCursor, last: Row | undefined, ended: boolean): string | null {
  if (last && !ended) return writeFinishedCursor({ stage: cursor.stage, articleId: last.articleId, memberId: last.memberId, round: last.round });
  return cursor.stage === "named" ? writeFinishedCursor(beginOf("others")) : null;
}

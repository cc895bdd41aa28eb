import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";

/** A passage that the teacher chose to talk about. `quote` is null where its words went with a corrected text. */
export type Pin = { id: string; articleId: string; title: string; start: number; end: number; quote: string | null; question: string; onScreen: boolean; version: number };

const SELECT = `
  SELECT n.id, n.article_id AS "articleId", a.title, n.start_offset AS start, n.end_offset AS end, CASE WHEN n.revision_id = a.current_revision_id THEN substr(r.text, n.start_offset + 1, n.end_offset - n.start_offset) END AS quote,
         n.question, coalesce(l.on_screen_id = n.id, false) AS "onScreen", n.version
  FROM lesson_pin n JOIN lesson l ON l.project_id = n.project_id JOIN article a ON a.project_id = n.project_id AND a.id = n.article_id JOIN revision r ON r.project_id = n.project_id AND r.id = n.revision_id
  WHERE n.project_id = $1`;

/** The pins of the lesson in their order: for the teacher at any time, for pupils from the reveal on. */
export async function listPins(actor: MemberActor): Promise<Pin[]> {
  if (!seesPeers(actor)) throw notFound();
  return rows<Pin>(`${SELECT} ORDER BY n.position, n.created_at, n.id LIMIT 200`, [actor.projectId]);
}

async function pinOf(actor: MemberActor, id: string, tx: Sql): Promise<Pin> {
  const found = await row<Pin>(`${SELECT} AND n.id = $2`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

const tell = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'lesson')", [actor.projectId], tx);

/** Pins a passage of an article of the lesson, behind the others. Refuses (422) a place that is not in its text. */
export const addPin = (actor: MemberActor, op: Op, wish: { id?: string | undefined; articleId: string; start: number; end: number; question?: string | undefined }): Promise<Pin> =>
  runOperation(actor, op, async (tx) => {
    const id = wish.id ?? newId();
    const made = await row(
      `INSERT INTO lesson_pin (project_id, id, article_id, revision_id, start_offset, end_offset, question, position)
       SELECT $1, $2, a.id, r.id, $4, $5, $6, (SELECT coalesce(max(position), 0) + 1 FROM lesson_pin WHERE project_id = $1)
       FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id AND r.code_points >= $5
       WHERE x.project_id = $1 AND x.article_id = $3 ON CONFLICT DO NOTHING RETURNING id`,
      [actor.projectId, id, wish.articleId, wish.start, wish.end, wish.question ?? ""],
      tx,
    );
    if (!made) throw (await row("SELECT 1 FROM lesson_pin WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx)) ? conflict("A pin with this id exists already.") : invalid("/end: lies outside of the articles of this lesson", { errors: [{ path: "/end", message: "lies outside of the articles of this lesson" }] });
    await tell(actor, tx);
    return { answer: await pinOf(actor, id, tx), deed: { action: "lesson.pinned", subject: "lesson_pin", subjectId: id } };
  });

/** Changes the question of a pin of the version that the teacher saw; a stale one is 409 with the pin as it stands. */
export const changePin = (actor: MemberActor, op: Op, id: string, wish: { version: number; question: string }): Promise<Pin> =>
  runOperation(actor, op, async (tx) => {
    const changed = await row("UPDATE lesson_pin SET question = $4, version = version + 1 WHERE project_id = $1 AND id = $2 AND version = $3 RETURNING id", [actor.projectId, id, wish.version, wish.question], tx);
    const current = await pinOf(actor, id, tx);
    if (!changed) throw conflict("Somebody changed this pin since you looked.", { current });
    await tell(actor, tx);
    return { answer: current, deed: { action: "lesson.pin_changed", subject: "lesson_pin", subjectId: id } };
  });

/** Takes a pin away, from the screen too. */
export const removePin = (actor: MemberActor, op: Op, id: string): Promise<{ removed: true }> =>
  runOperation(actor, op, async (tx) => {
    await rows("UPDATE lesson SET on_screen_id = NULL WHERE project_id = $1 AND on_screen_id = $2", [actor.projectId, id], tx);
    if (!(await row("DELETE FROM lesson_pin WHERE project_id = $1 AND id = $2 RETURNING id", [actor.projectId, id], tx))) throw notFound();
    await tell(actor, tx);
    return { answer: { removed: true as const }, deed: { action: "lesson.unpinned", subject: "lesson_pin", subjectId: id } };
  });

/** Puts a pin on the projector, or nothing. */
export const putOnScreen = (actor: MemberActor, op: Op, pinId: string | null): Promise<{ onScreenId: string | null }> =>
  runOperation(actor, op, async (tx) => {
    if (pinId !== null) await pinOf(actor, pinId, tx);
    await rows("UPDATE lesson SET on_screen_id = $2 WHERE project_id = $1", [actor.projectId, pinId], tx);
    await tell(actor, tx);
    return { answer: { onScreenId: pinId }, deed: { action: "lesson.on_screen", subject: "lesson", subjectId: actor.projectId } };
  });

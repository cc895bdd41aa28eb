import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { holdSet, wordsAt, type TextPlace } from "./places";
import { checkCompares } from "./sight";

/** What an article leaves out, with the place that tells it and the words that stood there; never changed but for its note. */
export type Omission = { id: string; articleId: string; told: TextPlace; quote: string; note: string; by: string | null; memberId: string | null; at: string; version: number };
/** `articleId` leaves out what is told at `told`. */
export type OmissionDraft = { id?: string | undefined; articleId: string; told: TextPlace; note: string };

/** Omissions that are read of one set at most. */
const MOST = 2_000;
const SELECT = `SELECT o.id, o.article_id AS "articleId", jsonb_build_object('articleId', r.article_id, 'revisionId', r.id, 'start', o.start_offset, 'end', o.end_offset) AS told, o.quote, o.note,
    m.pseudonym AS by, o.created_by AS "memberId", to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, o.version
  FROM omission o JOIN revision r ON r.project_id = o.project_id AND r.id = o.revision_id LEFT JOIN member m ON m.project_id = o.project_id AND m.id = o.created_by`;

/** What was noted of a set and stands, the oldest first; at most 2,000. */
export async function readOmissions(actor: MemberActor, setId: string): Promise<Omission[]> {
  checkCompares(actor);
  return rows<Omission>(`${SELECT} WHERE o.project_id = $1 AND o.set_id = $2 AND o.deleted_at IS NULL ORDER BY o.created_at, o.id LIMIT ${MOST}`, [actor.projectId, setId]);
}

/** Notes that an article of a set leaves out what another one tells. Refuses (422) an article that is the teller itself; a corrected text is 409. */
export const noteOmission = (actor: MemberActor, op: Op, setId: string, { id: wanted, articleId, told, note }: OmissionDraft): Promise<Omission> =>
  runOperation(actor, op, async (tx) => {
    checkCompares(actor);
    await holdSet(actor, setId, tx);
    if (articleId === told.articleId) throw invalid("An article cannot leave out what it tells.", { errors: [{ path: "/articleId", message: "is the article that tells it" }] });
    const quote = await wordsAt(actor, setId, told, tx);
    if (!(await row("SELECT FROM article_set_item i JOIN article a ON a.project_id = i.project_id AND a.id = i.article_id WHERE i.project_id = $1 AND i.set_id = $2 AND i.article_id = $3 AND a.state = 'active'", [actor.projectId, setId, articleId], tx))) throw notFound();
    const id = wanted ?? newId();
    const made = await row("INSERT INTO omission (project_id, id, set_id, article_id, revision_id, start_offset, end_offset, quote, note, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id", [actor.projectId, id, setId, articleId, told.revisionId, told.start, told.end, quote, note, actor.memberId], tx);
    if (!made) throw conflict("An omission with this id exists already.");
    return { answer: await readOne(actor, setId, id, tx), deed: { action: "omission.noted", subject: "omission", subjectId: id, detail: { setId, articleId, toldBy: told.articleId } } };
  });

/** Changes the note of an omission. Only its author and coordinators may (403); a stale version is 409. */
export const changeOmission = (actor: MemberActor, op: Op, setId: string, id: string, { version, note }: { version: number; note: string }): Promise<Omission> =>
  runOperation(actor, op, async (tx) => {
    await hold(actor, setId, id, version, tx);
    await rows("UPDATE omission SET note = $3, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, note], tx);
    return { answer: await readOne(actor, setId, id, tx), deed: { action: "omission.changed", subject: "omission", subjectId: id } };
  });

/** Takes an omission back; its row is kept. Only its author and coordinators may (403); a stale version is 409. */
export const removeOmission = (actor: MemberActor, op: Op, setId: string, id: string, version: number): Promise<{ id: string }> =>
  runOperation(actor, op, async (tx) => {
    await hold(actor, setId, id, version, tx);
    await rows("UPDATE omission SET deleted_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx);
    return { answer: { id }, deed: { action: "omission.removed", subject: "omission", subjectId: id } };
  });

async function readOne(actor: MemberActor, setId: string, id: string, tx: Sql): Promise<Omission> {
  const found = await row<Omission>(`${SELECT} WHERE o.project_id = $1 AND o.set_id = $2 AND o.id = $3 AND o.deleted_at IS NULL`, [actor.projectId, setId, id], tx);
  if (!found) throw notFound();
  return found;
}

async function hold(actor: MemberActor, setId: string, id: string, version: number, tx: Sql): Promise<void> {
  checkCompares(actor);
  await rows("SELECT id FROM omission WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, id], tx);
  const current = await readOne(actor, setId, id, tx);
  if (current.memberId !== actor.memberId && actor.role !== "coordinator") throw forbidden("Only its author or a coordinator changes an omission.");
  if (current.version !== version) throw conflict("Somebody changed this omission since you opened it.", { current });
}

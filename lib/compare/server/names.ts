import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { holdSet, wordsAt, type TextPlace } from "./places";
import { checkCompares } from "./sight";

/** What a person calls a row of passages, hung on one of its places. */
export type PassageName = { id: string; place: TextPlace; name: string; by: string | null; at: string; version: number };
/** `replaces` is the name that the row had on the screen, null where it had none; an empty `name` takes it away. */
export type NameDraft = { place: TextPlace; name: string; replaces: { id: string; version: number } | null };

/** Names that are read of one set at most. */
const MOST = 2_000;
const SELECT = `SELECT n.id, jsonb_build_object('articleId', n.article_id, 'revisionId', n.revision_id, 'start', n.start_offset, 'end', n.end_offset) AS place, n.name, m.pseudonym AS by, to_char(n.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, n.version
  FROM passage_name n LEFT JOIN member m ON m.project_id = n.project_id AND m.id = n.member_id WHERE n.project_id = $1 AND n.set_id = $2`;

/** The names in a set, the oldest first; at most 2,000. */
export async function readNames(actor: MemberActor, setId: string): Promise<PassageName[]> {
  checkCompares(actor);
  return rows<PassageName>(`${SELECT} ORDER BY n.at, n.id LIMIT ${MOST}`, [actor.projectId, setId]);
}

/** Calls a row of passages by a name, or takes its name away (then null). A name that somebody gave, changed or took away in the meantime is 409 with the one that stands. */
export const nameRow = (actor: MemberActor, op: Op, setId: string, { place, name, replaces }: NameDraft): Promise<{ name: PassageName | null }> =>
  runOperation(actor, op, async (tx) => {
    checkCompares(actor);
    await holdSet(actor, setId, tx);
    await wordsAt(actor, setId, place, tx);
    const current = replaces ? await row<PassageName>(`${SELECT} AND n.id = $3`, [actor.projectId, setId, replaces.id], tx) : await row<PassageName>(`${SELECT} AND n.revision_id = $3 AND n.start_offset < $5 AND n.end_offset > $4 ORDER BY n.at DESC, n.id DESC LIMIT 1`, [actor.projectId, setId, place.revisionId, place.start, place.end], tx);
    if ((current?.id ?? null) !== (replaces?.id ?? null) || (replaces !== null && current?.version !== replaces.version)) throw conflict("Somebody named this row since you opened it.", { current: current ?? null });
    const id = current?.id ?? newId();
    if (name === "") await rows("DELETE FROM passage_name WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx);
    else await write(actor, setId, id, place, name, tx);
    return { answer: { name: (await row<PassageName>(`${SELECT} AND n.id = $3`, [actor.projectId, setId, id], tx)) ?? null }, deed: { action: name === "" ? "passage.unnamed" : "passage.named", subject: "passage_name", subjectId: id, detail: { setId, name } } };
  });

const write = (actor: MemberActor, setId: string, id: string, place: TextPlace, name: string, tx: Sql) =>
  rows(
    `INSERT INTO passage_name (project_id, id, set_id, article_id, revision_id, start_offset, end_offset, name, member_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (project_id, id) DO UPDATE SET article_id = excluded.article_id, revision_id = excluded.revision_id, start_offset = excluded.start_offset, end_offset = excluded.end_offset, name = excluded.name, member_id = excluded.member_id, at = now(), version = passage_name.version + 1`,
    [actor.projectId, id, setId, place.articleId, place.revisionId, place.start, place.end, name, actor.memberId],
    tx,
  );

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { nameKey } from "../../name-key";
import { addItems } from "./items";

export type SetKind = "event" | "other";
/** A set of articles as lists show it; days are those of publication. */
export type ArticleSet = { id: string; name: string; kind: SetKind; note: string; articles: number; works: number; outlets: number; from: string | null; to: string | null; createdAt: Date; version: number };
export type SetDraft = { id?: string | undefined; name: string; kind: SetKind; note?: string | undefined; articleIds?: readonly string[] | undefined };
export type SetChange = { version: number; name?: string | undefined; kind?: SetKind | undefined; note?: string | undefined };

const SELECT = `SELECT s.id, s.name, s.kind, s.note, s.created_at AS "createdAt", s.version, coalesce(n.articles, 0) AS articles, coalesce(n.works, 0) AS works, coalesce(n.outlets, 0) AS outlets, n."from", n."to"
  FROM article_set s LEFT JOIN LATERAL (
    SELECT count(*)::int AS articles, count(DISTINCT a.work_id)::int AS works, count(DISTINCT coalesce(o.merged_into_id, o.id))::int AS outlets,
           to_char(min(a.published_on), 'YYYY-MM-DD') AS "from", to_char(max(a.published_on), 'YYYY-MM-DD') AS "to"
    FROM article_set_item i JOIN article a ON a.project_id = i.project_id AND a.id = i.article_id LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id
    WHERE i.project_id = s.project_id AND i.set_id = s.id AND a.state = 'active'
  ) n ON true WHERE s.project_id = $1`;

/** Sets that one answer lists. */
const MOST_SETS = 1_000;

/** The sets of the project, the newest first; at most 1,000. */
export const listSets = (actor: MemberActor): Promise<ArticleSet[]> => rows<ArticleSet>(`${SELECT} ORDER BY s.created_at DESC, s.id LIMIT ${MOST_SETS}`, [actor.projectId]);

/** One set; 404 where the project has none of this id. */
export async function readSet(actor: MemberActor, id: string, tx?: Sql): Promise<ArticleSet> {
  const found = await row<ArticleSet>(`${SELECT} AND s.id = $2`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

/** Makes a set, with articles in it or none. A name that another set has is refused (409). */
export const createSet = (actor: MemberActor, op: Op, draft: SetDraft): Promise<ArticleSet> =>
  runOperation(actor, op, async (tx) => {
    const id = draft.id ?? newId();
    await freeName(actor, id, draft.name, tx);
    const made = await row("INSERT INTO article_set (project_id, id, name, name_key, kind, note, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id", [actor.projectId, id, draft.name, nameKey(draft.name), draft.kind, draft.note ?? "", actor.memberId], tx);
    if (!made) throw conflict("A set with this id or name exists already.");
    await addItems(actor, tx, id, draft.articleIds ?? []);
    return { answer: await readSet(actor, id, tx), deed: { action: "article_set.created", subject: "article_set", subjectId: id, detail: { name: draft.name, kind: draft.kind, articles: draft.articleIds?.length ?? 0 } } };
  });

/** Changes what is said of a set. */
export const changeSet = (actor: MemberActor, op: Op, id: string, change: SetChange): Promise<ArticleSet> =>
  runOperation(actor, op, async (tx) => {
    const current = await lockSet(actor, id, change.version, tx);
    const name = change.name ?? current.name;
    await freeName(actor, id, name, tx);
    await rows("UPDATE article_set SET name = $3, name_key = $4, kind = $5, note = $6, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, name, nameKey(name), change.kind ?? current.kind, change.note ?? current.note], tx);
    return { answer: await readSet(actor, id, tx), deed: { action: "article_set.changed", subject: "article_set", subjectId: id, detail: change } };
  });

/** Deletes a set; its articles stay. */
export const deleteSet = (actor: MemberActor, op: Op, id: string, version: number): Promise<{ id: string }> =>
  runOperation(actor, op, async (tx) => {
    const current = await lockSet(actor, id, version, tx);
    await rows("DELETE FROM article_set WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx);
    return { answer: { id }, deed: { action: "article_set.deleted", subject: "article_set", subjectId: id, detail: { name: current.name, articles: current.articles } } };
  });

async function lockSet(actor: MemberActor, id: string, version: number, tx: Sql): Promise<ArticleSet> {
  await rows("SELECT id FROM article_set WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, id], tx);
  const current = await readSet(actor, id, tx);
  if (current.version !== version) throw conflict("Somebody changed this set since you opened it.", { current });
  return current;
}

async function freeName(actor: MemberActor, id: string, name: string, tx: Sql): Promise<void> {
  const key = nameKey(name);
  if (key === "") throw invalid("The set needs a name that can be seen.", { errors: [{ path: "/name", message: "must not be empty" }] });
  const other = await row<{ name: string }>("SELECT name FROM article_set WHERE project_id = $1 AND name_key = $2 AND id <> $3", [actor.projectId, key, id], tx);
  if (other) throw conflict(`There is a set with the name “${other.name}” already.`, { errors: [{ path: "/name", message: "is the name of another set" }] });
}

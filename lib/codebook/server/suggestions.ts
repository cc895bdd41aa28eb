import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { readCursor, writeCursor } from "@/lib/articles/cursor";
import { nameKey } from "@/lib/articles/name-key";
import { binder, visibleArticles, type Bind } from "@/lib/articles/server/visible";
import { conflict, invalid, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { Suggestion } from "../suggestion";
import { targetOfNames } from "./target-checks";

export type SuggestionDraft = { name: string; reason?: string | undefined; articleId?: string | null | undefined; quote?: string | undefined };
export type SuggestionPage = { items: Suggestion[]; open: number; next: string | null };

/** Those who decide, or prepare the decision, see everybody's suggestions. */
const seesAll = (actor: MemberActor): boolean => actor.role === "coordinator" || actor.role === "reviewer";

/** The where clause of every read of suggestions (alias `s`): one's own, or all by office. */
const visible = (actor: MemberActor, bind: Bind, all = true): string => `s.project_id = ${bind(actor.projectId)} AND (${bind(all && seesAll(actor))}::boolean OR s.member_id = ${bind(actor.memberId)})`;

const columns = (actor: MemberActor, bind: Bind): string => `
  s.id, s.name, s.reason, s.quote, s.article_id AS "articleId", s.state, s.answer, s.created_at AS "createdAt", s.decided_at AS "decidedAt", s.version,
  (SELECT json_build_object('id', r.id, 'name', r.name) FROM target t JOIN target r ON r.project_id = t.project_id AND r.id = coalesce(t.merged_into_id, t.id) WHERE t.project_id = s.project_id AND t.id = s.target_id) AS target,
  CASE WHEN ${bind(seesAll(actor))}::boolean THEN json_build_object('suggestedBy', m.pseudonym, 'left', m.state <> 'active',
    'articleTitle', (SELECT a.title FROM article a WHERE a.project_id = s.project_id AND a.id = s.article_id),
    'alike', (SELECT count(*) FROM target_suggestion o WHERE o.project_id = s.project_id AND o.name_key = s.name_key AND o.state = 'open' AND o.id <> s.id)) END AS office
  FROM target_suggestion s JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id`;

/** One suggestion that the actor may see, or 404. */
export async function suggestionOf(actor: MemberActor, id: string, tx?: Sql): Promise<Suggestion> {
  const { values, bind } = binder();
  const found = await row<Suggestion>(`SELECT ${columns(actor, bind)} WHERE ${visible(actor, bind)} AND s.id = ${bind(id)}`, values, tx);
  if (!found) throw notFound();
  return found;
}

/** Suggested targets, newest first: one's own, or everybody's for those whose office it is. `open` counts the open ones. */
export async function listSuggestions(actor: MemberActor, wish: { state?: "open" | "decided" | undefined; mine?: boolean | undefined; after?: string | undefined; limit?: number | undefined } = {}): Promise<SuggestionPage> {
  const cursor = wish.after === undefined ? null : readCursor(wish.after);
  if (wish.after !== undefined && !cursor) throw invalid("The place in the list (after) cannot be read. Open the list from its beginning.", { errors: [{ path: "/after", message: "not a cursor of this list" }] });
  const limit = wish.limit ?? 50;
  const { values, bind } = binder();
  const state = wish.state === undefined ? "" : `AND s.state ${wish.state === "open" ? "=" : "<>"} 'open'`;
  const before = cursor ? `AND (s.created_at, s.id) < (${bind(cursor.createdAt)}::timestamptz, ${bind(cursor.id)}::uuid)` : "";
  const found = await rows<Suggestion>(`SELECT ${columns(actor, bind)} WHERE ${visible(actor, bind, !wish.mine)} ${state} ${before} ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit + 1}`, values);
  const counted = binder();
  const open = await row<{ n: number }>(`SELECT count(*)::int AS n FROM target_suggestion s WHERE ${visible(actor, counted.bind, !wish.mine)} AND s.state = 'open'`, counted.values);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, open: open?.n ?? 0, next: found.length > limit && last ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id, at: 0 }) : null };
}

/**
 * Suggests a target. A name that finds a target in use is refused and that target named; what others suggested is
 * never told. The article must be one that the actor sees.
 */
export const suggestTarget = (actor: MemberActor, op: Op, draft: SuggestionDraft): Promise<Suggestion> =>
  runOperation(actor, op, async (tx) => {
    const key = nameKey(draft.name);
    if (key === "") throw invalid("The target needs a name that can be seen.", { errors: [{ path: "/name", message: "must not be empty" }] });
    await checkArticle(actor, draft.articleId ?? null, tx);
    await refuseKnown(actor, draft.name, key, tx);
    const id = newId();
    await rows(
      "INSERT INTO target_suggestion (project_id, id, member_id, article_id, name, name_key, reason, quote) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [actor.projectId, id, actor.memberId, draft.articleId ?? null, draft.name, key, draft.reason ?? "", draft.quote ?? ""],
      tx,
    );
    await rows("INSERT INTO outbox (project_id, kind, member_id) VALUES ($1, 'suggestion', $2)", [actor.projectId, actor.memberId], tx);
    return { answer: await suggestionOf(actor, id, tx), deed: { action: "target.suggested", subject: "target_suggestion", subjectId: id } };
  });

async function checkArticle(actor: MemberActor, articleId: string | null, tx: Sql): Promise<void> {
  if (articleId === null) return;
  const { values, bind } = binder();
  const seen = await row(`SELECT a.id FROM article a WHERE ${visibleArticles(actor, bind)} AND a.id = ${bind(articleId)}`, values, tx);
  if (!seen) throw invalid("This article does not exist in the project, or is not yours to read.", { errors: [{ path: "/articleId", message: "unknown article" }] });
}

async function refuseKnown(actor: MemberActor, name: string, key: string, tx: Sql): Promise<void> {
  // Two suggestions of one member wait for each other here, so that the second sees the first.
  await rows("SELECT id FROM member WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, actor.memberId], tx);
  const known = await targetOfNames(actor, [key], tx);
  const inUse = known && (known.root ?? known);
  if (inUse && !inUse.archived) {
    const sentence = inUse.name === name ? `There is a target “${inUse.name}” already.` : `“${name}” is a name of the target “${inUse.name}”. Mark that one.`;
    throw conflict(sentence, { target: { id: inUse.id, name: inUse.name }, errors: [{ path: "/name", message: sentence }] });
  }
  const own = await row<{ id: string }>("SELECT id FROM target_suggestion WHERE project_id = $1 AND member_id = $2 AND name_key = $3 AND state = 'open'", [actor.projectId, actor.memberId, key], tx);
  if (own) throw conflict(`You suggested “${name}” already. A coordinator decides about it.`, { errors: [{ path: "/name", message: "suggested already" }] });
}

/** The suggestion at the version the caller saw, still open and locked until the transaction ends. */
export async function openSuggestion(actor: MemberActor, id: string, version: number, tx: Sql): Promise<Suggestion & { key: string; memberId: string }> {
  const locked = await row<{ state: string; version: number; key: string; memberId: string }>('SELECT state, version, name_key AS key, member_id AS "memberId" FROM target_suggestion WHERE project_id = $1 AND id = $2 FOR UPDATE', [actor.projectId, id], tx);
  if (!locked) throw notFound();
  const current = await suggestionOf(actor, id, tx);
  invariant(current.version === locked.version, "a locked suggestion does not change");
  if (locked.state !== "open") throw conflict(`This suggestion was ${locked.state} already.`, { current });
  if (locked.version !== version) throw conflict("Somebody changed this suggestion since you opened it.", { current });
  return { ...current, key: locked.key, memberId: locked.memberId };
}

import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { readCursor, writeCursor } from "@/lib/articles/cursor";
import { conflict, invalid, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { placesOf, type ProposalState } from "../proposal";
import { newestVersion } from "./versions";

/** A mark that showed the need: its words as they stand now (null where it has none in the current text), and whether it is gone. */
export type ProposalSpan = { spanId: string; articleId: string; articleTitle: string; quote: string | null; framing: string; target: string; deleted: boolean };
/** A proposed change of the codebook. `place` as in `ProposalPlace`; `versionNumber` is the version that carries it. */
export type Proposal = {
  id: string; place: string; text: string; state: ProposalState; articleId: string | null; articleTitle: string | null; decisionId: string | null; spans: ProposalSpan[];
  by: string | null; mine: boolean; createdAt: Date; decidedBy: string | null; decidedAt: Date | null; answer: string; versionNumber: number | null; version: number;
};
export type ProposalPage = { items: Proposal[]; open: number; next: string | null };
export type ProposalDraft = { place: string; text: string; spanIds: readonly string[]; articleId?: string | null | undefined; decisionId?: string | null | undefined };

const SPANS = `(
  SELECT coalesce(json_agg(json_build_object('spanId', s.id, 'articleId', s.article_id, 'articleTitle', ar.title, 'framing', s.framing, 'target', t.name, 'deleted', s.deleted_at IS NOT NULL,
    'quote', (SELECT string_agg(w.quote, ' … ' ORDER BY w.ordinal) FROM span_part w WHERE w.project_id = s.project_id AND w.span_id = s.id AND w.revision_id = ar.current_revision_id)) ORDER BY s.article_id, s.id), '[]')
  FROM span s JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id JOIN target t0 ON t0.project_id = s.project_id AND t0.id = s.target_id JOIN target t ON t.project_id = s.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)
  WHERE s.project_id = p.project_id AND s.id = ANY(p.span_ids))`;

const PROPOSALS = `
  SELECT p.id, p.place, p.text, p.state, p.article_id AS "articleId", a.title AS "articleTitle", p.decision_id AS "decisionId", ${SPANS} AS spans, m.pseudonym AS by, p.created_by IS NOT DISTINCT FROM $2 AS mine, p.created_at AS "createdAt",
    d.pseudonym AS "decidedBy", p.decided_at AS "decidedAt", p.answer, v.number AS "versionNumber", p.version
  FROM codebook_proposal p LEFT JOIN article a ON a.project_id = p.project_id AND a.id = p.article_id LEFT JOIN member m ON m.project_id = p.project_id AND m.id = p.created_by
  LEFT JOIN member d ON d.project_id = p.project_id AND d.id = p.decided_by LEFT JOIN codebook_version v ON v.project_id = p.project_id AND v.id = p.codebook_version_id
  WHERE p.project_id = $1`;

/** One proposal of the project, or 404. */
export async function proposalOf(actor: MemberActor, id: string, tx?: Sql): Promise<Proposal> {
  const found = await row<Proposal>(`${PROPOSALS} AND p.id = $3`, [actor.projectId, actor.memberId, id], tx);
  if (!found) throw notFound();
  return found;
}

/** Proposals, newest first, at most `limit`: those that wait (open, or taken into a draft), or those that were decided. `open` counts the open ones. */
export async function listProposals(actor: MemberActor, wish: { state?: "open" | "decided" | undefined; after?: string | undefined; limit?: number | undefined } = {}): Promise<ProposalPage> {
  const cursor = wish.after === undefined ? null : readCursor(wish.after);
  if (wish.after !== undefined && !cursor) throw invalid("The place in the list (after) cannot be read. Open the list from its beginning.", { errors: [{ path: "/after", message: "not a cursor of this list" }] });
  const limit = wish.limit ?? 50;
  const [found, open] = await Promise.all([
    rows<Proposal>(
      `${PROPOSALS} AND ($3::text IS NULL OR (p.state IN ('open', 'taken')) = ($3 = 'open')) AND ($4::timestamptz IS NULL OR (p.created_at, p.id) < ($4, $5::uuid)) ORDER BY p.created_at DESC, p.id DESC LIMIT $6`,
      [actor.projectId, actor.memberId, wish.state ?? null, cursor?.createdAt ?? null, cursor?.id ?? null, limit + 1],
    ),
    row<{ n: number }>("SELECT count(*)::int AS n FROM codebook_proposal WHERE project_id = $1 AND state = 'open'", [actor.projectId]),
  ]);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, open: open?.n ?? 0, next: found.length > limit && last ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id, at: 0 }) : null };
}

/**
 * Proposes a change of the codebook, with the marks that showed the need: submitted ones, or the actor's own. Of a
 * decision, the article is taken from it. 422 with the place of what the project does not have.
 */
export const propose = (actor: MemberActor, op: Op, draft: ProposalDraft): Promise<Proposal> =>
  runOperation(actor, op, async (tx) => {
    const spanIds = [...new Set(draft.spanIds)];
    const known = new Set((await rows<{ id: string }>("SELECT s.id FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id WHERE s.project_id = $1 AND s.id = ANY($2::uuid[]) AND (a.first_submitted_at IS NOT NULL OR s.member_id = $3)", [actor.projectId, spanIds, actor.memberId], tx)).map((one) => one.id));
    const article = draft.articleId ?? null;
    const [decision, seen] = [
      draft.decisionId == null ? null : await row<{ articleId: string }>(`SELECT article_id AS "articleId" FROM decision WHERE project_id = $1 AND id = $2`, [actor.projectId, draft.decisionId], tx),
      article === null ? null : await row("SELECT FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, article], tx),
    ];
    const { content } = await newestVersion(actor, tx);
    const errors = [
      ...draft.spanIds.flatMap((id, i) => (known.has(id) ? [] : [{ path: `/spanIds/${i}`, message: "is no submitted mark of this project" }])),
      ...(placesOf(content).some((one) => one.place === draft.place) ? [] : [{ path: "/place", message: "is no place of the codebook" }]),
      ...(draft.decisionId != null && (!decision || article !== null && decision.articleId !== article) ? [{ path: "/decisionId", message: "is no decision on this article" }] : []),
      ...(article !== null && !seen ? [{ path: "/articleId", message: "is no article of this project" }] : []),
    ];
    if (errors.length > 0) throw invalid("Something that the proposal names does not exist in the project.", { errors });
    const id = newId();
    await rows(
      "INSERT INTO codebook_proposal (project_id, id, place, text, article_id, decision_id, span_ids, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [actor.projectId, id, draft.place, draft.text, decision?.articleId ?? article, draft.decisionId ?? null, spanIds, actor.memberId],
      tx,
    );
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'proposal')", [actor.projectId], tx);
    return { answer: await proposalOf(actor, id, tx), deed: { action: "codebook.proposed", subject: "codebook_proposal", subjectId: id } };
  });

/** The proposal at the version that the caller saw, not yet decided, locked until the transaction ends. */
export async function waitingProposal(actor: MemberActor, id: string, version: number, states: readonly ProposalState[], tx: Sql): Promise<Proposal> {
  const locked = await row<{ state: ProposalState; version: number }>("SELECT state, version FROM codebook_proposal WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, id], tx);
  if (!locked) throw notFound();
  const current = await proposalOf(actor, id, tx);
  invariant(current.version === locked.version, "a locked proposal does not change");
  if (!states.includes(locked.state)) throw conflict(locked.state === "taken" ? "This proposal stands in the draft already." : `This proposal was ${locked.state} already.`, { current });
  if (locked.version !== version) throw conflict("Somebody changed this proposal since you opened it.", { current });
  return current;
}
